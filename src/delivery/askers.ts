/** Who asked when, and how often in a row: tells a few messages one after the other from a flood. */

export interface Askers {
  /** Since this person was last let in; Infinity for a first time. */
  pauseMs(asked: Asked): number;
  /** False when somebody has asked too often in a row. */
  letIn(asked: Asked, limit: AskingLimit): boolean;
}

interface Asked {
  readonly asker: string;
  /** In milliseconds since 1970. */
  readonly askedAt: number;
}

export interface AskingLimit {
  /** How often somebody may ask; 0: as often as they like. */
  readonly shareMs: number;
  /** How many times in a row they may ask sooner. */
  readonly burst: number;
}

/** When somebody was last let in, and how often in a row: each time sooner than a share allowed. */
interface Asker {
  readonly at: number;
  readonly inARow: number;
}

/** So many may be asked at once whatever the share: "Bonjour", the question, and what was forgotten in it. */
export const longestBurst = 3;
export const longestShareMs = 30_000;
/** People whose last question is remembered. */
const maxRemembered = 10_000;

export function createAskers(): Askers {
  const askers = new Map<string, Asker>();

  function remember(name: string, asker: Asker): void {
    askers.delete(name);
    askers.set(name, asker);
    const [oldest] = askers.keys();
    if (askers.size > maxRemembered && oldest !== undefined) askers.delete(oldest);
  }

  // Messages are dated in whole seconds, presses of buttons by our clock: one may seem to come before the other.
  const pauseMs = ({ asker, askedAt }: Asked) =>
    Math.max(0, askedAt - (askers.get(asker)?.at ?? -Infinity));

  function letIn(asked: Asked, { shareMs, burst }: AskingLimit): boolean {
    const pause = pauseMs(asked);
    const { at, inARow } = askers.get(asked.asker) ?? { at: asked.askedAt, inARow: 0 };
    const isSoon = pause < shareMs;
    if (isSoon && inARow >= burst) {
      // Whoever was refused has had the burst, even if fewer wait by the next time.
      remember(asked.asker, { at, inARow: longestBurst });
      return false;
    }
    // It comes back slowly, or whoever never ceases to flood would have it again and again.
    const left = Math.max(1, inARow - Math.floor(pause / longestShareMs));
    remember(asked.asker, { at: asked.askedAt, inARow: isSoon ? inARow + 1 : left });
    return true;
  }

  return { pauseMs, letIn };
}
