// Names made up for training: persons from parts of many languages, organisations from the words that such names are made
// of, places with and without their common heads. A learner that meets the same sentence with many names learns the
// sentence and how names are built, and not a list of them. Nobody real is meant.

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

const FIRST = list(`
Ahmad Mohammed Mahmoud Hassan Hussein Ali Omar Khaled Yusuf Ibrahim Samir Tariq Fatima Layla Aisha Nour Rami Walid Bilal
Jamal Faisal Salim Karim Nasser Mustafa Abdullah Abdulrahman Hamza Zainab Maryam Ayman Ziad Basil Firas Anas Marwan
James John Robert Michael William David Richard Thomas Mark Paul Andrew Peter Simon George Edward Sarah Emma Laura Anna
Mary Susan Karen Lisa Jennifer Rachel Charles Stephen Kevin Brian Scott Jeffrey Martin Alan Gordon Hugh Fiona Claire
Jean Pierre François Michel Luc Hans Klaus Jürgen Stefan Giulia Marco Luigi Carlos José Juan Miguel María Ana Pedro
Ivan Sergei Dmitry Vladimir Alexei Oleksandr Andriy Volodymyr Yulia Olena Natalia Mykola Viktor Igor Pavel Tomasz Piotr
Reza Mehdi Javad Hossein Mehmet Ahmet Emre Recep Ayşe Avi Yossi Moshe David Noa Tamar Abdi Hodan Warsame Ismail Farah
Aung Min Thant Win Zaw Nguyen Kim Lee Park Wei Jun Hiroshi Kenji Rajesh Priya Amit Sunita Imran Asif Bashir Gulbuddin
Moussa Amadou Ibrahima Fatou Oumar Boubacar Idrissa Kofi Kwame Chinedu Emeka Abubakar Musa Sani Hauwa Joseph Emmanuel
Patrice Félix Laurent Jean-Claude Désiré Salva Riek Taban Berhanu Abiy Tigist Getachew Osman Hemedti Siddig Amina Nabil`);
const LAST = list(`
Haddad Khoury Mansour Najjar Sabbagh Darwish Shami Qasim Jaber Saleh Hamdan Barakat Issa Nasrallah Rashid Farouk Aziz
Khalil Younes Saadi Hakim Attar Masri Tamimi Zoubi Hariri Salloum Kanaan Shaheen Othman Ramadan Sultan Bakri Daher
Smith Brown Taylor Wilson Walker Harris Clark Lewis Hall Young Wright Green Baker Carter Mitchell Turner Parker Collins
Morris Murphy Cook Rogers Reed Bailey Cooper Howard Ward Brooks Kelly Price Bennett Wood Ross Foster Graham Hughes
Fletcher Whitaker Langley Harding Pemberton Caldwell Ashworth Thornton Sheridan Donovan Keller Brandt Hoffmann Weber
Dupont Laurent Moreau Girard Rousseau Lefebvre Rossi Bianchi Ferrari García Martínez López Hernández Pérez Silva Costa
Ivanov Petrov Sokolov Volkov Morozov Kuznetsov Shevchenko Kovalenko Bondarenko Tkachenko Melnyk Kravchuk Nowak Kowalski
Rezaei Hosseini Karimi Ahmadi Yılmaz Kaya Demir Şahin Öztürk Levi Cohen Mizrahi Peretz Katz Warsame Farah Abdi Nur
Hlaing Thein Oo Tun Tran Nguyen Park Choi Wang Zhang Chen Tanaka Suzuki Sharma Singh Gupta Khan Afridi Mehsud Noorzai
Traoré Diallo Keïta Coulibaly Touré Ouedraogo Sawadogo Mensah Okafor Adeyemi Bello Kabila Tshimanga Mukendi Machar Deng
Tesfaye Gebremariam Bashir Burhan Dagalo Hamdok Zuma Banda Phiri Ndlovu Oliveira Santos Almeida`);
const NISBA =
  list(`Masri Halabi Homsi Shami Baghdadi Tikriti Libi Tunisi Jazrawi Ansari Hashimi Qurashi Kuwaiti Yamani Najdi Jolani
Hamwi Furati Iraqi Muhajir Maghribi Sharif Rashid Din Hariri Jaafari Sadr Hakim Maliki Houthi Iryani Shabwani`);
const LETTERS = "ABCDEFGHJKLMNPRSTW";
const COUNTRIES = [
  "Syria|Iraq|Iran|Turkey|Jordan|Lebanon|Egypt|Israel|Yemen|Oman|Qatar|Kuwait|Bahrain|Saudi Arabia|United Arab Emirates",
  "Libya|Tunisia|Algeria|Morocco|Sudan|South Sudan|Ethiopia|Eritrea|Somalia|Kenya|Uganda|Rwanda|Burundi|Congo|Chad|Niger",
  "Mali|Nigeria|Cameroon|Senegal|Ghana|Burkina Faso|Mozambique|South Africa|Ukraine|Russia|Belarus|Poland|Germany|France",
  "Britain|Spain|Italy|Greece|Denmark|Norway|Sweden|Netherlands|Belgium|Georgia|Armenia|Azerbaijan|Afghanistan|Pakistan",
  "India|China|Japan|South Korea|Myanmar|Thailand|Indonesia|Philippines|Australia|Canada|Mexico|Colombia|Brazil|Haiti",
  "United States|United Kingdom|UK|US|U.S.|U.K.|Central African Republic|Ivory Coast|Saudi Arabia|Palestine|Gaza",
]
  .join("|")
  .split("|");
const PEOPLES =
  list(`Syrian Iraqi Iranian Turkish Jordanian Lebanese Egyptian Israeli Yemeni Saudi Libyan Sudanese Ethiopian Somali
Ugandan Rwandan Congolese Malian Nigerian Ukrainian Russian Polish German French British Spanish Italian Afghan Pakistani
Indian Chinese Burmese Filipino Australian Canadian American Kurdish Arab Palestinian Danish Dutch Belgian European`);
const STEMS = list(`Kafr Tel Tell Deir Ain Ras Wadi Jabal Khan Umm Bir Qasr Beit Nahr Hosh Khirbet`);
const SOUNDS =
  list(`ba da fa ga ha ja ka la ma na qa ra sa sha ta wa ya za bi di ki li mi ni ri si bu du hu ku lu mu nu ru
su zu be de ke le me ne re se bo do go ko lo mo no ro so vo ko kha tar bar mar dan lan nor sin tor ber ver der man`);
const SOUND_ENDS = list(
  `n r s h d b m l k ah iya in an un ar ir ad id ab ib ivka ovo ansk ino sk ville ton burg ma ka ra a o i e u`,
);
const PLACE_HEADS =
  list(`Province Governorate District City County Region Oblast Airport Valley River Bridge Street Square Hospital Port
Village Camp Mountains Lake Island Crossing Dam Prison Highway Desert Plateau Hills Barracks Airbase Base Airfield Bay`);
const PLACE_LEADS = list(
  `Mount Lake North South East West Eastern Western Northern Southern Upper Lower Central Camp Fort Port New`,
);
const BODY_LEADS =
  list(`Free National Popular Democratic Islamic Revolutionary United Royal Federal Supreme Central International
Southern Northern Eastern Western People's Joint Special Republican Liberation Patriotic Social General New Global World
Combined Local Provincial Military Security Political Transitional Arab African European`);
const BODY_THINGS =
  list(`Defence Defense Liberation Security Salvation Resistance Justice Unity Mobilisation Intelligence Operations Relief
Development Health Labour Conservative Workers Resistance Border Guard Police Air Naval Rescue Reconciliation Election
Human Rights Humanitarian Peace Media Monitoring Support Stabilization Protection Energy Oil Trade Medical Engineer
Artillery Infantry Armored Airborne Aviation Logistics Intelligence Marine Cyber Military Defence`);
const BODY_HEADS =
  list(`Army Front Forces Party Brigade Brigades Movement Council Committee Commission Organisation Organization Authority
Ministry Agency Observatory Network Union Court Parliament Assembly Command Division Battalion Regiment Corps Coalition
Alliance Foundation Institute University Centre Center Bank Group Company Association Federation League Initiative Office
Department Administration Directorate Bureau Fund Society Service Services Police Guard Mission Squadron Wing Group Navy
Fleet Militia Legion Congress Senate Academy Corporation Watch Force Unit Government Team Company`);
const MINISTRIES = list(
  `Defence Defense Health Interior Information Justice Education Finance Transport Agriculture Culture Labour Tourism`,
);
const ARABIC_BODIES = list(
  `Ansar Jaish Liwa Harakat Kataib Ahrar Saraya Hizb Jund Faylaq Asaib Hay'at Jabhat Jamaat Quwat`,
);
const ARABIC_ENDS = list(
  `Sham Islam Haqq Tawhid Din Fatah Nasr Furqan Sunna Thawra Rahman Watan Shaab Fajr Quds Mahdi Huda Salam`,
);
const MEDIA = list(
  `News Times Post Herald Press Today Tribune Daily Gazette Monitor Observer Channel Network Agency Radio TV`,
);
/** Bodies whose names do not tell what they are; many texts speak of them. */
const ALONE =
  `Coalition|Army|Navy|Parliament|Senate|Congress|Observatory|Cabinet|Ministry|Council|Pentagon|Kremlin|Commission|Treasury|
Marines|Taliban|Hamas|Daesh|ISIS|ISIL|Hezbollah|Houthis|Interpol|Amnesty|Reuters|Twitter|Facebook|Telegram|Google|Oxfam|
Peshmerga|Fatah|Wagner|Azov|Janjaweed|Seleka|Hashd|Basij|Mossad|al - Nusra|Al - Nusra|al - Qaeda|Al - Qaida|al - Shabaab|
Al - Shabaab|Boko Haram|Islamic State|Islamic Jihad|Lashkar - e - Taiba|Red Cross|Red Crescent|White Helmets|Sinn Fein|
White House|House|Downing Street|Supreme Court|Security Council|Grey Wolves|Ansarullah|Ansar Allah|Dozo|Amhara Fano|Mai - Mai`
    .replaceAll("\n", "")
    .split("|");

/** Names of one kind at random; words are as the tokeniser cuts them. */
export class MadeNames {
  private readonly random: () => number;
  private readonly places: readonly (readonly string[])[];

  /** `places` are names to choose among besides made ones, cut into words. */
  constructor(random: () => number, places: readonly (readonly string[])[]) {
    this.random = random;
    this.places = places;
  }

  private one<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  private coined(): string {
    const sounds = 1 + Math.floor(this.random() * 3);
    let word = "";
    for (let i = 0; i < sounds; i++) word += this.one(SOUNDS);
    word += this.one(SOUND_ENDS);
    return word[0]!.toUpperCase() + word.slice(1);
  }

  people = (): string => this.one(PEOPLES);
  country = (): string[] => this.one(COUNTRIES).split(" ");

  surname(): string[] {
    const x = this.random();
    if (x < 0.12) return [this.one(["al", "Al", "el"]), "-", this.one(NISBA)];
    if (x < 0.2) return [this.coined()];
    return [this.one(LAST)];
  }

  person(): string[] {
    const x = this.random();
    const first = this.one(FIRST);
    if (x < 0.5) return [first, this.random() < 0.12 ? this.coined() : this.one(LAST)];
    if (x < 0.62) return [first, `${this.one([...LETTERS])}.`, this.one(LAST)];
    if (x < 0.72) return [first, this.one(["al", "Al", "el"]), "-", this.one(NISBA)];
    if (x < 0.8) return ["Abu", this.one(FIRST), this.one(["al", "Al"]), "-", this.one(NISBA)];
    if (x < 0.84) return ["Abu", this.one(FIRST)];
    if (x < 0.92) return [first, this.one(FIRST), this.one(LAST)];
    if (x < 0.95) return [first, this.one(LAST), "-", this.one(LAST)];
    return [this.coined(), this.coined()];
  }

  place(): string[] {
    const x = this.random();
    if (x < 0.2) return this.country();
    if (x < 0.6 && this.places.length > 0) return [...this.one(this.places)];
    if (x < 0.72) return [this.coined()];
    if (x < 0.78) return [this.one(STEMS), this.coined()];
    if (x < 0.83) return [this.one(["al", "Al"]), "-", this.coined()];
    const core = this.random() < 0.5 && this.places.length > 0 ? this.one(this.places) : [this.coined()];
    return x < 0.93 ? [...core, this.one(PLACE_HEADS)] : [this.one(PLACE_LEADS), ...core];
  }

  private acronym(): string {
    const letters = 2 + Math.floor(this.random() * 4);
    return Array.from({ length: letters }, () => this.one([...LETTERS, "A", "I", "O", "U", "F", "S"])).join("");
  }

  organisation(): string[] {
    return this.body().flatMap((word) => (word.endsWith("'s") ? [word.slice(0, -2), "'s"] : word.split(" ")));
  }

  private body(): string[] {
    const x = this.random();
    if (x < 0.14) return [this.one(ALONE)];
    if (x < 0.28) return [this.acronym()];
    if (x < 0.4) return [this.one([...BODY_LEADS, ...PEOPLES]), this.one(BODY_THINGS), this.one(BODY_HEADS)];
    if (x < 0.5) return [this.one(PEOPLES), this.one(BODY_LEADS), this.one(BODY_HEADS)];
    if (x < 0.54) return [this.one(BODY_LEADS), this.one(BODY_HEADS)];
    if (x < 0.56) return [...this.place(), "People's", this.one(BODY_THINGS), this.one(["Front", "Army", "Party"])];
    if (x < 0.62) {
      const head = this.one(["Ministry", "Department"]);
      const end = ["of", this.one(MINISTRIES)];
      return this.random() < 0.5 ? [head, ...end] : [this.one(PEOPLES), head, ...end];
    }
    if (x < 0.65) return [this.one(MINISTRIES), "Ministry"];
    if (x < 0.72) return [this.one(ARABIC_BODIES), "al", "-", this.one(ARABIC_ENDS)];
    if (x < 0.78) {
      const n = 1 + Math.floor(this.random() * 120);
      const nth = n % 100 > 10 && n % 100 < 14 ? `${n}th` : `${n}${["th", "st", "nd", "rd"][n % 10] ?? "th"}`;
      const unit = this.one(["Brigade", "Division", "Regiment", "Battalion", "Wing", "Squadron", "Fleet", "Corps"]);
      return this.random() < 0.5 ? [nth, unit] : [nth, this.one(BODY_THINGS), unit];
    }
    if (x < 0.84) return [...this.place(), this.one([...BODY_HEADS, "Military Council", "Operations Command"])];
    if (x < 0.9)
      return [
        this.one(["University", "Bank", "Government", "Islamic State", "Party", "Council", "Parliament", "Embassy"]),
        "of",
        ...this.country(),
      ];
    if (x < 0.91)
      return [this.one(["Bank", "Union", "Islamic State"]), "of", ...this.country(), "and", "the", ...this.place()];
    if (x < 0.95) return [...(this.random() < 0.5 ? this.place() : [this.one(PEOPLES)]), this.one(MEDIA)];
    if (x < 0.97) return [this.one(["al", "Al"]), "-", this.random() < 0.5 ? this.one(ARABIC_ENDS) : this.coined()];
    return x < 0.985 ? [this.coined()] : [this.coined(), this.coined()];
  }
}
