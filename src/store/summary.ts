/** What a store tells about itself, from its manifest. */
import type { Manifest } from "./manifest.ts";
import type { StoreSummary } from "./store.ts";

export function summaryOf(manifest: Manifest): StoreSummary {
  const { articles, passages, sentences, encounters, embedderFingerprint } = manifest;
  return { articles, passages, sentences, encounters, embedderFingerprint };
}
