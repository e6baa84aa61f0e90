import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { dateInWords } from "../../src/reply/date-in-words.ts";
import { fr } from "../../src/reply/texts/french-spaces.ts";
import { languages, textsOf } from "../../src/reply/texts/texts-of.ts";

/** Every text of a language by its path; functions are called with plain values. */
function wordsOf(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}.${key}`;
    if (typeof value === "string") return [[here, value] as [string, string]];
    if (typeof value === "object" && value !== null) return wordsOf(value, here);
    return [[here, "function"] as [string, string]];
  });
}

const french = wordsOf(textsOf("fr"));
const english = wordsOf(textsOf("en"));

describe("the languages", () => {
  it("are complete: the same texts, none empty", () => {
    expect(languages).toEqual(["fr", "en"]);
    // Each language has its own number of ways to say hello.
    const keys = (words: typeof french) => [
      ...new Set(words.map(([path]) => path.replace(/\.\d+$/, ""))),
    ];
    expect(keys(english)).toEqual(keys(french));
    // A form of meeting that nobody stated has no words.
    const empty = [...french, ...english].filter(([, words]) => words.trim() === "");
    expect(new Set(empty.map(([path]) => path))).toEqual(new Set([".encounters.mode.unknown"]));
  });

  it("name every button in words for who hears it, but for the thumbs, whose names are known", () => {
    const wordless = [...french, ...english].filter(
      ([path, words]) => path.startsWith(".buttons.") && !/\p{L}/u.test(words),
    );
    expect(new Set(wordless.map(([, words]) => words))).toEqual(new Set(["👍", "👎"]));
  });

  it("hold nothing that is never said", () => {
    const said = ["src/reply", "src/bot"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".ts") && !file.includes("texts"))
          .map((file) => readFileSync(join(folder, file), "utf8")),
      )
      .join("\n");
    // Tables by command, mode, state and kind are looked up by value.
    const tables = /^\.(?:commands|encounters\.mode|chat\.feedbackState|chat\.judged)\./;
    const keys = french
      .map(([path]) => path)
      .filter((path) => !tables.test(path) && !/\.\d+$/.test(path));
    const unsaid = keys.filter(
      (path) => !new RegExp(`\\b${path.split(".").at(-1) ?? ""}\\b`).test(said),
    );
    expect(unsaid).toEqual([]);
  });

  it("are not left untranslated", () => {
    const translated = new Map(english);
    const same = french.filter(
      ([path, words]) =>
        /\p{L}{3}/u.test(words) && words !== "function" && translated.get(path) === words,
    );
    // Names that are the same in both languages.
    expect(same.map(([path]) => path)).toEqual([
      ".commands.start.name",
      ".commands.articles.name",
      ".commands.source.name",
    ]);
  });

  it("space French as French typography asks", () => {
    for (const [path, words] of french) {
      expect(words, path).not.toMatch(/ [:;?!»%]|« |'/);
    }
    expect(fr`Oui ? « ${"a ? b"} » : 5 %`).toBe("Oui\u202f? «\u00a0a ? b\u00a0»\u00a0: 5\u202f%");
  });

  it("fit where Telegram shows them", () => {
    for (const lang of languages) {
      const { profile, chat } = textsOf(lang);
      expect(profile.description.length).toBeLessThanOrEqual(512);
      expect(profile.about.length).toBeLessThanOrEqual(120);
      for (const notice of [chat.oldButton, chat.tooFast, chat.judged.unknown, chat.failed]) {
        expect(notice.length).toBeLessThanOrEqual(200);
      }
      for (const hint of [chat.inlineHint, chat.inlineBuilding, chat.inlineNothing]) {
        expect(hint.length).toBeLessThanOrEqual(64);
      }
    }
  });
});

/** Literals with words in them that a person would read, outside errors and log lines. */
function spokenLiterals(path: string): string[] {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.ES2023,
    true,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isForOperators =
      ts.isNewExpression(node) ||
      ts.isImportDeclaration(node) ||
      ts.isExportDeclaration(node) ||
      (ts.isCallExpression(node) &&
        /logger\.|createHash|hkdfSync|^Symbol$/.test(node.expression.getText()));
    if (isForOperators) return;
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    const isSql = isText && /^\s*(?:select|insert|delete|where|create) /i.test(node.text);
    if (isText && !isSql && /\p{L}{2,} +\p{L}|[À-ÿ]/u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe("the words of the interface", () => {
  it.each(["src/reply", "src/bot"])("stand in the language files only: %s", (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".ts") && !file.includes("texts"),
    );
    expect(files.length).toBeGreaterThan(10);
    const elsewhere = files.flatMap((file) =>
      spokenLiterals(join(folder, file)).map((words) => `${file}: ${words}`),
    );
    // How the Bot API words a refusal that has no code of its own.
    expect(elsewhere).toEqual(
      folder === "src/bot" ? ["send-page.ts: message is not modified"] : [],
    );
  });
});

describe("dateInWords()", () => {
  it.each([
    ["2017-06-20", "20 juin 2017", "20 June 2017"],
    ["2020-01-01", "1er janvier 2020", "1 January 2020"],
    ["2017-06", "juin 2017", "June 2017"],
    ["2017", "2017", "2017"],
    ["2017-02-30", null, null],
    ["mardi", null, null],
    ["", null, null],
  ])("says %s", (iso, frenchWords, englishWords) => {
    expect(dateInWords(iso, "fr")).toBe(frenchWords);
    expect(dateInWords(iso, "en")).toBe(englishWords);
  });
});
