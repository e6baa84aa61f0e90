/** Lines of each class that pages show, and lines an article may well hold although they look alike. */
export const BOILERPLATE_EXAMPLES: Readonly<
  Record<string, { dropped: readonly string[]; kept: readonly string[] }>
> = {
  "share-bar": {
    dropped: [
      "Partager cet articleDiscussion",
      "Partager cet articleClose Button",
      "Partager sur Facebook",
      "FacebookTwitterWhatsAppLinkedin",
      "Partager Tweeter Envoyer Imprimer",
      "Cliquez pour partager sur Twitter(ouvre dans une nouvelle fenêtre)",
      "Ajouter à vos sélections",
      "Copier le lien",
      "Taille du texte:",
    ],
    kept: [
      "Partager le pouvoir, c'est ce que réclame l'opposition depuis 2011.",
      "« Partager nos inquiétudes »",
      "Le ministre a partagé sur Facebook une photo de la rencontre.",
      "Twitter a suspendu le compte du président.",
      "Article 5",
    ],
  },
  "follow-us": {
    dropped: [
      "Suivez RT en français surTelegram",
      "Suivez-nous",
      "Retrouvez toute l'actualité sur notre page Facebook",
      "Rejoignez notre chaîne WhatsApp",
      "👉 Rejoignez notre chaîne WhatsApp pour ne rien manquer de l'actu",
    ],
    kept: [
      "Suivez mon regard, a ironisé le ministre, avant de quitter la salle.",
      "« Suivez-moi sur Twitter », lançait le candidat à ses partisans.",
    ],
  },
  "app-promotion": {
    dropped: [
      "Téléchargez l'application France Info",
      "Emportez l'actualité partout avec vous ! Téléchargez l'application",
      "Disponible sur Google Play",
    ],
    kept: ["Des millions d'Ukrainiens ont téléchargé l'application d'alerte dès février."],
  },
  newsletter: {
    dropped: [
      "NewsletterNewslettersEventsÉvènementsPodcasts",
      "Inscrivez-vous à notre newsletter",
      "Info régionale, sports, culture... Tous les soirs, l'essentiel de l'actualité.",
      "Recevez chaque matin l'essentiel de l'actualité",
      "Votre adresse e-mail",
      "L'essentiel de l'actualité est dans votre boîte mail",
      "Sign up for our daily World briefing. It's free.",
    ],
    kept: [
      "La newsletter du parti, envoyée mardi à ses abonnés, annonce la rencontre.",
      "« Abonnez-vous pour connaître la suite », concluait son article.",
      "S'abonner à ce service coûte désormais quinze euros par mois.",
      "Recevoir un ministre chaque matin finit par lasser.",
    ],
  },
  subscription: {
    dropped: [
      "Article réservé aux abonnés",
      "Il vous reste 62.41% de cet article à lire.",
      "Déjà abonné ? Connectez-vous",
      "La suite est réservée aux abonnés.",
      "Abonnez-vous",
      "Testez sans engagement : 1 € pendant 2 mois, puis 12,99 € par mois.",
      "1 € le premier mois, sans engagement",
    ],
    kept: [
      "300 euros par mois.",
      "Les abonnés au gaz russe verront leur facture doubler.",
      "La suite est connue : les deux hommes ne se sont plus jamais parlé.",
    ],
  },
  consent: {
    dropped: [
      "Tout AccepterTout refuserParamétrer vos choix",
      "RT en français utilise des cookies pour exploiter et améliorer ses services.",
      "En poursuivant votre navigation, vous acceptez l'utilisation de cookies.",
      "Nous et nos partenaires utilisons des cookies pour mesurer notre audience. Vous pouvez modifier vos choix à tout moment, retirer votre consentement ou consulter notre politique de confidentialité.",
    ],
    kept: [
      "La Cnil a infligé à Google une amende de 150 millions d'euros pour ses cookies publicitaires, que les internautes ne pouvaient pas refuser aussi simplement que les accepter.",
      "Les cookies servis aux invités étaient canadiens.",
      "Accepter, refuser : le gouvernement hésite encore sur le sort des données personnelles confiées à ses partenaires américains.",
    ],
  },
  "icon-names": {
    dropped: [
      "folder_openSyrie access_time depuis 7 années",
      "starAJOUTER AUX FAVORIS",
      "chat_bubble_outline 3",
    ],
    kept: ["star Wars, le projet de Reagan, inquiétait Moscou."],
  },
  loader: {
    dropped: [
      "noscript",
      "Please Wait...",
      "Loader",
      "Chargement en cours…",
      "Aller au contenu principal",
    ],
    kept: [
      "Le chargement du navire a duré deux jours.",
      "Veuillez accepter mes condoléances, a écrit le roi.",
    ],
  },
  advertising: {
    dropped: [
      "PUBLICITÉ",
      "- Publicité -",
      "La suite après cette publicité",
      "Story continues below advertisement",
      "Contenus sponsorisés",
    ],
    kept: [
      "Une publicité pour le dialogue, ironise un diplomate.",
      "La publicité du Kremlin n'a pas convaincu.",
      "Les annonces du président ont surpris ses partenaires.",
    ],
  },
  "media-player": {
    dropped: [
      "Vidéo",
      "Écouter l'article",
      "00:00 / 03:12",
      "Voir cette publication sur Instagram",
      "pic.twitter.com/aB3dE5fG7h",
      "TV5 JWPlayer Field Chargement du lecteur...",
      "Vidéo suivante dans 5 secondes",
    ],
    kept: [
      "La vidéo, publiée mardi, montre les deux hommes se serrant la main.",
      "Écouter l'autre reste le premier devoir d'un diplomate.",
      "Voir le président turc à Paris n'étonne plus personne.",
    ],
  },
  poll: {
    dropped: ["Je vote", "Voir les résultats", "Votez !", "Merci pour votre participation"],
    kept: [
      "Voir les résultats de cette politique prendra dix ans, prévient le ministre.",
      "« Je vote »",
    ],
  },
  "reading-time": {
    dropped: ["Temps de lecture : 3 min", "2 mn", "4 min de lecture", "Lecture 3 min."],
    kept: ["La lecture du communiqué a duré 3 minutes."],
  },
  "date-line": {
    dropped: [
      "Publié le",
      "Publié le 21 janvier 2022 à 18h02, modifié le 22 janvier 2022 à 09h41",
      "Mis à jour le 12/03/2021 à 08:15",
      "AFP, publié le jeudi 02 juillet 2020 à 15h54",
      "Le Journal - 19 janv. 2025 à 16:40 | mis à jour le 19 janv. 2025 à 18:02 - Temps de lecture : 2 min",
    ],
    kept: [
      "Publié le 3 mars, le rapport de l'ONU accuse les deux camps.",
      "Le rapport, publié le 3 mars 2020, accuse les deux camps.",
      "Le 3 mars 2020 à 16h40, le site est mis à jour par ses auteurs, qui accusent les deux camps.",
      "28 février 2020",
      "Le 24/09/2021, les deux ministres se sont revus à New York.",
    ],
  },
  byline: {
    dropped: [
      "Par Euronews avec AFP",
      "Par Claire Aubertin (Genève, envoyée spéciale)",
      "Source: agences et rédaction",
      "Propos recueillis par Anne Rochat",
      "Avec AFP",
      "Ouest Matin avec AFP",
      "(AFP)",
      "Reporting by Ann Lee in Damascus; additional reporting by Omar Said; editing by Ruth Klein",
    ],
    kept: [
      "Par ailleurs, les deux ministres ont évoqué l'Ukraine.",
      "Par Toutatis, s'est exclamé le ministre !",
      "Avec l'AFP, la télévision publique a diffusé des images de la rencontre.",
      'Galina Polonskaya Euronews : "Les négociations se poursuivent."',
      'Jens Stoltenberg, secrétaire général de l\'Otan : "Les Alliés condamnent ces frappes."',
    ],
  },
  "photo-credit": {
    dropped: [
      "Le nouveau pont mesurera 300 mètres de long. | ARCHIVES OUEST-FRANCE",
      "Tous droits réservés TURKISH DEFENCE MINISTRY / AFP",
      "Sergueï Lavrov et Jean-Yves Le Drian, photo ©Eric FEFERBERG / AFP",
      "Crédit photo : Ministère des Affaires étrangères",
      "Le président turc. Photo d'archives. | REUTERS",
      "Emmanuel Macron à Kiev (Image d'illustration)",
      "Les salariés devant le tribunal, mardi matin. Crédit photo : Nicolas Ferrer",
      "Les secours dans le secteur, dimanche. Photo d'illustration Le Journal /J. Muscio",
      "Devant l'hôpital, mercredi. | PHOTO : ARCHIVES LE PHARE",
      "Crédits : Outremer / A.S.",
    ],
    kept: [
      "Le score final : Rennes | Brest, 2 à 1.",
      "Photo de famille oblige, les deux hommes ont posé sur le perron.",
      "La photo de la poignée de main a fait le tour du monde.",
      "Les deux banques ont fusionné. Crédit Agricole a refusé de commenter",
      "« C'était lui. » Photo à l'appui : la police l'a montrée aux jurés.",
      "Les deux présidents se sont entretenus, selon l'AFP.",
    ],
  },
  related: {
    dropped: [
      "Lire aussi : G20 : pour Vladimir Poutine, «les sanctions politiquement motivées sont vouées à l'échec»",
      "Lire aussi :  Donald Trump veut mettre un terme à l'enquête sur ses affaires.",
      "À lire aussiEst de la RDC: à Bunagana, la peur et l'attente",
      ">> A lire aussi : les dates clés d'un rapprochement",
      "LIRE AUSSI. Guerre en Ukraine : Ankara propose sa médiation",
      "À découvrir également",
      "Sur le même sujet",
      "Les plus lus",
      "VIDÉO. Revivez la poignée de main",
    ],
    kept: [
      "À lire les communiqués, tout va bien.",
      "Lire entre les lignes est devenu nécessaire, explique un diplomate.",
      "Vous avez dit bizarre ?",
      "Le même sujet était revenu la veille dans la conversation.",
      "Les plus lucides avaient vu venir la rupture.",
    ],
  },
  "neighbour-articles": {
    dropped: [
      "Article précédentCorée du Nord, missile non identifié lancé en mer",
      "Article suivant",
    ],
    kept: [
      "L'article précédent du traité prévoyait un retrait.",
      "Le lundi suivant, ils se sont revus.",
    ],
  },
  comments: {
    dropped: [
      "Comments",
      "12 commentaires",
      "Laisser un commentaire",
      "Soyez le premier à commenter",
      "commentaires (2)",
      "12 réactions",
      "Vos réactions",
    ],
    kept: [
      "Réactions",
      "Les réactions",
      "Les commentaires du président ont provoqué un tollé.",
      "Commentaires acerbes de Donald Trump",
    ],
  },
  tags: {
    dropped: ["Mots-clés : corée du nord", "#Turquie #Russie", "Tags : bourita albares"],
    kept: ["Les tags apposés sur les murs ont été effacés.", "Le sujet : la paix."],
  },
  legal: {
    dropped: [
      "L'article Le port de Brest s'agrandit est apparu en premier sur Le Journal.",
      "© 2022 Infos 24 - Tous droits réservés",
      "Toute reproduction interdite sans autorisation écrite",
      "Les opinions exprimées dans ce contenu n'engagent que la responsabilité de l'auteur.",
    ],
    kept: [
      "Le virus est apparu en premier sur un marché de la ville.",
      "La reproduction des espèces menacées est un succès.",
      "Tous les droits des réfugiés seront respectés.",
    ],
  },
  "site-footer": {
    dropped: ["Signaler une erreur", "Haut de page"],
    kept: [
      "Une erreur de traduction a failli tout compromettre.",
      "Le retour en haut lieu du dossier inquiète.",
    ],
  },
  biography: {
    dropped: ["À propos de l'auteur"],
    kept: ["L'auteur de l'attaque a été arrêté mardi."],
  },
  "news-ticker": {
    dropped: ["12:50FranceLes profs sont épuisés"],
    kept: [
      "18h30 - Le président arrive à l'Élysée.",
      "20:15, heure de Moscou, les deux hommes se quittent.",
    ],
  },
  separator: { dropped: ["|", "•••"], kept: ["« … »", "* * *"] },
  counter: { dropped: [], kept: ["2018", "100 000 soldats sont massés à la frontière."] },
  navigation: { dropped: [], kept: ["Syrie", "Politique étrangère : le grand virage"] },
};
