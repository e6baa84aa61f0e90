// Where the words of an encounter mean something else: a match, a job interview, an interview
// given to a newspaper. A table: the trigger lemmas concerned, the words that give it away, why.

import { rememberLast } from "../../terms/remember-last.ts";
import { rememberWords } from "../../terms/remember-words.ts";

export interface FalseFriend {
  /** Lemmas or folded nouns it concerns; "*" for all. */
  readonly triggers: RegExp;
  /** Looked for in the folded sentence (where: "sentence") or right after the trigger. */
  readonly where: "sentence" | "after" | "before";
  readonly pattern: RegExp;
  readonly reason: string;
}

const ON_AIR =
  /\b(?:sur (?:le plateau|bfm\w*|bfm tv|rtl|rmc|lci|cnews|france (?:2|3|5|info|inter|culture|bleu)|franceinfo|europe 1|tf1|m6|c8|sud radio|public senat|radio \w+|cnn|fox|nbc|abc|cbs|canal)|au micro de|plateau de|dans l'emission|de l'emission|la matinale)\b/;

export const falseFriends: readonly FalseFriend[] = [
  {
    triggers: /^(?:inviter|recevoir|accueillir|entretien|entretenir|convier|joindre|contacter)s?$/,
    where: "sentence",
    pattern: ON_AIR,
    reason: "guest of a broadcast",
  },
  {
    triggers:
      /^(?:rencontre|recontre|rencontrer|recevoir|accueillir|retrouver|retrouvailles|face-a-face|croiser|tete-a-tete|rendez-vous|sommet|affronter|revoir|inviter)s?$/,
    where: "sentence",
    pattern:
      /\b(?:(?<!\bparis )match|matches|matchs|(?:demi|quart|quarts|huitiemes?|seizieme)[ -](?:de )?finales?|en finale|la finale|championnat|ligue (?:1|2|des champions|europa)|coupe (?:du monde|de france|d'europe|davis|de la ligue)|roland[- ]garros|wimbledon|us open|atp|wta|tournoi|xv de france|top 14|pro d2|jeux olympiques|joueurs?|joueuses?|gardien de but|attaquant|milieu de terrain|defenseur|selectionneur|l'equipe de|les bleus|les verts|arbitre|mi-temps|prolongations?|penalty|coup d'envoi|journee de ligue|premier league|liga|serie a|bundesliga|nba|club|stade|s'affront\w+|tennisman|tenniswoman|footballeu\w+|rugbymen?|mannschaft|vestiaire|mercato|buteur|ballon|sur le ring|boxeu\w+|entraineurs?|circuit (?:atp|wta|mondial)|sur le circuit|\d+e minute|(?:troisieme|quatrieme|[34]e|prochain) tour(?! d[e']))\b/,
    reason: "sport",
  },
  {
    triggers: /^entretien/,
    where: "after",
    pattern:
      /^ (?:d'embauche|de recrutement|prealable|professionnel|individuel|d'evaluation|annuel|accorde|publie|diffuse|paru|au (?:figaro|monde|parisien|point|journal|quotidien|magazine)|exclusif|televise|a l'afp|a paraitre|des|d'un batiment|du (?:linge|reseau|materiel|jardin)|courant|menager)\b/,
    reason: "job interview, interview in the press, upkeep",
  },
  {
    triggers: /^entretien/,
    where: "before",
    pattern:
      /\b(?:contrat d'|frais d'|travaux d'|produits? d'|charge de l'|charge d'|depenses d'|assurer l'|assure l')$/,
    reason: "upkeep",
  },
  {
    triggers: /^(?:recevoir|accueillir)$/,
    where: "after",
    pattern:
      /^ (?:a l'examen|au bac|au baccalaureat|au concours|a la sorbonne|premier|premiere|major|comme|en heros|favorablement|froidement|fraichement)\b/,
    reason: "exam, welcome of a decision",
  },
  {
    triggers: /^sommet$/,
    where: "after",
    pattern:
      /^ (?:de (?:l'etat|la |l'eglise|sa |son |ses |leur )|des? (?:sondages|classement|pouvoir|charts))/,
    reason: "the top of something",
  },
  {
    triggers: /^appel$/,
    where: "after",
    pattern:
      /^ (?:à|aux|au|d'offres|du parquet|du jugement|de detresse|des? (?:urgence|pied)) ?(?!§)/,
    reason: "other calls",
  },
  {
    triggers: /^(?:discussion|echange|negociations|reunion|consultations|concertation)s?$/,
    where: "after",
    pattern: /^ (?:de tirs|de vues entre lecteurs|de maisons|commercial|de prisonniers|de donnees)/,
    reason: "exchange of things",
  },
  {
    triggers: /^(?:discussion|echange|conversation)s?$/,
    where: "after",
    pattern:
      /^ (?:(?:de |d'|par )(?:sms|textos|(?:e-?)?mails|courriels?|messages|lettres|tweets|courriers?)\b|epistolaires?|ecrits?\b)/,
    reason: "letters and messages",
  },
  {
    triggers: /^(?:conversation|discussion|rencontre|entretien)s?$/,
    where: "after",
    pattern: /^ .*\b(?:diffuse|rediffuse|retransmis)e?s?\b/,
    reason: "something broadcast",
  },
  {
    triggers: /^appeler$/,
    where: "sentence",
    pattern: /\b(?:en equipe d|en selection|en bleu|sous les drapeaux|à la barre)/,
    reason: "selection, service, witness",
  },
  {
    triggers: /^(?:croiser|retrouver|rencontrer|affronter)$/,
    where: "after",
    pattern:
      /^ .*\b(?:en competition|dans (?:le|la|son|sa|ce|un|une) (?:\S+ )?(?:film|piece|serie|comedie|telefilm)|à l'ecran|à l'affiche)\b/,
    reason: "sport, stage",
  },
  {
    triggers: /^(?:croiser|retrouver|rencontrer|revoir|recevoir|affronter)$/,
    where: "sentence",
    pattern:
      /^(?:« )?dans (?:« [^»]{1,60} »|(?:le|la|ce|cette|son|sa|leur|un|une) (?:\S+ )?(?:film|piece|serie|roman|comedie|fiction|nouvelle|telefilm|bande dessinee|episode)\b)(?!.*\b(?:a|ont|avait|avoir|avaient|raconte|relate) (?:\S+ )?(?:rencontre|retrouve|croise|recu|revu|avoir)\b)/,
    reason: "a story, told in the present",
  },
  {
    triggers: /^(?:rencontre|recontre)$/,
    where: "after",
    pattern:
      /^ (?:sportive|amicale|internationale de football|litteraire|avec (?:la|le|l'|son|sa|ses|les|des) (?:public|lecteurs|peinture|musique|mort|foi|dieu|histoire))/,
    reason: "not between persons",
  },
  {
    triggers: /^(?:rencontrer|entretenir)$/,
    where: "before",
    pattern: /\b(?:sa femme|son epouse|son mari|sa compagne|son compagnon)\b.*$/,
    reason: "private life",
  },
];

/** Whether a sentence has words of a rule anywhere: one look for all of its triggers. */
const concerned = falseFriends.map((rule) => ({
  rule,
  speaksIn: rememberLast((sentence: string) => rule.pattern.test(sentence)),
}));

/** The rules that concern a trigger. There are few triggers: their number bounds what is remembered. */
const rulesOf = rememberWords(
  (trigger) => concerned.filter(({ rule }) => rule.triggers.test(trigger)),
  500,
);

/** The reason why a trigger is none, or null. Texts folded, read when needed; `after` begins with a blank. */
export function falseFriend(
  trigger: string,
  texts: Readonly<Record<FalseFriend["where"] | "whole", () => string>>,
): string | null {
  const found = rulesOf(trigger).find(
    ({ rule, speaksIn }) =>
      (rule.where !== "sentence" || speaksIn(texts.whole())) &&
      rule.pattern.test(texts[rule.where]()),
  );
  return found?.rule.reason ?? null;
}
