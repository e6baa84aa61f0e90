/*
 * What pages of French-language news put around their articles, as a table. A rule matches a whole line,
 * either because every word of it belongs to the class (`words`), or by a pattern. `folded` patterns see the
 * line lower-cased, without accents and with straight quotes (foldLine); `exact` ones see it as it is written.
 */

import { FRENCH_MONTHS, SHORT_FRENCH_MONTHS } from "../corpus/months.ts";

/**
 * - `line`: only the line itself.
 * - `section`: also the titles right below it, up to the next prose.
 * - `end`: also everything below, when what follows is no longer the article.
 */
export type RuleReach = "line" | "section" | "end";

export interface BoilerplateRule {
  /** The class of boilerplate; reported with every line dropped. */
  readonly name: string;
  /** What the class is and why it is not the article's. */
  readonly reason: string;
  /** `edges`: only before the first or after the last paragraph of prose. */
  readonly where: "anywhere" | "edges" | "tail";
  readonly reach: RuleReach;
  /** A line with one of these words, made only of them, of `alongside`, of FILLERS and of numbers, matches. */
  readonly words?: ReadonlySet<string>;
  /** Words that such a line may hold but that prove nothing by themselves. */
  readonly alongside?: ReadonlySet<string>;
  readonly folded?: readonly RegExp[];
  readonly exact?: readonly RegExp[];
}

/** Words that say nothing for or against any class. */
export const FILLERS: ReadonlySet<string> = words(
  "a ai au aux avec ce ces cet cette d de des du en et j je l la le les m ma mes mon n ne nos notre ou par plus pour " +
    "s sa se ses son sur this to the toute toutes tout tous un une via vers vos votre vous nous on of by or your my",
);

const NETWORKS =
  "facebook twitter whatsapp linkedin messenger pinterest telegram instagram tiktok snapchat youtube reddit tumblr " +
  "bluesky threads mastodon viber wechat vkontakte odnoklassniki flipboard dailymotion soundcloud spotify deezer x";

const CALENDAR =
  `${[...FRENCH_MONTHS, ...SHORT_FRENCH_MONTHS].join(" ")} ` +
  "lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim h min heure heures minutes " +
  "jours ans annees mois semaines hier aujourd hui gmt utc cet cest er am pm";

export const BOILERPLATE_RULES: readonly BoilerplateRule[] = [
  {
    name: "share-bar",
    reason: "Buttons to share, print, save or enlarge the article",
    where: "anywhere",
    reach: "line",
    words: words(
      `${NETWORKS} partager partagez share shares sharing tweet tweeter tweets retweeter email courriel envoyer ` +
        "imprimer print copier copie copy copied clipboard commenter reagir favoris signet agrandir epingler follow sms",
    ),
    alongside: words(
      "cliquez cliquer whats app linked in you tube tik tok partage partages mail mails lien link url article page fermer close button bouton boutons discussion " +
        "reaction reactions ajouter enregistrer sauvegarder offrir ecouter taille texte police reduire embed code " +
        "integrer coller google news flux rss e ami amis like likes aime reseaux sociaux suivre ouvre nouvelle fenetre",
    ),
    folded: [
      /^(?:partagez?|share) (?:cet?(?:te)?|l'|sur|this|on)\b.{0,60}$/,
      /^copier(?:\/coller)? le lien\b.{0,100}$/,
      /^cliquez? (?:ici )?pour (?:partager|imprimer|envoyer|copier)\b.{0,100}$/,
      /^(?:envoyer|recommander) (?:cet?|l')\s?article\b.{0,60}$/,
      /^(?:ajouter|enregistrer|retirer)\b.{0,30}\b(?:favoris|signets|(?:ma|mes|vos|votre) (?:listes?|selections?|favoris)|bookmarks)\b.{0,20}$/,
      /^(?:classer|offrir|ecouter|imprimer|reagir a|commenter) (?:cet?|l')\s?article\b.{0,40}$/,
      /^(?:taille|grosseur) (?:du texte|de (?:la )?police|des caracteres)\b.{0,30}$/,
    ],
  },
  {
    name: "follow-us",
    reason: "Invitations to follow the outlet elsewhere",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:>+ ?|➡ ?|→ ?)?(?:suivez|retrouvez|rejoignez|likez|ajoutez|follow)\b.{0,120}(?:facebook|twitter|telegram|whatsapp|instagram|youtube|linkedin|tiktok|bluesky|google (?:news|actualites|discover)|reseaux sociaux|sur x)\b.{0,60}$/,
      /^suivez[ -]nous\b.{0,80}$/,
      /^(?:suivez|retrouvez) (?:toute?s?|l'ensemble|l'integralite|l'actualite|nos|notre|le meilleur|en direct|ici)\b.{0,140}$/,
      /^nous suivre\b.{0,80}$/,
      /^rejoignez (?:notre|nos|la|le)\b.{0,80}(?:chaine|groupe|communaute|canal)\b.{0,80}$/,
    ],
  },
  {
    name: "app-promotion",
    reason: "Invitations to install the outlet's application",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:telecharge[rz]|installez|decouvrez|ouvrir)\b.{0,60}\b(?:appli|application|app)\b.{0,100}$/,
      /^[^"]{0,120}\b(?:telechargez|installez|en telechargeant) (?:gratuitement )?(?:l'|notre |nos )(?:appli|application|app)s?\b[^"]{0,80}$/,
      /^disponible sur\b.{0,40}(?:app ?store|google ?play)\b.{0,40}$/,
      /^(?:app ?store|google ?play)(?: (?:app ?store|google ?play|ios|android))*$/,
    ],
  },
  {
    name: "newsletter",
    reason: "Newsletter boxes and their forms",
    where: "anywhere",
    reach: "line",
    words: words(
      "newsletter newsletters infolettre infolettres inscrire inscris inscrivez abonner abonnez",
    ),
    alongside: words(
      "inscription abonnement abonnements valider adresse mail email e courriel saisir entrez entrer recevoir " +
        "quotidienne hebdomadaire gratuite events evenements podcasts alertes alerte notifications activer",
    ),
    folded: [
      /^(?:inscrivez|abonnez)[ -]vous\b.{0,200}$/,
      /^(?:s'inscrire|s'abonner|je m'inscris|je m'abonne)\b[^.]{0,80}$/,
      /^recevez\b.{0,160}\b(?:boite|e-?mail|mail|newsletters?|infolettres?|courriel|alertes?|chaque (?:jour|matin|soir|semaine|vendredi|lundi|samedi|dimanche))\b.{0,80}$/,
      /^(?:la |notre |nos |les )?(?:newsletters?|infolettres?)\b[^.]{0,80}$/,
      /\bdans votre (?:boite (?:mail|aux lettres|de reception|courriel|e-mail)|messagerie)\b.{0,40}$/,
      /^(?:sign up|subscribe)\b.{0,80}\b(?:newsletters?|briefings?|inbox|e-?mails?)\b.{0,60}$/,
      /^votre (?:adresse )?(?:e-?mail|adresse mail|adresse electronique|courriel|adresse)\b.{0,30}$/,
      /^en (?:vous (?:inscrivant|abonnant)|cliquant sur "?(?:s'inscrire|je m'inscris|valider))\b.{0,400}$/,
      /^(?:votre|l')\s?(?:adresse )?e-?mail\b.{0,120}\b(?:utilisee?|collectee?|traitee?|permettre)\b.{0,300}$/,
      /^(?:merci|votre inscription|vous (?:pouvez|etes)|un e-?mail)\b.{0,80}\b(?:desinscri|desabonn|inscription|inscrit|prise en compte|confirmation)\w*\b.{0,120}$/,
      /^chaque (?:jour|matin|soir|semaine|vendredi|lundi|samedi|dimanche),? [^"]{0,80}\b(?:recevez|votre (?:boite|mail|messagerie)|abonnez|inscrivez)\b.{0,120}$/,
      /^activer les notifications\b.{0,80}$/,
      /^[^"]{0,160}\btou(?:s|tes) les (?:jours|matins|soirs|semaines|vendredis|dimanches),? (?:l'essentiel|le meilleur|toute? l'actu(?:alite)?|vos infos)\b[^"]{0,60}$/,
    ],
  },
  {
    name: "subscription",
    reason: "Paywall notices and subscription offers",
    where: "anywhere",
    reach: "line",
    words: words("abonnez abonnement connectez connecter"),
    alongside: words(
      "abonne abonnes reserve deja connexion offre offres essai profitez decouvrir compte creer",
    ),
    folded: [
      /^(?:cet |l')?(?:article|contenu|suite|lecture|la suite)\b.{0,40}\breservee?s? (?:a nos|aux) abonne?e?s?\b.{0,80}$/,
      /^(?:article |contenu )?reserve aux abonnes\b.{0,40}$/,
      /^il vous reste \d+([.,]\d+)? ?% (?:de|a)\b.{0,100}$/,
      /^(?:deja|pas encore|vous etes) abonnee? ?\?.{0,60}$/,
      /^pour (?:lire|decouvrir|acceder|poursuivre|continuer)\b.{0,60}\b(?:abonnez|inscrivez|identifiez|connectez|creez)\b.{0,80}$/,
      /^(?:profitez|beneficiez|testez|essayez)\b.{0,100}\b(?:offre|abonnement|essai|engagement|mois|euros?|€|\d)\b.{0,80}$/,
      /^(?:a partir de |des |seulement )?\d+([.,]\d+)? ?(?:€|euros?)(?: ?\/ ?| par | le | pour | pendant )?.{0,40}\b(?:mois|an|sans engagement|essai)\b[^.]{0,40}$/,
      /^(?:lire la suite|continuer la lecture|continuez votre lecture|lire l'article complet|la suite de l'article)\b.{0,60}$/,
      /^(?:cet article|ce contenu) vous a (?:plu|ete utile|interesse)\b.{0,160}$/,
      /^(?:vous avez lu|cet article vous (?:est|a ete) offert|soutenez|faites un don|faire un don|je soutiens)\b.{0,160}$/,
    ],
  },
  {
    name: "consent",
    reason: "Cookie and privacy banners",
    where: "anywhere",
    reach: "line",
    words: words(
      "accepter accepte refuser parametrer cookies cookie traceurs consentement confidentialite personnaliser",
    ),
    alongside: words(
      "refuse parametres choix continuer sans ok gerer preferences politique fermer options savoir donnees personnelles",
    ),
    folded: [
      /^(?:en (?:cliquant|poursuivant|continuant|naviguant|utilisant))\b.{0,200}\b(?:vous (?:acceptez|consentez|autorisez)|cookies?|traceurs?|consent\w*|choix)\b/,
      /^(?:ce site|notre site|nous|nos partenaires|[\w .'-]{1,60}) (?:et nos partenaires )?(?:utilis(?:e|ons|ent)|depos(?:e|ons|ent)|stock(?:ons|ent))\b.{0,40}\b(?:cookies?|traceurs?)\b/,
      /^(?:avec votre (?:accord|consentement)|vous pouvez (?:exprimer|modifier|retirer|accepter|changer|parametrer))\b.{0,120}\b(?:choix|consentement|cookies?|preferences|partenaires)\b/,
      /^pour en savoir plus\b.{0,120}\b(?:cookies?|confidentialite|donnees|droits)\b/,
      /^(?:le depot de cookies|les cookies|ces cookies|ce contenu (?:est bloque|n'est pas visible))\b.{0,300}\b(?:cookies?|consentement|choix|site|reseaux sociaux|traceurs?)\b/,
    ],
  },
  {
    name: "icon-names",
    reason: "Names of icons whose font was not copied",
    where: "anywhere",
    reach: "line",
    exact: [
      /^(?:[a-z]{2,15}_[a-z_]{2,30})(?=$|[\p{Lu}\s]).{0,100}$/u,
      /^(?:star|person|share|schedule|label|comment|chat|print|email|today|event|visibility|bookmark|favorite|search|menu|close|home|public|place|room|create|edit|update|alarm|person|list|link|play|pause|arrow|chevron)(?=\p{Lu}).{0,80}$/u,
      /^(?:fa|icon|ico|glyphicon|bi)-[a-z-]{2,30}\b.{0,60}$/,
    ],
  },
  {
    name: "loader",
    reason: "Messages of a page that is loading or lacks JavaScript",
    where: "anywhere",
    reach: "line",
    words: words("noscript loader loading wait chargement patienter patientez skip"),
    alongside: words("please cours veuillez content contenu principal aller"),
    folded: [
      /\b(?:javascript|votre navigateur|your browser)\b.{0,80}\b(?:desactive|activer|activez|enable|supporte|support|compatible|jour)\w*\b.{0,80}$/,
      /^(?:aller|passer|acceder) (?:directement )?au (?:contenu|menu)\b.{0,40}$/,
    ],
  },
  {
    name: "advertising",
    reason: "Marks of advertisements",
    where: "anywhere",
    reach: "line",
    words: words(
      "publicite publicites pub advertisement advertising ads sponsorise sponsored inread taboola outbrain",
    ),
    alongside: words("annonce annonces sponsorisee partenaire fermer teads contenu"),
    folded: [
      /^(?:story|article) continues (?:below|after)\b.{0,20}\badvertisement$/,
      /^(?:la suite|l'article (?:se poursuit|continue)|lisez la suite|votre article continue)\b.{0,30}\bapres (?:cette |la |l')\s?(?:publicite|pub|annonce)\b.{0,20}$/,
      /^(?:contenus?|articles?|publi-?(?:redactionnel|information))\b.{0,30}\b(?:sponsorises?|partenaires?|proposes? par|by outbrain|by taboola)\b.{0,40}$/,
      /^(?:sponsored|promoted|powered|recommande) (?:by|content|par)\b.{0,40}$/,
    ],
  },
  {
    name: "media-player",
    reason: "Controls and embed codes of videos, sounds and posts",
    where: "anywhere",
    reach: "line",
    words: words("video videos play player podcast audio diaporama replay"),
    alongside: words(
      "lecture lire regarder voir photos galerie ecouter direct live watch plein ecran",
    ),
    folded: [
      /^copier(?:\/coller)?\b.{0,40}\bembed\b.{0,100}$/,
      /^(?:cet article est lu|article lu|lu|audio genere|texte lu) par une voix\b.{0,60}$/,
      /^(?:ecoutez?r?|regardez?r?|voir|lire|lancer|afficher|ouvrir) (?:l'article|la video|l'audio|le podcast|l'emission|l'entretien|ce podcast|la bande-annonce|le replay|le diaporama|l'infographie|la carte|la galerie|en (?:mode )?plein ecran)\b.{0,100}$/,
      /^(?:voir|afficher|consulter|une?) (?:cette |la |le |ce )?(?:publication|post|tweet|photo)\b.{0,30}\b(?:instagram|partagee? par|facebook|x|twitter)\b.{0,80}$/,
      /^copy\/paste\b.{0,100}$/,
      /^(?:ce|le) (?:direct|live) est (?:maintenant |desormais )?(?:termine|clos)\b.{0,60}$/,
      /^view this post\b.{0,60}$/,
      /^a post shared by\b.{0,80}$/,
      /^pic\.twitter\.com\/\w{1,20}$/,
      /^(?:\d{1,2}:)?\d{1,2}:\d{2}(?: ?\/ ?(?:\d{1,2}:)?\d{1,2}:\d{2})?$/,
      /^(?:duree|temps) ?:? ?\d.{0,20}$/,
      /^\d{1,2} min \d{1,2} s$/,
      /\bchargement du lecteur\b/,
      /^(?:video|article|episode) suivante?(?: dans \d+ secondes?)?$/,
      /^(?:autres|nos|toutes les|plus de|dernieres) videos\b.{0,30}$/,
      /^(?:video|audio|podcast) ?(?:\d{1,2}:\d{2}|youtube|dailymotion|afp)?$/,
    ],
  },
  {
    name: "poll",
    reason: "Buttons of a poll among the readers",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:je vote|votez|voter)(?: maintenant| ici)? ?!?$/,
      /^(?:voir|afficher) les resultats(?: du (?:sondage|vote))?$/,
      /^(?:votre vote a (?:bien )?ete pris en compte|merci (?:pour|de) votre (?:vote|participation))\b.{0,60}$/,
    ],
  },
  {
    name: "reading-time",
    reason: "How long reading takes",
    where: "anywhere",
    reach: "line",
    folded: [
      /^temps de lecture$/,
      /^(?:temps de )?lecture ?:? ?(?:environ )?\d{1,3} ?(?:mn|min(?:utes?|\.)?)$/,
      /^\d{1,3} ?(?:mn|min(?:utes?|\.)?)(?: (?:de lecture|to read|read))?$/,
    ],
  },
  {
    name: "date-line",
    reason: "When the article was published or changed",
    where: "anywhere",
    reach: "line",
    words: words(
      "publie publiee publies poste postee modifie modifiee actualise actualisee cree mis mise published updated posted",
    ),
    alongside: words(
      `${CALENDAR} ligne jour modification date publication derniere article version il y`,
    ),
  },
  {
    name: "date-line",
    reason: "Who published the article, and when, on one line",
    where: "anywhere",
    reach: "line",
    folded: [
      /^[^.!?:]{0,60}\b(?:publiee?|mise? (?:a jour|en ligne)|modifiee?|postee?) (?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d{1,2}(?:er)?[ /.-][a-z0-9]{1,9}[ /.-]\d{2,4}(?:,? (?:a )?\d{1,2} ?[h:] ?\d{0,2})?$/,
    ],
  },
  {
    name: "date-line",
    reason: "When the article was published, and then when it was changed, whoever is named before",
    where: "anywhere",
    reach: "line",
    folded: [
      /^.{0,80}\b\d{4},? (?:a |- )?\d{1,2} ?[h:] ?\d{2}\b.{0,20}\b(?:mise? a jour|maj|modifiee?|actualisee?|updated)\b.{0,20}\d{4}.{0,60}$/,
    ],
  },
  {
    name: "date-line",
    reason: "A date standing alone at the edge of the article",
    where: "edges",
    reach: "line",
    folded: [
      /^(?:le )?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)[.,]? )?(?:le )?\d{1,2}(?:er)? [a-z]{3,9}\.?,? \d{4}(?:[ ,|•·@à/-]{1,3}(?:a )?\d{1,2} ?[h:] ?\d{0,2}.{0,60})?$/,
      /^\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?:[ ,|•·-]{1,3}(?:a )?\d{1,2} ?[h:] ?\d{0,2}.{0,40})?$/,
      /^(?:depuis|il y a|about) (?:environ )?\d{1,3} (?:ans?|annees?|mois|semaines?|jours?|heures?|minutes?|h|min|hours?|days?)(?: ago)?$/,
      /^(?:aujourd'hui|hier)(?:,? (?:a )?\d{1,2} ?[h:] ?\d{0,2})?$/,
      /^\d{1,2} ?[h:] ?\d{2}$/,
    ],
  },
  {
    name: "byline",
    reason: "Who wrote or supplied the article",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:\(|source ?:? )?(?:propos|textes?|entretien|recit|interview) (?:recueillis?|realisee?|conduits?|traduits?) (?:par|a|de)\b.{0,120}$/,
      /^sources? ?: .{1,80}$/,
      /^\(?avec (?:l'|les )?\s?(?:afp|reuters|ap|agences?|belga|ats|xinhua|aps|map|tap|anadolu)\b[^.]{0,60}\)?\.?$/,
      /^\(?(?:afp|reuters|ap|belga|ats|xinhua|tass|sputnik|agences?|la redaction|redaction|aps|map|ansa|dpa|efe|keystone-ats|la presse canadienne)(?:[ ,/&-]{1,3}(?:et |avec )?(?:afp|reuters|ap|belga|ats|agences?|redaction|la redaction|tass))*\)?\.?$/,
      /^(?:textes?|photos?|images?|video|recit|reportage|article|ecrit|redige|publie|poste|signe|traduit) par\b ?:?[^.!?]{0,80}$/,
      /^\((?:par |avec |redaction|reportage|version|traduction|edite)[^)]{0,120}(?:edite|version|service|bureaux?|contribution|redaction|traduction)\b[^)]{0,120}\)\.?$/,
      /^auteurs? ?:.{2,80}$/,
      /^(?:additional )?(?:reporting|writing|editing) by\b[^.!?]{2,240}\.?$/,
      /^information fournie par\b.{2,60}$/,
      /^(?:de (?:notre|nos) (?:correspondante?s?|envoyee?s? specia(?:le?s?|ux)))\b.{0,100}$/,
    ],
    exact: [
      /^(?:[Pp]ar|PAR|By)\s(?!(?:Ailleurs|Exemple|Contre)\b)[\p{Lu}@«][^.!?:;]{1,70}$/u,
      /^(?:Le|La|Les|L['’])?\s?[\p{Lu}][\p{L}\d'’ -]{1,30} (?:avec|with) (?:l['’])?(?:AFP|Reuters|AP|agences?|Belga|ATS)\b.{0,40}$/u,
      /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}, (?:envoyée? spéciale?|correspondante?|journaliste|à \p{Lu}\p{L}+|avec (?:AFP|Reuters|agences))\b[^.!?]{0,80}$/u,
    ],
  },
  {
    name: "photo-credit",
    reason: "Captions and credits of pictures",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:credits?|copyright|photos?|images?|illustrations?|visuel|legende)(?: (?:photos?|images?|d'illustration|d'archives?|videos?|de une))? ?[:©/](?:[^.]|\b[a-z]\.){0,160}\.?$/,
      /^(?:photo|image|illustration|cliche)s? (?:d'illustration|d'archives?|prise|credit)\b.{0,160}$/,
      /^tous droits reserves\b.{1,100}$/,
      /\((?:photo|credit|image|illustration|archives?|cliche)s?\b[^)]{0,80}\)\.?(?: ?[^.!?]{2,50})?$/,
      /^.{0,300}(?:©|\(c\)|ⓒ) ?.{1,80}$/,
      /^(?:photo|image|illustration|archives?|capture d'ecran|dr|d\.r\.|getty images|shutterstock|wikimedia commons|pixabay|unsplash)\.?$/,
    ],
    exact: [
      /(?:^|[\s).,»"])(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4} ?)?\s?(?:\/|via|—|–|\||-) ?(?:AFP|AP|REUTERS|Reuters|EPA|SIPA|Sipa|Getty|GETTY|MAXPPP|Maxppp|ABACA|Abaca|Hans Lucas|BELGA|Belga|KEYSTONE|Keystone|SPUTNIK|Sputnik|Shutterstock|Pool|POOL|Archives|TASS|Anadolu|Divergence|Myop|Bestimage|Icon Sport|Panoramic|Le Parisien|Le Pictorium|NurPhoto)\b[^.!?]{0,40}$/u,
      // "Devant la mairie, mardi. Photo d'archives Le Courrier / J. Martin": a caption, and who took the picture.
      /^.{4,300}[.!?»"|)] ?(?:(?:[Cc]rédits?(?: [Pp]hotos?)?|CRÉDITS?|[Pp]hotos?(?: d['’]\p{L}+)?|PHOTOS?) ?:|Photos? d['’](?:illustration|archives?)|Photos?(?= [^./]{2,40}\/)) ?[\p{Lu}©](?:[^.!?]|\b\p{Lu}\.){1,60}$/u,
      // "… | ARCHIVES OUEST-FRANCE": a caption, a bar, and a credit in capitals.
      /^.{4,300}[.\p{L}\d»"] ?\| ?(?=.*\p{Lu}{2})[\p{Lu}][\p{Lu} .,'’/&©-]{2,60}$/u,
      /^(?:PHOTOS?|Photos?|Ph\.|Crédits?) \p{Lu}[\p{L}.'’-]*(?:[ /,&][ /,&-]{0,2}\p{Lu}[\p{L}.'’-]*){0,5}(?:[ /,&][ /,&-]{0,2})?$/u,
      /(?:REUTERS|Reuters|AFP|AP Photo|EPA|SIPA|Getty Images) ?[/–—-] ?[\p{Lu}][^.!?]{1,50}$/u,
    ],
  },
  {
    name: "related",
    reason: "One link to another article, announced and named on the same line",
    where: "anywhere",
    reach: "line",
    folded: [
      /^[>→➡•▶►*\-–— ]{0,5}(?:a |et )?(?:re)?(?:lire|lisez|voir|ecouter|regarder|decouvrir|revoir|consulter|retrouver)(?: (?:aussi|egalement|encore|ici|plus|notre|nos|l'article|l'analyse|l'enquete|l'entretien|l'interview|l'integralite|la video|la suite|le dossier|le reportage|le portrait|le recit|les articles)\b[^.:]{0,50})? ?[:>|].{2,240}$/,
      /^[>→➡•▶►*\-–— ]{0,5}(?:a )?(?:re)?(?:lire|voir|ecouter|regarder|decouvrir) (?:aussi|egalement)\b[ :.-]{0,4}.{4,240}$/,
      /^(?:notre|nos) (?:dossier|analyse|reportage|eclairage|decryptage|explications?|enquete|direct|live|suivi)s?\b[^.]{0,30}:.{2,200}$/,
      /^(?:pour (?:aller|en savoir) plus(?: loin)?|en savoir plus|sur le meme (?:sujet|theme)|a ce sujet|article lie|voir plus) ?[:>»].{2,200}$/,
      /^>{1,3} ?.{4,200}$/,
    ],
    exact: [
      /^(?:VID[ÉE]OS?|EN IMAGES|EN VID[ÉE]O|EN DIRECT|DIRECT|CARTES?|INFOGRAPHIES?|PODCAST|DIAPORAMA|QUIZ|SONDAGE|LIVE|R[ÉE]CIT|ENQU[ÊE]TE|D[ÉE]CRYPTAGE|ANALYSE|REPORTAGE|ENTRETIEN|INTERVIEW|PORTRAIT|TRIBUNE|EXPLICATIONS)(?: ?[.:!|]| -) [^.]{10,160}$/u,
    ],
  },
  {
    name: "related",
    reason: "A box of links to other articles, with their titles below it",
    where: "anywhere",
    reach: "section",
    folded: [
      /^[>→➡•▶►*\-– ]{0,5}(?:a )?(?:re)?(?:lire|voir|ecouter|regarder|decouvrir)(?: (?:aussi|egalement|encore|plus tard|ensuite))? ?[:.]?$/,
      /^(?:pour (?:aller|en savoir) plus(?: loin)?|en savoir plus|a ce sujet|notre dossier|nos dossiers|dossier special) ?[:.]?$/,
      /^(?:sur|dans) le meme (?:sujet|theme|dossier)s? ?:?$/,
    ],
  },
  {
    name: "related",
    reason: "Lists of other articles after the end",
    where: "anywhere",
    reach: "end",
    folded: [
      /^a (?:decouvrir|lire|voir|suivre|ne pas manquer)(?: (?:egalement|aussi|ensuite|maintenant|sur|dans|ce jour|aujourd'hui)).{0,40}$/,
      /^(?:ne manquez pas|vous (?:aimerez|pourriez|devriez|serez)|(?:cela|ca|ces articles) (?:peut|peuvent|pourrait|pourraient|devrait))\b.{0,40}\b(?:aussi|aimer|interesser|interesse|interesses|plaire|lire|egalement|manquer)\b.{0,20}$/,
      /^(?:nos |les |autres |plus d'|tous les |d'autres |derniers |mes )?(?:autres )?(?:articles?|actualites|actus|contenus|videos|infos?|dossiers|posts) (?:similaires|lies|connexes|associes|recents|recommandes|populaires|relatifs|du meme|de la (?:meme )?(?:rubrique|categorie)|les plus|sur le meme|en relation|a la une|suggeres|complementaires)\b.{0,60}$/,
      /^(?:dans|de) la meme (?:rubrique|categorie|section|thematique)\b.{0,40}$/,
      /^(?:les )?(?:plus|articles les plus) (?:lus|populaires|commentes|partages|recents|vus|consultes)\b.{0,40}$/,
      /^le plus (?:lu|populaire|recent|partage|vu)s?\b.{0,30}$/,
      /^(?:dernieres? |toute l'|les dernieres )(?:nouvelles|actualites?|infos?|minutes?|news|depeches|publications|heure)\b.{0,60}$/,
      /^(?:plus|voir plus|davantage)(?: d'articles?| de contenus?| d'actualites?| d'infos?| sur (?:ce|le) (?:sujet|theme))\b.{0,60}$/,
      /^(?:recommande|selectionne|suggere)s?(?: pour vous| par la redaction)?$/,
      /^(?:la|notre) selection(?: de la redaction| du jour)?\b.{0,30}$/,
      /^ailleurs sur (?:le|la) (?:web|toile)\b.{0,30}$/,
      /^(?:related|more|popular|recommended|latest|trending|most)\b (?:articles?|posts?|stories|news|read|popular|viewed|from)\b.{0,30}$/,
      /^(?:l'actu|l'essentiel de l'actualite|a la une|l'info|les titres|le fil info|fil info|en continu|le direct)(?: en (?:direct|continu|images|bref))?$/,
    ],
  },
  {
    name: "neighbour-articles",
    reason: "Links to the article before and the one after",
    where: "anywhere",
    reach: "end",
    folded: [
      /^(?:article|billet|publication|actualite|post|lire l'article) (?:precedente?|suivante?).{0,200}$/,
      /^(?:previous|next) (?:article|post).{0,200}$/,
      /^[<«‹←"]{0,2} ?(?:precedent|suivant)e?s? ?[>»›→"]{0,2}$/,
      /^navigation (?:de l'article|des articles)$/,
    ],
  },
  {
    name: "comments",
    reason: "The readers' comments and their form",
    where: "anywhere",
    reach: "end",
    folded: [
      /^(?:\(?\d{1,5}\)? )?(?:commentaires?|comments?)(?: ?\(?\d{0,5}\)?)?(?: sur .{0,200})?$/,
      /^(?:les |vos |voir les |lire les |tous les |afficher les )(?:\d{1,5} )?(?:derniers )?commentaires?(?: (?:de|des|sur) .{0,40})?$/,
      /^commentaires? (?:fermes?|desactives?|des lecteurs|recents)$/,
      // "Réactions" alone is a subheading: what others said of the news follows.
      /^(?:\(?\d{1,5}\)? reactions?|reactions? ?\(\d{1,5}\)|(?:vos|toutes vos|voir les) (?:\d{1,5} )?reactions(?: ?\(?\d{0,5}\)?)?)$/,
      /^(?:laissez?r?|ajoutez?r?|ecrire|poster|publier|redigez) (?:un|votre|une) (?:commentaire|reponse|reaction|avis)\b.{0,60}$/,
      /^(?:soyez|sois) le premier a (?:commenter|reagir|donner)\b.{0,60}$/,
      /^(?:connectez-vous|identifiez-vous|inscrivez-vous|vous devez)\b.{0,60}\b(?:commenter|commentaires?|reagir|reponse)\b.{0,60}$/,
      /^(?:votre adresse e-?mail ne sera pas publiee|les champs obligatoires|annuler la reponse|leave a (?:reply|comment))\b.{0,120}$/,
      /^(?:vos|les) (?:reactions|commentaires|messages) (?:doivent|sont|seront)\b.{0,120}\b(?:cgu|charte|moderes|regles|conditions|publies)\b.{0,80}$/,
      /^(?:quelques )?regles de bonne conduite\b.{0,60}$/,
      /^(?:aucun|pas de|0) commentaires?\b.{0,40}$/,
    ],
  },
  {
    name: "tags",
    reason: "Keywords the outlet files the article under",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:tags?|mots?[ -]cles?|themes?|thematiques?|etiquettes?|sujets?|categories?|rubriques?|keywords?|classe dans|filed under|dossiers?|topics?|thematiques associees|plus sur)(?: (?:associes?|lies?|de l'article|abordes?))? ?:.{0,200}$/,
      /^(?:#[\p{L}\p{N}_]{2,40}[ ,;]*){1,20}$/u,
    ],
  },
  {
    name: "tags",
    reason: "The heading of a list of keywords, and the list",
    where: "tail",
    reach: "section",
    folded: [
      /^(?:tags?|mots?[ -]cles?|thematiques?(?: associees)?|themes?(?: associes)?|etiquettes?|sujets? (?:associes|lies))$/,
    ],
  },
  {
    name: "legal",
    reason: "Copyright, licence and legal notices of the site",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:©|\(c\)|copyright\b).{0,500}$/,
      /^pour citer (?:cet article|ce texte|cette page)\b.{0,400}$/,
      /^consultez (?:notre|nos) (?:politique|conditions|charte|mentions)\b.{0,120}$/,
      /\b(?:n'engagent? que (?:leurs?|son|la responsabilite)|(?:refletent?|representent?)(?: nullement| pas)?(?: necessairement)? (?:le point de vue|les? (?:opinions?|vues?|positions?)|la (?:position|ligne)) (?:de|du|des)\b.{0,40}\b(?:auteure?s?|redaction|titre|journal|editoriale))\b/,
      /^.{0,60}(?:tous droits(?: de (?:reproduction|diffusion))?(?: et (?:de )?\w{1,20})? reserves?|all rights reserved)\b.{0,60}$/,
      /^(?:toute )?(?:reproduction|utilisation|rediffusion)\b.{0,80}\b(?:interdite?|reservee?|autorisation|strictement)\b.{0,80}$/,
      // What WordPress puts below each entry of its feed, and so below every copy of it.
      /^(?:l'article|cet article|le billet|the post)\b.{2,240}\b(?:est apparu en premier sur|appeared first on)\b.{2,80}$/,
      /^(?:cet article|ce texte|ce contenu) (?:est|a ete) (?:publie|republie|reproduit|mis a disposition) (?:a partir de|sous (?:licence|cc)|avec l'autorisation)\b.{0,160}$/,
      /^(?:retrouvez|cet article (?:est (?:paru|extrait|issu)|provient)) .{0,40}\b(?:dans (?:le|la|notre) (?:numero|magazine|edition|journal|hors-serie))\b.{0,120}$/,
    ],
  },
  {
    name: "site-footer",
    reason: "Corrections, contact and other notices of the newsroom",
    where: "anywhere",
    reach: "line",
    folded: [
      /^(?:signaler|corriger|une erreur|vous avez (?:repere|vu|trouve|constate))\b.{0,40}\b(?:erreur|faute|coquille)\b.{0,120}$/,
      /^(?:une question|un temoignage|vous souhaitez|contactez|ecrivez)[ -](?:nous|a la redaction|temoigner)?\b.{0,40}(?:redaction|contact@|@|ecrivez|temoign)\b.{0,100}$/,
      /^(?:haut de (?:la )?page|retour (?:en haut|a l'accueil|haut|au sommaire)|back to top|revenir en haut)\b.{0,20}$/,
    ],
  },
  {
    name: "site-footer",
    reason: "Links to the site's own pages",
    where: "edges",
    reach: "line",
    words: words(
      "mentions legales conditions utilisation vente cgu cgv confidentialite contact contacts contactez plan site " +
        "copyright propos sommes charte faq aide presse recrutement archives publicite cookies accessibilite",
    ),
    alongside: words(
      "generales qui apropos droits reserves gestion politique donnees personnelles espace nos",
    ),
  },
  {
    name: "biography",
    reason: "The author's biography",
    where: "anywhere",
    reach: "end",
    folded: [
      /^(?:a propos d[eu] (?:l'auteure?|l'autrice|nous|journaliste|redacteur)|biographie de l'auteure?|about the author|voir tous (?:ses|les) articles)\b.{0,60}$/,
    ],
  },
  {
    name: "separator",
    reason: "Signs that parted two boxes",
    where: "anywhere",
    reach: "line",
    folded: [/^[|/•·<>›‹]{1,12}$/],
  },
  {
    name: "counter",
    reason: "Numbers of shares, views or comments",
    where: "edges",
    reach: "line",
    folded: [
      /^[\d.,\s/+k]{1,12}$/,
      /^\d[\d.,\s]{0,8}k? ?(?:vues?|views?|partages?|shares?|likes?|j'aime|lectures?|votes?|reactions?|min|abonnes|followers)$/,
      /^[^\p{L}\p{N}]{1,12}$/u,
    ],
  },
  {
    name: "news-ticker",
    reason: "Headlines of the moment, glued to their time",
    where: "anywhere",
    reach: "line",
    exact: [/^\d{1,2}[:h]\d{2}[\p{Lu}"«][^.]{4,200}(?:\.\.\.)?$/u],
  },
  {
    name: "navigation",
    reason: "Menus, sections and languages of the site",
    where: "edges",
    reach: "line",
    words: words(
      "accueil home menu rechercher recherche search connexion connecter deconnexion compte inscription international " +
        "internationale internationales internationaux politique politiques economie societe sport sports culture monde " +
        "afrique europe ameriques amerique asie pacifique moyen proche orient france sciences science sante planete " +
        "environnement climat tech high people videos video podcasts podcast photos direct live continu une edition " +
        "editions abonnes meteo bourse emploi immobilier programme tv radio jeux actualite actualites actu actus news info " +
        "infos opinion opinions debats idees tribune tribunes edito editorial editos blogs dossier dossiers enquete " +
        "enquetes reportage reportages interview interviews portrait portraits analyse analyses decryptage decryptages " +
        "faits divers justice education religion religions loisirs lifestyle voyage voyages gastronomie auto automobile " +
        "argent entreprises entreprise finance marches magazine regions region local locales departements national " +
        "nationale nationales football rugby tennis cinema musique livres series arts expositions mode beaute cuisine " +
        "francais english arabic espanol deutsch portugues russe maghreb algerie maroc tunisie belgique suisse canada " +
        "quebec turquie syrie russie ukraine allemagne etats unis royaume uni chine israel palestine iran irak liban " +
        "libye mali senegal cote ivoire cameroun rdc congo exclusif urgent flash alerte breaking newsletter newsletters " +
        "journal numerique kiosque boutique contact apropos propos redaction fil depeches grand format",
    ),
    folded: [
      /^(?:accueil|home|vous etes ici)\b ?[>›»/|:•·-].{0,160}$/,
      /^[^.!?]{2,40}(?: ?[>›»|•·] ?[^.!?>›»|•·]{2,60}){1,6}$/,
    ],
  },
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
