// Environment variables -> Config. Pure: the environment is an argument, every problem is collected
// before anything is thrown. `.env.example` documents each variable; a test holds the two together.

import { z } from "zod";
import type { Language } from "./answer/answer.ts";
import { ConfigError } from "./errors.ts";
import { type LogLevel, logLevels } from "./logger.ts";

export interface Config {
  /** Null: no token, the bot runs in the local page and the terminal only. */
  readonly telegram: TelegramConfig | null;
  /** Null: not set; then it is what the index was made from, or `seeds`. */
  readonly seedsDir: string | null;
  readonly indexDir: string;
  readonly stateDir: string;
  readonly modelsDir: string;
  readonly embeddingModel: string;
  readonly allowRemoteModels: boolean;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly databaseUrl: string | null;
  /** Null: everybody. */
  readonly allowedUsers: ReadonlySet<number> | null;
  readonly adminUsers: ReadonlySet<number>;
  readonly defaultLanguage: Language;
  readonly logLevel: LogLevel;
}

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  readonly delivery:
    | { readonly kind: "polling" }
    | { readonly kind: "webhook"; readonly url: string; readonly secret: string };
}

const webAddress = (what: string, fits: (url: URL) => boolean = () => true) =>
  z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.username === "" && fits(url);
  }, `must be ${what}, such as https://example.org`);

const switchOf = z
  .enum(["true", "false"], "must be true or false")
  .transform((on) => on === "true");

const userIds = z
  .string()
  .regex(/^\d{1,16}(?:\s*,\s*\d{1,16})*$/, "must be Telegram user ids separated by commas")
  .transform((list) => new Set(list.split(",").map(Number)));

const folder = (path: string) => z.string().default(path);

const variables = z.object({
  BOT_TOKEN: z
    .string()
    // Bot API servers for tests hand out tokens of any form; a slash or a space would break the address.
    .regex(/^[\w:.-]{1,128}$/, 'must look like "123456789:AA…", as @BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: webAddress("the address of a Bot API server").default(
    "https://api.telegram.org",
  ),
  SEEDS_DIR: z.string().optional(),
  INDEX_DIR: folder("index"),
  STATE_DIR: folder("state"),
  MODELS_DIR: folder("models"),
  EMBEDDING_MODEL: z.string().default("sourcier-e5-small"),
  ALLOW_REMOTE_MODELS: switchOf.default(false),
  HOST: z.string().default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number")
    .transform(Number)
    .refine((port) => port <= 65_535, "must be at most 65535")
    .default(8080),
  PUBLIC_URL: webAddress(
    "the address at which people reach the page, without path, query or fragment",
    ({ href, origin }) => href === `${origin}/`,
  ).optional(),
  WEBHOOK_URL: webAddress(
    "the https address that Telegram calls",
    ({ protocol }) => protocol === "https:",
  ).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, "must be 16 to 256 letters, digits, _ or -")
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, "must start with postgres:// or postgresql://")
    .optional(),
  ALLOWED_USERS: userIds.optional(),
  ADMIN_USERS: userIds.optional(),
  DEFAULT_LANGUAGE: z.enum(["fr", "en"], "must be fr or en").default("fr"),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
});

/** Names of the variables that `readConfig` knows. */
export const VARIABLE_NAMES: readonly string[] = Object.keys(variables.shape);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A variable that is set to nothing counts as not set, as in a copied `.env.example`.
 *
 * @param usual what this program takes for a variable that is not set. @default as `.env.example` says
 */
export function readConfig(environment: Environment, usual: Environment = {}): Config {
  const set: Record<string, string> = {};
  for (const name of VARIABLE_NAMES) {
    const given = environment[name]?.trim() ?? "";
    const value = given === "" ? usual[name] : given;
    if (value) set[name] = value;
  }
  const parsed = variables.safeParse(set);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  problems.push(...findContradictions(set));
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const value = parsed.data;
  return {
    telegram: value.BOT_TOKEN === undefined ? null : telegramConfig(value.BOT_TOKEN, value),
    seedsDir: value.SEEDS_DIR ?? null,
    indexDir: value.INDEX_DIR,
    stateDir: value.STATE_DIR,
    modelsDir: value.MODELS_DIR,
    embeddingModel: value.EMBEDDING_MODEL,
    allowRemoteModels: value.ALLOW_REMOTE_MODELS,
    host: value.HOST,
    port: value.PORT,
    publicUrl: value.PUBLIC_URL ?? null,
    databaseUrl: value.DATABASE_URL ?? null,
    allowedUsers: value.ALLOWED_USERS ?? null,
    adminUsers: value.ADMIN_USERS ?? new Set(),
    defaultLanguage: value.DEFAULT_LANGUAGE,
    logLevel: value.LOG_LEVEL,
  };
}

/** What no single variable shows. Works on the raw values, so that these are told with the others. */
function findContradictions(set: Environment): string[] {
  const problems: string[] = [];
  if (set["WEBHOOK_URL"] && !set["WEBHOOK_SECRET"])
    problems.push(
      "WEBHOOK_SECRET must be set with WEBHOOK_URL: anybody could post updates without",
    );
  if (set["WEBHOOK_URL"] && !set["BOT_TOKEN"])
    problems.push("BOT_TOKEN must be set with WEBHOOK_URL: there is no bot to call without");
  return problems;
}

function telegramConfig(token: string, value: z.output<typeof variables>): TelegramConfig {
  const { TELEGRAM_API_ROOT: apiRoot, WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = value;
  return {
    token,
    apiRoot: apiRoot.replace(/\/$/, ""),
    delivery:
      url === undefined || secret === undefined
        ? { kind: "polling" }
        : { kind: "webhook", url, secret },
  };
}
