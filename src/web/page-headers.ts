/** What every request passes and every answer carries: the guard, and the limits a browser keeps. */
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { findRefusal } from "./request-guard.ts";

/** What a browser may do with these pages: load their own files, and nothing else. */
export function securityHeaders(publicUrl: string | null): MiddlewareHandler {
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

/** Answers by itself what must not be answered otherwise: see request-guard.ts. */
export function guard(publicUrl: string | null): MiddlewareHandler {
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
