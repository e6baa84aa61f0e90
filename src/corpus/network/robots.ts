/*
 * An address in, whether its site lets robots read it out (robots.txt, RFC 9309), and how long to wait between
 * two requests. One reading of robots.txt per site.
 */
import robotsModule from "robots-parser";
import { type HttpLimits, httpGet } from "./http-get.ts";
import { MAX_REDIRECTS, TOO_MANY_REDIRECTS, readRedirect } from "./redirect.ts";

/** The name by which robots.txt files may address Sourcier. */
const ROBOT_NAME = "Sourcier";
export const USER_AGENT = `${ROBOT_NAME}/0.1 (reads news articles for their quotation)`;

/** Larger files are cut there by every crawler (RFC 9309, 2.5: at least 500 kibibytes). */
const MAX_ROBOTS_BYTES = 512 * 1024;
const MAX_CRAWL_DELAY_SECONDS = 30;

export type RobotsRule =
  | { readonly kind: "allowed"; readonly delayMs: number }
  | { readonly kind: "forbidden"; readonly reason: string }
  /** The site may allow it another time. */
  | { readonly kind: "unreadable"; readonly reason: string };

interface ParsedRobots {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
}

// The package is CommonJS whose types describe an ES module: its default import is the function itself.
const robotsParser = robotsModule as unknown as (url: string, text: string) => ParsedRobots;

type Rules =
  | { readonly kind: "rules"; readonly robots: ParsedRobots }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Remembers the rules of every site asked for. */
export class RobotsRules {
  readonly #bySite = new Map<string, Promise<Rules>>();
  readonly #limits: HttpLimits;

  constructor(limits: HttpLimits) {
    this.#limits = { ...limits, maxBytes: MAX_ROBOTS_BYTES };
  }

  /** Returns the rule for `url`. A site whose robots.txt fails is not read; one without any is. */
  async ruleFor(url: string): Promise<RobotsRule> {
    const site = new URL(url).origin;
    const reading = this.#bySite.get(site) ?? this.#read(site);
    this.#bySite.set(site, reading);
    const rules = await reading;
    if (rules.kind === "unreadable") {
      return { ...rules, reason: `robots.txt of ${site} cannot be read: ${rules.reason}` };
    }
    const { robots } = rules;
    if (robots.isAllowed(url, ROBOT_NAME) === false) {
      return { kind: "forbidden", reason: `robots.txt of ${site} forbids it` };
    }
    const seconds = Math.min(robots.getCrawlDelay(ROBOT_NAME) ?? 0, MAX_CRAWL_DELAY_SECONDS);
    return { kind: "allowed", delayMs: seconds * 1000 };
  }

  async #read(site: string): Promise<Rules> {
    let url = `${site}/robots.txt`;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const result = await httpGet(url, { "user-agent": USER_AGENT }, this.#limits);
      if (result.kind === "failed") return unreadable(result.reason);
      const { status, headers, bytes } = result;
      if (status >= 500) return unreadable(`the server answered ${status}`);
      // A redirect that names no address is an answer without rules.
      if (status < 300 || status >= 400 || headers["location"] === undefined) {
        const text = status < 300 ? Buffer.from(bytes).toString("utf8") : "";
        return { kind: "rules", robots: robotsParser(`${site}/robots.txt`, text) };
      }
      const redirect = readRedirect(status, headers["location"], url);
      if (redirect.kind === "refused") return unreadable(redirect.reason);
      url = redirect.url;
    }
    return unreadable(TOO_MANY_REDIRECTS);
  }
}

function unreadable(reason: string): Rules {
  return { kind: "unreadable", reason };
}
