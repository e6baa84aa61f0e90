// The process's environment over the file `.env`, where there is one. Variables that are set win.

import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { errorCode } from "./errors.ts";

export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  return { ...readEnvFile(), ...process.env };
}

function readEnvFile(): Record<string, string> {
  try {
    return parse(readFileSync(".env"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return {};
    throw error;
  }
}
