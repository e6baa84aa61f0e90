/**
 * The page as a web application: its routes. The conversation itself is the bot's; this file only
 * carries it. Binds no port (see serve-page.ts).
 */
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { PersonId } from "../encounters/encounter.ts";
import { renderArticlePage } from "./article-page.ts";
import { readAssets } from "./assets.ts";
import { renderChatPage } from "./chat-page.ts";
import { renderEncountersPage } from "./encounters-page.ts";
import {
  BusyError,
  type LocalReply,
  type LocalTelegram,
  type LocalUser,
} from "./local-telegram.ts";
import { renderNotFoundPage } from "./not-found-page.ts";
import type { PageDependencies } from "./page-dependencies.ts";
import { guard, securityHeaders } from "./page-headers.ts";
import { parsePassage } from "./parse-passage.ts";
import { parseCallback, parseMessage } from "./parse-request.ts";
import { pageTexts } from "./texts.ts";
import { isLanguage, languageOf, rememberLanguage, userOf } from "./visitor.ts";

const maxBodyBytes = 16 * 1024;
const noStore = { "Cache-Control": "no-store" };

/** The conversation, the reader and the encounters, ready to be served. */
export function createPage(dependencies: PageDependencies): Hono {
  const { telegram, publicUrl, readiness, logger, defaultLanguage } = dependencies;
  const app = new Hono();
  app.use(securityHeaders(publicUrl), guard(publicUrl));
  addConversation(app, dependencies);
  addReading(app, dependencies);
  addFiles(app, telegram);
  app.get("/healthz", (c) => c.json(readiness(), 200, noStore));
  app.notFound((c) => notFound(c, dependencies, "notFound"));
  app.onError((error, c) => {
    logger.error({ err: error, path: c.req.path }, "page request failed");
    return c.json({ error: pageTexts[languageOf(c, defaultLanguage)].errors.failed }, 500);
  });
  return app;
}

function addConversation(app: Hono, dependencies: PageDependencies): void {
  const { telegram, corpus, readiness, defaultLanguage } = dependencies;
  const limit = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (c) => c.json({ error: `Cannot read more than ${maxBodyBytes} bytes` }, 413),
  });
  app.get("/", async (c) => {
    const { lang } = userOf(c, defaultLanguage);
    const [encounters, articles] = await Promise.all([corpus.encounters(), corpus.articles()]);
    return c.html(renderChatPage({ lang, encounters, articles }));
  });
  app.get("/api/messages", (c) => {
    const { chatId, lang } = userOf(c, defaultLanguage);
    const onlyNew = c.req.query("new") !== undefined;
    const messages = onlyNew ? telegram.news(chatId) : telegram.history(chatId);
    const commands = telegram.commands(lang);
    return c.json({ messages, commands, readiness: readiness() }, 200, noStore);
  });
  app.post("/api/messages", limit, async (c) => {
    const text = parseMessage(await readJson(c));
    const user = userOf(c, defaultLanguage);
    if (text === null) return c.json({ error: 'Cannot read the message: want {"text": "…"}' }, 400);
    if (text.trim() === "") {
      return c.json({ error: pageTexts[user.lang].errors.emptyMessage }, 400);
    }
    return answer(c, user, () => telegram.send(user, text));
  });
  app.post("/api/callbacks", limit, async (c) => {
    const callback = parseCallback(await readJson(c));
    const user = userOf(c, defaultLanguage);
    if (callback === null) {
      return c.json(
        { error: 'Cannot read the callback: want {"data": "…", "message_id": 1}' },
        400,
      );
    }
    return answer(c, user, () => telegram.press(user, callback.messageId, callback.data));
  });
}

async function answer(c: Context, user: LocalUser, ask: () => Promise<LocalReply>) {
  try {
    return c.json(await ask(), 200, noStore);
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    return c.json({ error: pageTexts[user.lang].errors.busy }, 429);
  }
}

function addReading(app: Hono, dependencies: PageDependencies): void {
  const { corpus, readiness, defaultLanguage } = dependencies;
  app.get("/articles/:articleId", async (c) => {
    const article = await corpus.article(c.req.param("articleId") as ArticleId);
    if (article === null) return notFound(c, dependencies, "unknownArticle");
    const encounters = (await corpus.encounters()).filter(
      ({ articleId }) => articleId === article.articleId,
    );
    const passage = parsePassage(c.req.query("start"), c.req.query("end"), article.text);
    const lang = languageOf(c, defaultLanguage);
    return c.html(renderArticlePage({ lang, article, encounters, passage }));
  });
  app.get("/encounters", async (c) => {
    const person = c.req.query("person");
    return c.html(
      renderEncountersPage({
        lang: languageOf(c, defaultLanguage),
        encounters: await corpus.encounters(),
        person: person === undefined || person === "" ? null : (person as PersonId),
        isBuilding: readiness().state === "building",
      }),
    );
  });
  app.get("/language/:lang", (c) => {
    const lang = c.req.param("lang");
    if (!isLanguage(lang)) return notFound(c, dependencies, "notFound");
    rememberLanguage(c, lang);
    return c.redirect(ownPath(c.req.query("from") ?? "/"), 303);
  });
}

/** The address as a path of this very page, read as a browser reads it (it drops tabs and line ends); else `/`. */
function ownPath(address: string): string {
  const base = "http://page.invalid";
  if (!URL.canParse(address, base)) return "/";
  const { origin, pathname, search, hash } = new URL(address, base);
  const leadsElsewhere = origin !== base || pathname.startsWith("//");
  return leadsElsewhere ? "/" : pathname + search + hash;
}

function addFiles(app: Hono, telegram: LocalTelegram): void {
  const assets = readAssets();
  app.get("/assets/:name", (c) => {
    const asset = assets.get(c.req.param("name"));
    if (asset === undefined) return c.notFound();
    const headers = { ETag: asset.etag, "Cache-Control": "no-cache" };
    if (c.req.header("if-none-match") === asset.etag) return c.body(null, 304, headers);
    return c.body(asset.body, 200, { ...headers, "Content-Type": asset.contentType });
  });
  app.get("/api/files/:fileId", (c) => {
    const file = telegram.file(c.req.param("fileId"));
    if (file === null) return c.notFound();
    // Whatever is no picture is only ever saved, so that no file of the bot runs in this page.
    const [type, place] = file.name.endsWith(".png")
      ? ["image/png", "inline"]
      : ["application/octet-stream", "attachment"];
    return c.body(file.bytes, 200, {
      "Content-Type": type,
      "Content-Disposition": `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "private, max-age=3600",
    });
  });
}

function notFound(
  c: Context,
  { defaultLanguage }: PageDependencies,
  reason: "notFound" | "unknownArticle",
) {
  const lang = languageOf(c, defaultLanguage);
  if (c.req.path.startsWith("/api/")) {
    return c.json({ error: pageTexts[lang].errors[reason] }, 404);
  }
  return c.html(renderNotFoundPage(lang, reason), 404);
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
