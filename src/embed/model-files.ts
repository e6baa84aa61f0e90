// The encoder's files on disk: their place, their checksums, and the fingerprint made of them.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { EmbedderError, errorCode } from "../errors.ts";

export const weightsFile = "onnx/model_quantized.onnx";

/** What decides a vector: settings, tokenizer and weights. */
const MODEL_FILES = [
  "config.json",
  "tokenizer.json",
  "tokenizer_config.json",
  weightsFile,
] as const;

/** `name` or `organisation/name`; no part may climb out of the models' folder. */
const MODEL_NAME = /^[A-Za-z0-9][\w.-]{0,99}(?:\/[A-Za-z0-9][\w.-]{0,99})?$/;

/** @throws {EmbedderError} when the name could be a path out of the models' folder. */
export function checkModelName(model: string): void {
  if (MODEL_NAME.test(model) && !model.includes("..")) return;
  throw new EmbedderError(
    model,
    `Cannot use the encoder "${model}": wanted a name such as "sourcier-e5-small" or "organisation/name"`,
  );
}

/** The files of the model that are not there. */
export async function findMissingFiles(modelsDir: string, model: string): Promise<string[]> {
  const found = await Promise.all(
    MODEL_FILES.map((file) =>
      access(join(modelsDir, model, file)).then(
        () => null,
        () => file,
      ),
    ),
  );
  return found.filter((file) => file !== null);
}

/**
 * Hashes the model's files and holds them against its `SHA256SUMS` where there is one.
 * @returns one hash for all of them, for the index's fingerprint.
 * @throws {EmbedderError} naming the file, the hash expected and the hash found.
 */
export async function fingerprintModel(modelsDir: string, model: string): Promise<string> {
  const folder = join(modelsDir, model);
  const expected = await readChecksums(folder);
  const whole = createHash("sha256");
  for (const file of MODEL_FILES) {
    const found = await hashFile(join(folder, file));
    const wanted = expected.get(file);
    if (wanted !== undefined && wanted !== found) {
      throw new EmbedderError(
        model,
        `Cannot load the encoder "${model}": ${file} must have the SHA-256 ${wanted}, found ${found}; copy the file again`,
      );
    }
    whole.update(`${file} ${found}\n`);
  }
  return whole.digest("hex").slice(0, 16);
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/** `SHA256SUMS` as the `sha256sum` command writes it; an empty map where the model has none. */
async function readChecksums(folder: string): Promise<Map<string, string>> {
  const path = join(folder, "SHA256SUMS");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return new Map();
    throw error;
  }
  const lines = text.split("\n").filter((line) => line.length > 0);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}
