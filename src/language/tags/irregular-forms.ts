// Forms that no ending explains: past tenses, plurals and comparisons of English, and those of war prose that treebanks
// may lack. A prefix ("overran", "withdrew", "retook") or a first part ("gunmen", "grandchildren") need not be listed.

/** Base, then its past and participle; a form equal to the base ("hit", "shut") needs no entry. */
const VERBS = `
be was were been, have had, do did done, go went gone, say said, make made, take took taken, come came, see saw seen
get got gotten, give gave given, find found, think thought, tell told, become became, leave left, feel felt, bring brought
begin began begun, keep kept, hold held, write wrote written, stand stood, hear heard, mean meant, meet met, run ran
pay paid, sit sat, speak spoke spoken, lie lay lain, lead led, grow grew grown, lose lost, fall fell fallen, send sent
build built, understand understood, draw drew drawn, break broke broken, spend spent, rise rose risen, drive drove driven
buy bought, wear wore worn, choose chose chosen, know knew known, eat ate eaten, forget forgot forgotten, lay laid
seek sought, fight fought, catch caught, teach taught, throw threw thrown, win won, sell sold, fly flew flown
show shown, sing sang sung, swim swam swum, drink drank drunk, ring rang rung, sink sank sunk, shrink shrank shrunk
spring sprang sprung, stink stank stunk, swing swung, sting stung, string strung, cling clung, fling flung, wring wrung
hang hung, dig dug, stick stuck, strike struck stricken, spin spun, slide slid, sleep slept, sweep swept, weep wept
creep crept, deal dealt, dream dreamt, kneel knelt, lean leant, leap leapt, learn learnt, burn burnt, spell spelt
smell smelt, spill spilt, spoil spoilt, dwell dwelt, bend bent, lend lent, rend rent, bind bound, grind ground, wind wound
bear bore born borne, tear tore torn, swear swore sworn, steal stole stolen, freeze froze frozen, weave wove woven
wake woke woken, awake awoke awoken, ride rode ridden, hide hid hidden, bite bit bitten, beat beaten, prove proven
sew sewn, sow sown, saw sawn, mow mown, hew hewn, shear shorn, swell swollen, blow blew blown, shake shook shaken
forsake forsook forsaken, bleed bled, breed bred, feed fed, speed sped, light lit, dive dove, thrive throve
slay slew slain, shoot shot, flee fled, strive strove striven, stride strode stridden, smite smote smitten
forbid forbade forbad forbidden, forgive forgave forgiven, beget begot begotten, tread trod trodden, cleave clove cleft
behold beheld, beseech besought, bereave bereft, abide abode, shine shone, slink slunk, sling slung
spit spat, sneak snuck, drag drug, plead pled, strew strewn, lade laden
gainsay gainsaid, partake partook partaken, mistake mistook mistaken, undertake undertook undertaken, bid bade bidden
panic panicked, traffic trafficked, mimic mimicked, picnic picnicked, frolic frolicked, sync synced, arc arced
focus focused focussed, bias biased, canvas canvased, gas gassed, bus bussed, quiz quizzed, tie tied, die died, lie lied
vie vied, belie belied, untie untied, dye dyed, eye eyed, free freed, unite united`;

/** Participles in -ing that the rules would cut wrongly. */
const GERUNDS = `
die dying, lie lying, tie tying, vie vying, belie belying, untie untying, panic panicking, traffic trafficking
mimic mimicking, picnic picnicking, focus focusing focussing, bias biasing, gas gassing, quiz quizzing, age ageing
singe singeing, dye dyeing, eye eyeing, binge bingeing, route routeing, sync syncing, arc arcing, unite uniting`;

/** Singular, then its plural; words with one form for both are given twice. */
const NOUNS = `
man men, child children, person people, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox oxen, die dice
penny pence, wife wives, life lives, knife knives, thief thieves, half halves, wolf wolves, leaf leaves, loaf loaves
shelf shelves, self selves, calf calves, hoof hooves, scarf scarves, wharf wharves, elf elves, sheaf sheaves
crisis crises, thesis theses, hypothesis hypotheses, analysis analyses, diagnosis diagnoses, oasis oases
prognosis prognoses, synthesis syntheses, parenthesis parentheses, emphasis emphases, nemesis nemeses
neurosis neuroses, psychosis psychoses, catharsis catharses, metamorphosis metamorphoses, paralysis paralyses, axis axes
criterion criteria, phenomenon phenomena, bacterium bacteria, stratum strata, memorandum memoranda, spectrum spectra
medium media, curriculum curricula, referendum referenda, addendum addenda, ovum ova, forum fora
alumnus alumni, cactus cacti, nucleus nuclei, radius radii, stimulus stimuli, fungus fungi, focus foci, locus loci
syllabus syllabi, vertebra vertebrae, larva larvae, alga algae, formula formulae, antenna antennae, nebula nebulae
index indices, vertex vertices, matrix matrices, appendix appendices, vortex vortices, codex codices, bureau bureaux
plateau plateaux, corps corps, series series, species species, means means, headquarters headquarters, HQ hqs
barracks barracks, aircraft aircraft, spacecraft spacecraft, hovercraft hovercraft, crossroads crossroads
earnings earnings, electronics electronics, feces feces, faeces faeces, thanks thanks, clothes clothes, troops troops
gallows gallows, shambles shambles, outskirts outskirts, whereabouts whereabouts, offspring offspring, sheep sheep
fish fish, deer deer, personnel personnel, gas gases, bus buses, lens lenses, bias biases, canvas canvases, atlas atlases
alias aliases, iris irises, trellis trellises, shoe shoes, toe toes, foe foes, canoe canoes, hoe hoes
oboe oboes, tie ties, pie pies, lie lies, movie movies, zombie zombies, rookie rookies, cookie cookies, selfie selfies
calorie calories, prairie prairies, junkie junkies, genie genies, ache aches, headache headaches, cache caches
niche niches, avalanche avalanches, cliche cliches, quiche quiches, psyche psyches, creche creches
excuse excuses, base bases, quiz quizzes, fez fezzes, use uses, passerby passersby, attorney-general attorneys-general`;

/** Base, then comparative and superlative; adverbs only where they differ. */
const ADJECTIVES =
  "good better best, bad worse worst, far farther farthest, old elder eldest, further further furthest, free freer freest";
const ADVERBS = "well better best, badly worse worst, far farther further farthest furthest";

/**
 * Words whose capital is their own although their tag is no name's: peoples, faiths and movements that no ending tells.
 * Those in -ian, -ean, -ese or -i ("Ukrainian", "Yemeni") need not be listed.
 */
export const OWN_CAPITAL: ReadonlySet<string> = new Set(
  (
    "Arab Kurd Kurdish Turkish Turkic British English Irish Scottish Polish Spanish Swedish Danish Finnish Flemish Jewish " +
    "Yiddish Dutch French Czech Welsh Greek Swiss Thai Shia Shiite Sunni Muslim Islamic Islamist Christian Catholic " +
    "Buddhist Hindu Sikh Druze Alawite Yazidi Maronite Salafist Wahhabist Baathist Zionist Nazi Soviet Pashtun " +
    "Tajik Uzbek Kazakh Kyrgyz Turkmen Uyghur Hazara Rohingya Tuareg Hausa Fulani Hutu Tutsi Serb Croat Slovak Bosniak " +
    "Filipino Icelandic Slavic Arabic Baltic Nordic Balkan Roman German Norman Texan Ottoman Afghan Libyan Kenyan Malian " +
    "Hamas Hezbollah Taliban Houthi"
  ).split(" "),
);

/** Acronyms of six letters and more: other long names in capitals are names in a headline ("SYRIA" is "Syria"). */
export const ACRONYMS: ReadonlySet<string> = new Set(
  (
    "UNICEF UNESCO UNPROFOR UNIFIL UNAMID UNMISS UNAMA UNDOF UNHCR UNRWA UNMIK MINUSMA MINUSCA MONUSCO AMISOM ECOWAS ECOMOG " +
    "CENTCOM AFRICOM EUCOM USAID INTERPOL EUROPOL ASEAN BRICS NATO"
  ).split(" "),
);

function table(rows: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const row of rows.trim().split(/,\s*|\n/)) {
    const [base, ...forms] = row.trim().split(" ");
    for (const form of forms) if (!found.has(form)) found.set(form, base!);
  }
  return found;
}

export const PAST_FORMS: ReadonlyMap<string, string> = table(VERBS);
export const GERUND_FORMS: ReadonlyMap<string, string> = table(GERUNDS);
export const PLURAL_FORMS: ReadonlyMap<string, string> = table(NOUNS);
export const ADJECTIVE_FORMS: ReadonlyMap<string, string> = table(ADJECTIVES);
export const ADVERB_FORMS: ReadonlyMap<string, string> = table(ADVERBS);
