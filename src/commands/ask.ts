// `sourcier ask`: one question from the arguments, or a line of JSON each from standard input.

import type { Ask, AskRequest, Language, Reply } from "../answer/answer.ts";
import type { RenderedPage } from "../reply/rendered-reply.ts";
import { renderText } from "../terminal/render-message.ts";
import { messageOf, UsageError } from "../errors.ts";
import { answerJson } from "./answer-json.ts";

export interface AskOptions {
  readonly json: boolean;
  readonly lang?: Language;
  readonly k: number;
}

export interface AskContext {
  readonly ask: Ask;
  readonly render: (reply: Reply) => Promise<RenderedPage>;
  /** Whether the terminal understands styles. */
  readonly styled: boolean;
  readonly print: (line: string) => void;
}

export async function askOnce(
  context: AskContext,
  question: string,
  options: AskOptions,
): Promise<void> {
  const reply = await context.ask(requestOf(question, options));
  const page = await context.render(reply);
  context.print(
    options.json
      ? JSON.stringify(answerJson(reply, page.text), null, 2)
      : renderText(page, context.styled),
  );
}

/**
 * Answers every line of `{"id", "question"}` with one line, in order. A line that cannot be read
 * gets `{"id", "error"}` in its place and stops nothing.
 * @returns how many lines could not be read.
 */
export async function askLines(
  context: AskContext,
  lines: AsyncIterable<string>,
  options: AskOptions,
): Promise<number> {
  let unreadable = 0;
  for await (const line of lines) {
    const text = line.trim(); // of a byte order mark too
    if (text === "") continue;
    const parsed = parseLine(text);
    if ("error" in parsed) {
      unreadable += 1;
      context.print(JSON.stringify(parsed));
      continue;
    }
    const reply = await context.ask(requestOf(parsed.question, options));
    context.print(JSON.stringify(answerJson(reply, (await context.render(reply)).text, parsed.id)));
  }
  return unreadable;
}

/** @throws {UsageError} unless the text is a whole number from 1 to 20. */
export function parseCount(text: string): number {
  if (/^(?:[1-9]|1\d|20)$/.test(text)) return Number(text);
  throw new UsageError(`-k must be a whole number from 1 to 20: found "${text}"`);
}

function requestOf(question: string, { lang, k }: AskOptions): AskRequest {
  return { question, k, ...(lang === undefined ? {} : { lang }) };
}

type Line =
  | { readonly id?: string | number; readonly question: string }
  | { readonly id?: string | number; readonly error: string };

function parseLine(line: string): Line {
  const wanted = 'wanted a line of JSON such as {"id": "1", "question": "…"}';
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `${wanted}: ${messageOf(error)}` };
  }
  if (typeof value !== "object" || value === null) return { error: wanted };
  const id = "id" in value && isId(value.id) ? { id: value.id } : {};
  if (!("question" in value) || typeof value.question !== "string") return { ...id, error: wanted };
  return { ...id, question: value.question };
}

function isId(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
