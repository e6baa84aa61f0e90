/** Colours of the pictures, by role. */

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly onAccent: string;
  readonly held: string;
  readonly planned: string;
  readonly unsure: string;
}

export const palettes = {
  light: {
    paper: "#faf8f3",
    surface: "#ffffff",
    ink: "#1c2628",
    muted: "#566366",
    line: "#ddd8ca",
    accent: "#0f6b66",
    accentSoft: "#dceeea",
    onAccent: "#ffffff",
    held: "#0f6b66",
    planned: "#b26a00",
    unsure: "#7b868a",
  },
  /** Follows the style sheet of the page that the drawing stands in, light or dark. */
  page: {
    paper: "none",
    surface: "var(--surface)",
    ink: "var(--ink)",
    muted: "var(--muted)",
    line: "var(--line)",
    accent: "var(--accent)",
    accentSoft: "var(--accent-soft)",
    onAccent: "var(--on-accent)",
    held: "var(--held)",
    planned: "var(--planned)",
    unsure: "var(--other)",
  },
} as const satisfies Record<string, Palette>;

export type Theme = keyof typeof palettes;

/** The colour behind the drawing, to lay under texts that cross lines. */
export function ground({ paper }: Palette): string {
  return paper === "none" ? "var(--paper)" : paper;
}
