// The forms of the verbs that tell of encounters -> verb and tense. Accents are kept, for they
// tell "rencontre" (now) from "rencontré" (done).

export type Tense =
  | "present"
  | "imperfect"
  | "simple-past"
  | "future"
  | "conditional"
  | "infinitive"
  | "participle"
  | "gerund";

export interface VerbForm {
  readonly lemma: string;
  readonly tense: Tense;
}

interface Stems {
  /** Subjunctive too: what stands before "que" tells them apart. */
  readonly present: string;
  readonly imperfect: string;
  readonly simplePast: string;
  readonly future: string;
  readonly participle: string;
  readonly gerund: string;
}

/** Verbs in -er that conjugate regularly. */
const REGULAR =
  "rencontrer croiser retrouver discuter dialoguer échanger converser parler téléphoner contacter bavarder dîner déjeuner convier inviter consulter négocier concerter serrer donner deviser partager".split(
    " ",
  );

/** Others: stems and forms, "|" between alternatives. */
const IRREGULAR: Readonly<Record<string, Stems>> = {
  appeler: {
    present: "appelle|appellent|appelons",
    imperfect: "appelait|appelaient",
    simplePast: "appela|appelèrent",
    future: "appeller",
    participle: "appelé",
    gerund: "appelant",
  },
  rappeler: {
    present: "rappelle",
    imperfect: "",
    simplePast: "",
    future: "rappeller",
    participle: "rappelé",
    gerund: "rappelant",
  },
  entretenir: {
    present: "entretient|entretienne|entretiennent|entretenons",
    imperfect: "entretenait|entretenaient",
    simplePast: "entretint|entretinrent",
    future: "entretiendr",
    participle: "entretenu",
    gerund: "entretenant",
  },
  recevoir: {
    present: "reçoit|reçoive|reçoivent|recevons",
    imperfect: "recevait|recevaient",
    simplePast: "reçut|reçurent",
    future: "recevr",
    participle: "reçu",
    gerund: "recevant",
  },
  voir: {
    present: "voit|voie|voient|voyons",
    imperfect: "voyait|voyaient",
    simplePast: "vit|virent",
    future: "verr",
    participle: "vu",
    gerund: "voyant",
  },
  revoir: {
    present: "revoit|revoie|revoient",
    imperfect: "revoyait|revoyaient",
    simplePast: "revit|revirent",
    future: "reverr",
    participle: "revu",
    gerund: "revoyant",
  },
  accueillir: {
    present: "accueille|accueillent",
    imperfect: "accueillait|accueillaient",
    simplePast: "accueillit|accueillirent",
    future: "accueiller",
    participle: "accueilli",
    gerund: "accueillant",
  },
  réunir: {
    present: "réunit|réunisse|réunissent",
    imperfect: "réunissait|réunissaient",
    simplePast: "réunirent",
    future: "réunir",
    participle: "réuni",
    gerund: "réunissant",
  },
  joindre: {
    present: "joignent",
    imperfect: "joignait|joignaient",
    simplePast: "joignit|joignirent",
    future: "joindr",
    participle: "joint",
    gerund: "joignant",
  },
  asseoir: {
    present: "assoit|assied|asseyent",
    imperfect: "asseyait|asseyaient",
    simplePast: "assit|assirent",
    future: "assoir",
    participle: "assis",
    gerund: "asseyant",
  },
  débattre: {
    present: "débattent",
    imperfect: "débattait|débattaient",
    simplePast: "débattit|débattirent",
    future: "débattr",
    participle: "débattu",
    gerund: "débattant",
  },
  prendre: {
    present: "prend|prennent",
    imperfect: "prenait|prenaient",
    simplePast: "prit|prirent",
    future: "prendr",
    participle: "pris",
    gerund: "prenant",
  },
  rendre: {
    present: "rend|rendent",
    imperfect: "rendait|rendaient",
    simplePast: "rendit|rendirent",
    future: "rendr",
    participle: "rendu",
    gerund: "rendant",
  },
};

/** "avoir quelqu'un au téléphone": its other forms are the auxiliary's, which is everywhere. */
const HAVING: readonly (readonly [string, Tense])[] = [
  ["avoir", "infinitive"],
  ["eu", "participle"],
  ["eue", "participle"],
  ["eus", "participle"],
  ["eues", "participle"],
];

const INFINITIVES: Readonly<Record<string, string>> = { asseoir: "asseoir|assoir" };

/** Form in lower case -> verb and tense. A form of two tenses ("réunit") keeps the first. */
export const verbForms: ReadonlyMap<string, VerbForm> = collectForms();

function collectForms(): Map<string, VerbForm> {
  const forms = new Map<string, VerbForm>();
  for (const lemma of REGULAR) addForms(forms, lemma, regularStems(lemma));
  for (const [lemma, stems] of Object.entries(IRREGULAR)) addForms(forms, lemma, stems);
  for (const [form, tense] of HAVING) forms.set(form, { lemma: "avoir", tense });
  return forms;
}

/** What a regular verb in -er is as the verb of a sentence: "presse", "pressaient", "pressera". */
export function finiteForms(lemma: string): string[] {
  const { present, imperfect, simplePast, future } = regularStems(lemma);
  return `${present}|${imperfect}|${simplePast}|${future}a|${future}ont`.split("|");
}

function regularStems(lemma: string): Stems {
  const stem = lemma.slice(0, -2);
  const soft = stem.endsWith("g")
    ? `${stem}e`
    : stem.endsWith("c")
      ? `${stem.slice(0, -1)}ç`
      : stem;
  return {
    present: `${stem}e|${stem}ent|${soft}ons`,
    imperfect: `${soft}ait|${soft}aient`,
    simplePast: `${soft}a|${stem}èrent`,
    future: `${stem}er`,
    participle: `${stem}é`,
    gerund: `${soft}ant`,
  };
}

function addForms(forms: Map<string, VerbForm>, lemma: string, stems: Stems): void {
  const add = (list: string, tense: Tense): void => {
    for (const form of list.split("|")) {
      if (form !== "" && !forms.has(form)) forms.set(form, { lemma, tense });
    }
  };
  add(INFINITIVES[lemma] ?? lemma, "infinitive");
  add(stems.present, "present");
  add(stems.imperfect, "imperfect");
  add(stems.simplePast, "simple-past");
  const f = stems.future;
  add(`${f}a|${f}ont|${f}ai|${f}ons`, "future");
  add(`${f}ait|${f}aient|${f}ais`, "conditional");
  const p = stems.participle;
  add(p.endsWith("s") ? `${p}|${p}e|${p}es` : `${p}|${p}e|${p}s|${p}es`, "participle");
  add(stems.gerund, "gerund");
}
