import type { Language } from "../../answer/answer.ts";
import { fr } from "./french-spaces.ts";

/** What is said in the place of an answer that could not be given, or may not have arrived. */
export interface DeliveryNotes {
  readonly failed: string;
  readonly uncertain: string;
  readonly flooded: string;
}

export const deliveryNotes: Readonly<Record<Language, DeliveryNotes>> = {
  fr: {
    failed: fr`Désolé, je n’ai pas pu répondre à ce message. Réessayez dans un instant, s’il vous plaît.`,
    uncertain: fr`La liaison avec Telegram s’est coupée pendant ma réponse. Si elle n’apparaît pas ci-dessus, redemandez, s’il vous plaît.`,
    flooded: fr`Trop de messages à la fois : je laisse les derniers de côté. Attendez quelques secondes, s’il vous plaît.`,
  },
  en: {
    failed: "Sorry, I could not answer this message. Please try again in a moment.",
    uncertain:
      "The connection to Telegram broke while I was answering. If my answer is not above, please ask again.",
    flooded: "Too many messages at once: I leave the last ones aside. Please wait a few seconds.",
  },
};
