/** The page's own styles, scripts, icon and typeface, read once; nothing is looked up by a name from a request. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { findFontFiles } from "../pictures/fonts.ts";

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** Changes with the content. */
  readonly etag: string;
}

const contentTypes = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml; charset=utf-8",
  ttf: "font/ttf",
} as const;

const ownFiles = [
  "page.css",
  "chat.css",
  "article.css",
  "encounters.css",
  "chat.js",
  "command-menu.js",
  "message-view.js",
  "formatted-text.js",
  "reader.js",
  "encounters.js",
  "icon.svg",
] as const;

/** Assets by the name after `/assets/`. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const own = ownFiles.map((name): [string, Asset] => [
    name,
    readAsset(new URL(`assets/${name}`, import.meta.url), name),
  ]);
  const { regular, semibold } = findFontFiles();
  return new Map([
    ...own,
    ["inter-regular.ttf", readAsset(regular, "inter-regular.ttf")],
    ["inter-semibold.ttf", readAsset(semibold, "inter-semibold.ttf")],
  ]);
}

function readAsset(path: URL | string, name: string): Asset {
  const body = new Uint8Array(readFileSync(path));
  const extension = name.slice(name.lastIndexOf(".") + 1) as keyof typeof contentTypes;
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 16);
  return { body, contentType: contentTypes[extension], etag: `"${hash}"` };
}
