/** Who asks and in which language: read from a request's cookies and headers, kept in cookies. */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { getCookie, setCookie } from "hono/cookie";
import type { Language } from "../answer/answer.ts";
import type { LocalUser } from "./local-telegram.ts";
import { chatIdOf, createSessionToken, isSessionToken, sessionCookie } from "./page-session.ts";

const languageCookie = "lang";
const yearInSeconds = 365 * 24 * 3600;

/** The language chosen in the page, else the first of the browser's that there is. */
export function languageOf(c: Context, defaultLanguage: Language): Language {
  const chosen = c.req.query("lang") ?? getCookie(c, languageCookie);
  if (isLanguage(chosen)) return chosen;
  const supports = ["fr", "en"];
  const code = accepts(c, {
    header: "Accept-Language",
    supports,
    default: defaultLanguage,
    match: (wanted, { default: otherwise }) =>
      wanted
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find(isLanguage) ?? otherwise,
  });
  return isLanguage(code) ? code : defaultLanguage;
}

export function rememberLanguage(c: Context, lang: Language): void {
  const cookie = { path: "/", sameSite: "Lax", httpOnly: true, maxAge: yearInSeconds } as const;
  setCookie(c, languageCookie, lang, cookie);
}

export function isLanguage(code: string | undefined): code is Language {
  return code === "fr" || code === "en";
}

/** The person behind a request, with a new session when there is none. */
export function userOf(c: Context, defaultLanguage: Language): LocalUser {
  const known = getCookie(c, sessionCookie);
  const token = known !== undefined && isSessionToken(known) ? known : createSessionToken();
  if (token !== known) {
    const site = isFramed(c)
      ? ({ sameSite: "None", secure: true, partitioned: true } as const)
      : ({ sameSite: "Strict", secure: isHttps(c) } as const);
    setCookie(c, sessionCookie, token, { path: "/", httpOnly: true, ...site });
  }
  return { chatId: chatIdOf(token), lang: languageOf(c, defaultLanguage) };
}

/**
 * A Mini App stands in a frame of Telegram's web client, where only a partitioned cookie is kept: one
 * that exists within that client alone. Which sites may frame the page is the policy's to say.
 */
function isFramed(c: Context): boolean {
  return isHttps(c) && c.req.header("sec-fetch-dest") === "iframe";
}

function isHttps(c: Context): boolean {
  return c.req.header("x-forwarded-proto") === "https" || new URL(c.req.url).protocol === "https:";
}
