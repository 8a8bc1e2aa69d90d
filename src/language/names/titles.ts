// Words that stand before a person's name and are no part of it: ranks, offices, forms of address. Both the training
// (whose treebank marks them inside names) and the finder take them off the front.
export const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame president vice prime minister deputy " +
    "chancellor premier king queen prince princess crown emperor empress sultan emir sheikh duke duchess count countess " +
    "baron pope cardinal archbishop bishop rev rev. reverend father brother sister pastor imam ayatollah mullah general " +
    "gen. gen lt lt. lieutenant col col. colonel maj maj. major brig. brigadier capt capt. captain sgt sgt. sergeant staff " +
    "spc spc. specialist cpl cpl. corporal pfc private cmdr. commander adm. admiral marshal chief petty officer master " +
    "sen sen. senator rep. representative congressman congresswoman gov. gov governor mayor secretary undersecretary " +
    "ambassador envoy justice judge director chairman chairwoman commissioner high spokesman spokeswoman spokesperson " +
    "uncle aunt aunty grandma grandpa mom dad mother coach foreign defence defense interior press special ex-president"
  ).split(" "),
);
