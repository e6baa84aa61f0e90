// Progress of long work on stderr: one line redrawn on a terminal, a line now and then elsewhere.

/** Where the line goes; `process.stderr` is one. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressState {
  readonly label: string;
  readonly done: number;
  /** Null while nobody knows how much there is. */
  readonly total: number | null;
  /** Milliseconds to the expected end; null while nobody can tell. */
  readonly etaMs: number | null;
}

export interface Progress {
  show(state: ProgressState): void;
  /** Clears the line, so that what is printed next starts on a clean one. */
  end(): void;
}

/** Work that ends sooner after its first sign of life shows nothing. */
const QUIET_MS = 1_000;
const REDRAW_MS = 100;
/** Between two lines where nothing can be redrawn, as in a log file. */
const LINE_MS = 5_000;

export function createProgress(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): Progress {
  let start: number | undefined;
  const pauseMs = stream.isTTY === true ? REDRAW_MS : LINE_MS;
  let lastShown = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    show: (state) => {
      const time = now();
      start ??= time;
      if (time - start < QUIET_MS || time - lastShown < pauseMs) return;
      lastShown = time;
      isDrawn = true;
      stream.write(stream.isTTY === true ? `\r\x1b[2K${lineOf(state)}` : `${lineOf(state)}\n`);
    },
    end: () => {
      if (isDrawn && stream.isTTY === true) stream.write("\r\x1b[2K");
      isDrawn = false;
    },
  };
}

function lineOf({ label, done, total, etaMs }: ProgressState): string {
  const share = total === null || total === 0 ? "" : ` ${Math.floor((100 * done) / total)} %`;
  const of = total === null ? "" : `/${total}`;
  const end = etaMs === null ? "" : `, ${durationInWords(etaMs)} left`;
  return `${label}${share} (${done}${of}${end})`;
}

function durationInWords(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`;
}
