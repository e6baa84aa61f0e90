/** A headless Chromium of the system: this package downloads none. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Path of the browser (`CHROMIUM_PATH`, else Debian's); null when there is none. */
export function findChromium(): string | null {
  const path = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  return existsSync(path) ? path : null;
}

/** The flags keep it off the network and let it run as root. Close it. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
