/** Where the typefaces lie: Inter, and DejaVu Sans for the scripts that Inter lacks. */
import { createRequire } from "node:module";

export interface FontFiles {
  readonly regular: string;
  readonly semibold: string;
  readonly fallback: string;
  readonly fallbackBold: string;
}

/** Paths of TrueType files inside installed packages; no font of the system is ever used. */
export function findFontFiles(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  return {
    regular: resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
    semibold: resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
    fallback: resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
    fallbackBold: resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  };
}
