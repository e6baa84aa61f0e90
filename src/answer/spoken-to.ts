// What people say to whoever they ask, around the question itself: "Salut, dis-moi qui…", "… s'il te
// plaît". Taken off before anybody reads the question, so that no greeting is read as a name.

/** What may stand before a question, and ends where the sign after it does. */
const aside = [
  "(?:re)?bonjour",
  "bonsoir",
  "salut(?:ations)?",
  "coucou",
  "all[ôo]",
  "hello",
  "hi(?: there)?",
  "hey(?: there)?",
  "good (?:morning|afternoon|evening)",
  "merci(?: (?:beaucoup|bien|encore|pour [^,.!?;:]{1,40}))?",
  "thanks(?: (?:a lot|for [^,.!?;:]{1,40}))?",
  "thank you(?: (?:so|very) much)?(?: for [^,.!?;:]{1,40})?",
  "d['’]accord",
  "o\\.?k(?:ay)?",
  "tr[èe]s bien",
  "(?:eh )?bien",
  "bon",
  "parfait",
  "super",
  "great",
  "well",
  "oui",
  "non",
  "yes",
  "no",
  "so",
  "dis(?:-moi)?",
  "dites(?:-moi)?",
  "tiens",
  "au fait",
  "by the way",
  "pardon",
  "d[ée]sol[ée]e?",
  "sorry",
  "excuse(?:z)?[- ]moi",
  "excuse me",
  "please",
  "svp",
  "stp",
  "s['’]il (?:te|vous) pla[iî]t",
  "(?:une |petite |ma |autre |a |my |another )*question",
  "(?:cher |dear |mon cher )?sourcier",
  "(?:franche|s[ée]rieuse|honn[êe]te|sinc[èe]re|simple|juste|concr[èe]te|rapide)ment",
  "(?:frank|serious|honest|actual|basical|real|quick)ly",
].join("|");
/** What a question begins with: a greeting without any sign behind it ends in front of these. */
const beginning =
  "(?:qu['’]|(?:qui|que|quoi|quand|o[ùu]|comment|combien|pourquoi|quel(?:le)?s?|avec|est-ce|et|and|who|whom|what|when|where|why|how|which|did|has|have|is|are|was|were|do|does|will|can|could|peu[xt]|pou[rv]\\p{L}+|tu|vous|donne|montre|dis|dites|give|show|tell|please|sourcier|le lien|the link)(?!\\p{L}))";
const asideFirst = new RegExp(
  `^(?:${aside})(?!\\p{L})(?:\\s*[,!.:;…–—]+(?:\\s|$)|\\s+(?=${beginning}))\\s*`,
  "iu",
);

/** Asking to be told: what is to be told comes behind. */
const tellMeFirst = new RegExp(
  `^(?:${[
    "(?:est-ce que )?(?:(?:tu|vous) )?(?:peu[xt]|pouvez|pourr(?:ais|iez))(?:[- ](?:tu|vous))? (?:me|nous) dire",
    "(?:please )?(?:dis|dites)[- ](?:moi|nous)",
    "(?:sais[- ]tu|savez[- ]vous|tu sais|vous savez)",
    "(?:je (?:veux|voudrais|cherche à)|j['’](?:aimerais|ai besoin de)) savoir",
    "(?:(?:can|could|would|will) you )?(?:please )?tell (?:me|us)",
    "do you know",
    "i(?:['’]d| would) (?:like|love) to know",
    "i (?:want to know|wonder)",
  ].join(
    "|",
  )})(?:[\\s,]+(?:please|stp|svp|s['’]il (?:te|vous) pla[iî]t))?[\\s:,]+(?:(?:si|if|whether)\\s+|s['’](?=ils?\\s(?!te |vous )))?`,
  "iu",
);

const courtesyLast =
  /(?:[\s,;.!?…]+(?:s['’]il (?:te|vous) pla[iî]t|stp|svp|please)|[,;.!?…]\s*(?:merci|thanks|thank you)(?: (?:beaucoup|bien|d['’]avance|a lot|very much|in advance))?)[\s.!?…]*$/iu;

const giveMeFirst = new RegExp(
  `^(?:${[
    "(?:donne|montre|trouve|liste|cite)z?[- ](?:moi|nous)",
    "(?:est-ce que )?(?:(?:tu|vous) )?(?:peu[xt]|pouvez|pourr(?:ais|iez))(?:[- ](?:tu|vous))? (?:me|nous) (?:donner|montrer|trouver|lister|citer)",
    "(?:(?:can|could|would|will) you )?(?:please )?(?:give|show|find|list)(?: for)? (?:me|us)",
  ].join("|")})\\s+`,
  "iu",
);

/** At most so many asides: "Salut, merci, dis-moi…". */
const mostAsides = 6;

/** The question without greeting, address, "dis-moi" and courtesy; as it is when nothing would be left. */
export function withoutAsides(question: string): string {
  let rest = question;
  for (let taken = 0; taken < mostAsides; taken++) {
    const shorter = rest.replace(asideFirst, "").replace(tellMeFirst, "");
    if (shorter === rest) break;
    rest = shorter;
  }
  rest = rest.replace(courtesyLast, "");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}

/** "Donne-moi toutes les rencontres de Lavrov": what is to be given. Only for what is no request for an article. */
export function withoutGiving(question: string): string {
  const rest = question.replace(giveMeFirst, "");
  return /[\p{L}\p{N}]/u.test(rest) ? rest : question;
}

const correctionFirst =
  /^(?:(?:mais )?non|no)?[\s,.!]*(?:je (?:parle|parlais|voulais parler) (?=d)|je voulais dire |je pensais à |i (?:meant|was talking about) )/iu;

/** "Non, je parlais du maire" goes on as "et le maire" does. */
export function asFollowUp(question: string): string {
  const rest = question.replace(correctionFirst, "");
  if (rest === question) return question;
  const meant = rest
    .replace(/^du /u, "le ")
    .replace(/^des /u, "les ")
    .replace(/^(?:de |d['’])/u, "");
  return `et ${meant}`;
}
