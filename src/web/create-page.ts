/**
 * The page as a web application: routes, headers, sessions and languages. The conversation itself is
 * the bot's; this file only carries it. Binds no port (see serve-page.ts).
 */
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { accepts } from "hono/accepts";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import type { Language } from "../answer/answer.ts";
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
import { chatIdOf, createSessionToken, isSessionToken, sessionCookie } from "./page-session.ts";
import { parseCallback, parseMessage } from "./parse-request.ts";
import { parsePassage } from "./parse-passage.ts";
import { findRefusal } from "./request-guard.ts";
import { pageTexts } from "./texts.ts";

const maxBodyBytes = 16 * 1024;
const languageCookie = "lang";
const yearInSeconds = 365 * 24 * 3600;

/** The conversation, the reader and the encounters, ready to be served. */
export function createPage(dependencies: PageDependencies): Hono {
  const { telegram, publicUrl, readiness, logger } = dependencies;
  const app = new Hono();
  app.use(securityHeaders(publicUrl));
  app.use(guard(publicUrl));
  addConversation(app, dependencies);
  addReading(app, dependencies);
  addAssets(app, telegram);
  app.get("/healthz", (c) => c.json(readiness(), 200, { "Cache-Control": "no-store" }));
  app.notFound((c) => notFound(c, dependencies, "notFound"));
  app.onError((error, c) => {
    logger.error({ err: error, path: c.req.path }, "page request failed");
    return c.json({ error: pageTexts[languageOf(c, dependencies)].errors.failed }, 500);
  });
  return app;
}

/** What a browser may do with these pages: load their own files, and nothing else. */
function securityHeaders(publicUrl: string | null): MiddlewareHandler {
  const self = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      imgSrc: self,
      fontSrc: self,
      connectSrc: self,
      formAction: self,
      baseUri: ["'none'"],
      // Telegram's web client shows a Mini App in a frame.
      frameAncestors: publicUrl === null ? ["'none'"] : ["https://web.telegram.org"],
    },
    xFrameOptions: publicUrl === null ? "DENY" : false,
    referrerPolicy: "no-referrer",
    strictTransportSecurity: publicUrl?.startsWith("https:") === true,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
}

function guard(publicUrl: string | null): MiddlewareHandler {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return async (c, next) => {
    const refusal = findRefusal(
      {
        method: c.req.method,
        host: c.req.header("host") ?? new URL(c.req.url).host,
        origin: c.req.header("origin"),
        fetchSite: c.req.header("sec-fetch-site"),
        contentType: c.req.header("content-type"),
      },
      publicHost,
    );
    if (refusal !== null) return c.json({ error: refusal.reason }, refusal.status);
    await next();
    return undefined;
  };
}

function addConversation(app: Hono, dependencies: PageDependencies): void {
  const { telegram, readiness } = dependencies;
  const limit = bodyLimit({
    maxSize: maxBodyBytes,
    onError: (c) => c.json({ error: `Cannot read more than ${maxBodyBytes} bytes` }, 413),
  });
  app.get("/", async (c) => {
    const lang = languageOf(c, dependencies);
    userOf(c, dependencies);
    return c.html(renderChatPage({ lang, encounters: await dependencies.corpus.encounters() }));
  });
  app.get("/api/messages", (c) => {
    const { chatId, lang } = userOf(c, dependencies);
    const onlyNew = c.req.query("new") !== undefined;
    return noStore(c).json({
      messages: onlyNew ? telegram.news(chatId) : telegram.history(chatId),
      commands: telegram.commands(lang),
      readiness: readiness(),
    });
  });
  app.post("/api/messages", limit, async (c) => {
    const text = parseMessage(await readJson(c));
    const user = userOf(c, dependencies);
    const { emptyMessage } = pageTexts[user.lang].errors;
    if (text === null) return c.json({ error: 'Cannot read the message: want {"text": "…"}' }, 400);
    if (text.trim() === "") return c.json({ error: emptyMessage }, 400);
    return answer(c, user, () => telegram.send(user, text));
  });
  app.post("/api/callbacks", limit, async (c) => {
    const callback = parseCallback(await readJson(c));
    const user = userOf(c, dependencies);
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
    return noStore(c).json(await ask());
  } catch (error) {
    if (!(error instanceof BusyError)) throw error;
    return c.json({ error: pageTexts[user.lang].errors.busy }, 429);
  }
}

function addReading(app: Hono, dependencies: PageDependencies): void {
  const { corpus, readiness } = dependencies;
  app.get("/articles/:articleId", async (c) => {
    const article = await corpus.article(c.req.param("articleId") as ArticleId);
    if (article === null) return notFound(c, dependencies, "unknownArticle");
    const encounters = (await corpus.encounters()).filter(
      ({ articleId }) => articleId === article.articleId,
    );
    const passage = parsePassage(c.req.query("start"), c.req.query("end"), article.text);
    const lang = languageOf(c, dependencies);
    return c.html(renderArticlePage({ lang, article, encounters, passage }));
  });
  app.get("/encounters", async (c) => {
    const person = c.req.query("person");
    return c.html(
      renderEncountersPage({
        lang: languageOf(c, dependencies),
        encounters: await corpus.encounters(),
        person: person === undefined || person === "" ? null : (person as PersonId),
        isBuilding: readiness().state === "building",
      }),
    );
  });
  app.get("/language/:lang{fr|en}", (c) => {
    setCookie(c, languageCookie, c.req.param("lang"), {
      path: "/",
      sameSite: "Lax",
      httpOnly: true,
      maxAge: yearInSeconds,
    });
    const from = c.req.query("from") ?? "/";
    // Only a path of this very page: `//host` and `/\host` would lead elsewhere.
    return c.redirect(/^\/(?![/\\])/.test(from) ? from : "/", 303);
  });
}

function addAssets(app: Hono, telegram: LocalTelegram): void {
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
    const isPng = file.name.endsWith(".png");
    return c.body(file.bytes, 200, {
      "Content-Type": isPng ? "image/png" : "application/octet-stream",
      "Content-Disposition": `${isPng ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "private, max-age=3600",
    });
  });
}

function notFound(
  c: Context,
  dependencies: PageDependencies,
  reason: "notFound" | "unknownArticle",
) {
  const lang = languageOf(c, dependencies);
  if (c.req.path.startsWith("/api/")) {
    return c.json({ error: pageTexts[lang].errors[reason] }, 404);
  }
  return c.html(renderNotFoundPage(lang, reason), 404);
}

function languageOf(c: Context, { defaultLanguage }: PageDependencies): Language {
  const chosen = c.req.query("lang") ?? getCookie(c, languageCookie);
  if (chosen === "fr" || chosen === "en") return chosen;
  const supported = accepts(c, {
    header: "Accept-Language",
    supports: ["fr", "en"],
    default: defaultLanguage,
    match: (wanted, { default: otherwise }) =>
      [...wanted]
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find((code) => code === "fr" || code === "en") ?? otherwise,
  });
  return supported === "en" ? "en" : "fr";
}

/** The person behind a request, with a new session cookie when there is none. */
function userOf(c: Context, dependencies: PageDependencies): LocalUser {
  const known = getCookie(c, sessionCookie);
  const token = known !== undefined && isSessionToken(known) ? known : createSessionToken();
  if (token !== known) {
    setCookie(c, sessionCookie, token, {
      path: "/",
      httpOnly: true,
      sameSite: "Strict",
      secure: c.req.header("x-forwarded-proto") === "https",
    });
  }
  return { chatId: chatIdOf(token), lang: languageOf(c, dependencies) };
}

function noStore(c: Context): Context {
  c.header("Cache-Control", "no-store");
  return c;
}

async function readJson(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
