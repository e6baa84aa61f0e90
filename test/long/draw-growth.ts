/**
 * Draws how the files store grows: `node --import tsx test/long/draw-growth.ts [figures.json] [picture.png]`, by
 * default docs/growth.json (lines that scale-files-store.ts printed) and docs/growth.png. One panel per figure; sizes
 * and most figures on logarithmic scales, each point with its number.
 */
import { readFile, writeFile } from "node:fs/promises";
import { palettes } from "../../src/pictures/palette.ts";
import { rasterize, textFont } from "../../src/pictures/rasterizer.ts";
import { svg, type Svg } from "../../src/pictures/svg.ts";

type Figures = Readonly<Record<string, number>>;

interface Growth {
  readonly measured: string;
  readonly sizes: readonly Figures[];
}

interface Line {
  readonly name: string;
  readonly key: string;
  readonly color: string;
}

interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly range: readonly [number, number];
  readonly isLogarithmic: boolean;
  /** A bound that the figure should keep, drawn across. */
  readonly bound?: { readonly value: number; readonly name: string };
}

const { paper, surface, ink, muted, line, accent, planned, unsure } = palettes.light;

const panels: readonly Panel[] = [
  {
    title: "Build, without encoding (s)",
    lines: [{ name: "", key: "buildSeconds", color: accent }],
    range: [0.1, 10_000],
    isLogarithmic: true,
  },
  {
    title: "On disk (MB)",
    lines: [{ name: "", key: "diskMb", color: accent }],
    range: [1, 10_000],
    isLogarithmic: true,
  },
  {
    title: "Memory when open (MB)",
    lines: [{ name: "", key: "openMb", color: accent }],
    range: [1, 10_000],
    isLogarithmic: true,
  },
  {
    title: "Start-up (s)",
    lines: [{ name: "", key: "startSeconds", color: accent }],
    range: [0.01, 100],
    isLogarithmic: true,
  },
  {
    title: "One search (ms)",
    lines: [
      { name: "p50", key: "questionP50Ms", color: accent },
      { name: "p95", key: "questionP95Ms", color: planned },
      { name: "p99", key: "questionP99Ms", color: unsure },
    ],
    range: [1, 400],
    isLogarithmic: true,
    bound: { value: 100, name: "100 ms" },
  },
  {
    title: "Recall@10 against exact search",
    lines: [{ name: "", key: "recallAt10", color: accent }],
    range: [0.9, 1],
    isLogarithmic: false,
  },
];

const [columns, panelWidth, panelHeight, gap, edge, top] = [3, 300, 220, 24, 28, 92];
const plot = { left: 20, right: 20, top: 52, bottom: 34 } as const;
const width = 2 * edge + columns * panelWidth + (columns - 1) * gap;
const height = top + 2 * panelHeight + gap + edge;

function draw({ sizes, measured }: Growth): Svg {
  const drawn = panels.map((panel, i) => {
    const x = edge + (i % columns) * (panelWidth + gap);
    const y = top + Math.floor(i / columns) * (panelHeight + gap);
    return svg("g", { transform: `translate(${x} ${y})` }, ...drawPanel(panel, sizes));
  });
  return svg(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    svg("rect", { width, height, fill: paper }),
    text("From a thousand passages to a million", { x: edge, y: 42, size: 22, weight: 600 }),
    text(measured, { x: edge, y: 68, size: 13, color: muted }),
    ...drawn,
  );
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight?: 400 | 600;
  readonly color?: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Keeps lines behind the text from touching it. */
  readonly isHaloed?: boolean;
}

function text(content: string, style: TextStyle): Svg {
  const { x, y, size, weight = 400, color = ink, anchor = "start", isHaloed = false } = style;
  const halo = isHaloed ? { stroke: surface, "stroke-width": 4, "paint-order": "stroke" } : {};
  const place = { x, y, fill: color, "text-anchor": anchor };
  return svg("text", { ...place, ...halo, ...textFont(size, weight) }, content);
}

function drawPanel(panel: Panel, sizes: readonly Figures[]): Svg[] {
  const { title, lines, bound } = panel;
  return [
    svg("rect", { width: panelWidth, height: panelHeight, rx: 8, fill: surface, stroke: line }),
    text(title, { x: plot.left, y: 28, size: 14, weight: 600 }),
    ...drawLegend(lines),
    ...sizes.map(({ passages = 0 }) =>
      text(shortSize(passages), {
        ...{ x: placeSize(passages, sizes), y: panelHeight - 12 },
        ...{ size: 12, color: muted, anchor: "middle" },
      }),
    ),
    ...(bound ? drawBound(panel, bound) : []),
    ...lines.flatMap((one, i) =>
      drawLine(panel, one, { sizes, above: i !== 0 || lines.length === 1 }),
    ),
  ];
}

function drawLegend(lines: readonly Line[]): Svg[] {
  return lines
    .filter(({ name }) => name !== "")
    .map(({ name, color }, i, all) =>
      text(name, {
        ...{ x: panelWidth - plot.right - (all.length - 1 - i) * 32, y: 28 },
        ...{ size: 12, weight: 600, color, anchor: "end" },
      }),
    );
}

function drawBound(panel: Panel, { value, name }: { value: number; name: string }): Svg[] {
  const y = placeValue(panel, value);
  const [x1, x2] = [plot.left, panelWidth - plot.right];
  return [
    svg("line", { x1, x2, y1: y, y2: y, stroke: muted, "stroke-dasharray": "3 4" }),
    text(name, { x: x1, y: y - 5, size: 11, color: muted }),
  ];
}

function drawLine(
  panel: Panel,
  { key, color }: Line,
  { sizes, above }: { readonly sizes: readonly Figures[]; readonly above: boolean },
): Svg[] {
  const points = sizes.flatMap((figures) => {
    const value = figures[key];
    if (value === undefined) return [];
    const x = placeSize(figures["passages"] ?? 1, sizes);
    return [{ x, y: placeValue(panel, value), value }];
  });
  const path = points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`);
  const isLabelled = panel.lines.length === 1 || key !== "questionP95Ms";
  return [
    svg("path", { d: path.join(""), fill: "none", stroke: color, "stroke-width": 2 }),
    ...points.map(({ x, y }) => svg("circle", { cx: x, cy: y, r: 3.5, fill: color })),
    ...points
      .filter(() => isLabelled)
      .map(({ x, y, value }) =>
        text(shortNumber(value, panel.isLogarithmic ? 2 : 3), {
          ...{ x, y: above ? y - 10 : y + 18, size: 12, anchor: "middle", isHaloed: true },
        }),
      ),
  ];
}

function placeSize(passages: number, sizes: readonly Figures[]): number {
  const all = sizes.map((figures) => Math.log(figures["passages"] ?? 1));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const [left, right] = [plot.left + 24, panelWidth - plot.right - 24];
  return left + ((Math.log(passages) - least) / (most - least || 1)) * (right - left);
}

function placeValue({ range, isLogarithmic }: Panel, value: number): number {
  const scale = isLogarithmic ? Math.log : (one: number): number => one;
  const [least, most] = [scale(range[0]), scale(range[1])];
  const share = Math.min(1, Math.max(0, (scale(value) - least) / (most - least)));
  const [low, high] = [panelHeight - plot.bottom - 14, plot.top + 12];
  return low + share * (high - low);
}

function shortSize(passages: number): string {
  return passages >= 1e6 ? `${passages / 1e6} million` : passages.toLocaleString("en");
}

function shortNumber(value: number, digits: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(digits)));
}

const [figuresPath = "docs/growth.json", picturePath = "docs/growth.png"] = process.argv.slice(2);
const growth = JSON.parse(await readFile(figuresPath, "utf8")) as Growth;
const { png } = await rasterize(draw(growth), 2);
await writeFile(picturePath, png);
