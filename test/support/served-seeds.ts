/** The whole product over the seeds, served as a page on a free port of this machine. */
import type { BotDependencies } from "../../src/bot/bot-dependencies.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import { describeBot } from "../../src/bot/describe-bot.ts";
import { createPictures } from "../../src/pictures/create-pictures.ts";
import { createPage } from "../../src/web/create-page.ts";
import { LocalTelegram } from "../../src/web/local-telegram.ts";
import { servePage, type ServedPage } from "../../src/web/serve-page.ts";
import { openSeedCorpus } from "./seed-bot.ts";

export interface ServedSeeds extends ServedPage {
  /** What the page's bot is made of. */
  readonly dependencies: BotDependencies;
}

/** Close it: that ends the encoder too. */
export async function serveSeeds(): Promise<ServedSeeds> {
  const { dependencies, embedder } = await openSeedCorpus();
  // The port is known once it is bound, and links name it: whoever asks first sets the page up.
  const later: { fetch: (request: Request) => Response | Promise<Response> } = {
    fetch: () => new Response(null, { status: 503 }),
  };
  const served = await servePage({ fetch: (request) => later.fetch(request) }, { port: 0 });
  const own = { ...dependencies, publicUrl: served.url, pictures: createPictures() };
  const bot = createBot("0:local", own, { rateLimit: null });
  const telegram = new LocalTelegram(bot);
  await describeBot(bot.api, "fr");
  const page = createPage({ ...own, publicUrl: null, telegram });
  later.fetch = (request) => page.fetch(request);
  return {
    url: served.url,
    dependencies: own,
    async close() {
      await served.close(0);
      await embedder.close();
    },
  };
}
