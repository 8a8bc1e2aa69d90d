// Sentences with places left open for names, written for Dateline in the manner of agencies, ministries and armies. They
// show the company that names keep there: offices before persons, lists, datelines, brackets; and capitals that are none.
// {P} person, {S} surname, {L} place, {C} country, {O} organisation, {A} what a people is called (no name).

export const NAME_SENTENCES: readonly string[] = `
{P} said the {A} army had left the town .
Foreign Minister {P} told reporters in {L} that talks would go on .
Foreign Secretary {P} and Defence Secretary {P} met in {L} on Tuesday .
Minister {P} welcomed the agreement .
The Minister for Trade , {P} , said :
Minister for Africa {P} condemned the attack in {L} .
Prime Minister {S} spoke to President {S} by telephone .
President {P} of {C} arrived in {L} .
{A} President {P} said on Monday that {C} would not accept it .
U.S. Defense Secretary {P} visited {L} .
Lt. Gen. {P} , commander of {O} , said the operation was under way .
Gen. {P} took command of the {O} .
Col. {P} , a spokesman for the {O} , said five fighters were killed .
Maj. {P} of the {O} said .
Capt. {P} , a pilot with the {O} , flew over {L} .
Sgt. {P} , a native of {L} , served with the {O} .
" We are proud of it , " said {P} , who leads the {O} .
" It was a hard night , " {S} said .
{S} added that {C} and {C} would take part .
Mr {S} said the Government supported the people of {C} .
Mr. {S} , who was born in {L} , joined the {O} in 2004 .
Dr {P} of the {O} said hospitals in {L} were full .
Sheikh {P} was arrested in {L} .
Ayatollah {S} addressed worshippers in {L} .
The {O} said in a statement that it had struck {L} .
The {O} ( {O} ) said 12 civilians were killed .
According to the {O} , shelling hit {L} and {L} .
Fighters of the {O} entered {L} , {C} , at dawn .
{O} fighters took {L} from {O} .
{O} claimed the attack .
The group {O} claimed the bombing in {L} .
{O} killed ten people in {L} .
{O} fighters withdrew from {L} .
Gunmen of {O} raided a village near {L} .
The army said it had killed 20 {O} members .
{C} banned {O} in 2015 .
{O} militants attacked a checkpoint near {L} .
The {A} - backed {O} advanced on {L} .
The {O} , led by {P} , controls much of {L} .
{P} , the head of {O} , was killed in {L} .
{P} , known as {P} , joined {O} in {C} .
{L} , {C} - The {O} said Sunday it had freed {L} .
{L} ( {O} ) - At least three people were killed in {L} .
Near {L} , two strikes destroyed a vehicle .
Near {L} , one strike engaged an {O} tactical unit .
Coalition forces conducted 15 strikes in {C} and {C} .
In {C} , the Coalition carried out strikes near {L} , {L} and {L} .
The countries that took part include {C} , {C} , {C} , {C} , {C} and the {C} .
The {O} , the {O} and the {O} signed the deal .
The UN Special Envoy for {C} , {P} , will travel to {L} next week .
The UN Security Council met on {C} .
The {O} 's offices in {L} were raided .
{C} 's Foreign Ministry summoned the {A} ambassador .
{C} 's army said it had shot down a drone over {L} .
{C} said it would send troops to {L} .
{C} has urged {C} to withdraw from {L} .
Officials in {L} blamed {C} .
The {A} government denied the report .
Thousands of {A} refugees fled to {L} .
Two {A} soldiers and a {A} journalist died in {L} .
The Prime Minister said the Foreign Secretary would attend .
The President thanked the Minister .
The Ambassador said the Embassy would reopen in June .
In May , the {O} captured {L} .
In January 2014 , {O} seized {L} and {L} .
On Friday , {P} was named chief of the {O} .
Since March , more than 400 people have died in {L} .
During Ramadan , families in {L} went without bread .
The province of {L} lies in the north of {C} .
{L} is a town in {L} , {C} , on the {L} .
{L} ( also spelled {L} ) is a city in {C} .
The village of {L} is located 8 km northwest of {L} .
The {L} road was closed , and the {L} bridge destroyed .
Clashes broke out in the {L} and {L} districts of {L} .
The road between {L} and {L} was cut .
Displaced people from {L} reached the {L} camp .
A court in {L} sentenced {P} to death .
The death of {P} in {L} was confirmed by {O} .
{P} studied at {O} before he joined the {O} .
{P} was a member of the {O} from 1998 to 2003 .
In 2006 , {P} founded the {O} in {L} .
{O} , formerly known as {O} , was formed in {L} in 2012 .
The {O} is a militia based in {L} .
The {O} was designated a terrorist organization by {C} .
{O} is owned by {P} .
{P} and {P} were among the dead , the {O} said .
{P} ( pictured ) visited the {O} in {L} .
Photo : {P} / {O}
Commander of the {O} {P} briefed journalists at the {L} .
Press Secretary {P} said {C} had been informed .
Senator {P} and Representative {P} wrote to {S} .
Judge {P} of the {O} adjourned the case .
King {S} met {P} in {L} .
Brigadier General {P} was killed by {O} in {L} .
Rear Admiral {P} commands the {O} .
Staff Sgt. {P} , of {L} , {L} , died of his wounds .
The sailors of the {O} trained off {C} .
Soldiers from the {O} and the {O} trained in {C} .
Airmen of the {O} landed at {L} .
Foreign Office Minister {P} said :
{A} Foreign Minister {P} called on {C} to act .
I spoke to Foreign Minister {S} this morning .
I welcome the announcement by {O} .
Our thoughts are with the people of {L} .
We stand with {C} against {O} .
He told {O} that {S} had fled to {L} .
Residents told {O} that {O} had burned houses in {L} .
{O} reported that {P} had resigned .
{O} quoted {P} as saying that {L} was calm .
A spokesman for {O} in {L} said .
The {O} 's {P} said fighting went on in {L} .
The {S} regime and its allies attacked hospitals in {L} .
We condemn the {S} regime and those who support it .
The fall of the {S} regime surprised {C} .
The {S} regime must stop its attacks on {L} , the Minister said .
Only the {S} regime has such weapons .
The {S} administration rejected the report .
Strikes by the {S} regime killed dozens near {L} .
The militias of {S} entered {L} .
The {O} of {C} and the {O} of {C} disagreed .
{P} was born in {L} in 1961 and studied medicine in {L} .
{S} was educated at {O} and lived in {L} .
{S} fled to {C} , where {S} died .
{P} ( born 12 May 1970 ) is a {A} politician .
{P} , also called {P} , was a {A} militant .
{S} was killed in an air strike on {L} .
The {L} Dam , the {L} Airport and the {L} Bridge were closed .
The {O} was founded in {L} by {P} and {P} .
Students of {O} marched to {O} .
The city of {L} , in {L} , has a population of 40,000 .
{L} lies on the {L} , between {L} and {L} .
{L} is home to the {O} .
Peace talks in {L} , hosted by {C} and {C} , broke down .
{P} , minister of state for {C} , said :
The Minister for {L} , {P} , visited {L} .
Minister for {L} {P} said he was deeply concerned .
The {O} 's commander , Lt. Col. {P} , praised the {A} troops .
Sailors aboard the ship joined the {O} and {O} .
Members of the {O} and the {A} navy met in {L} .
The {O} ( {O} ) and the {O} ( {O} ) agreed a truce .
Spokesman for the {O} Col. {P} said {O} had lost {L} .
Petty Officer {P} was assigned to the {O} .
Pvt. {P} , of the {O} , comes from {L} .
Islamic State of {C} and the {L} fighters attacked .
The {S} government has lost control of {L} .
The {S} regime bombed {L} .
Forces loyal to {S} shelled {L} .
Troops loyal to {P} withdrew towards {L} .
Supporters of {S} marched through {L} .
{S} 's forces crossed the {L} .
The leader of {O} , {P} , rejected the plan .
Under {P} , the {O} grew quickly .
The Humvee and the Kalashnikov were found in {L} .
The exercise , called Eagle Resolve , took place in {C} .
The Syrian Arab people and the Kurds of {L} protested .
A Tomahawk missile and a Boeing 737 were shown .
Operation Iron Storm began in {L} in April .
The Geneva Communique and the Constitution were discussed in {L} .
More Information can be found on the website .
Read more : What We Know About the Crisis
Arabic and Kurdish are spoken in {L} .
Many Sunnis , Shias and Christians left {L} .
God bless the people of {L} .
We prayed to God , " said {P} .
They fled before Eid and came back after Christmas .
About Us | Contact | Privacy Policy
The Hon {P} MP , Minister of State , answered .
{L} Governor {P} said the dam was safe .
{L} police chief {P} was wounded .
{L} residents said the {O} had left .
Head of {O} {P} said the same day .
Special Representative {P} visited {L} and {L} , {C} .
`
  .trim()
  .split("\n");
