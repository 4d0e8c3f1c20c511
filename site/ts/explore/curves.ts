/** Curves over steps on a logarithmic scale, told apart by dash and named at their ends. */
import { svg } from "../page/html.ts";
import { pictureWidth } from "../page/width.ts";
import { ten } from "./numbers.ts";

export interface Curve {
  name: string;
  kind: "solid" | "dashed" | "dotted";
  values: number[];
}

const HEIGHT = 300;
const LEFT = 48;
const RIGHT = 100;
const TOP = 14;
const BOTTOM = 44;
const LEAST = 1e-18;
const APART = 17;
const TICK = { class: "tick", "text-anchor": "middle" };

export function curves(all: Curve[], title: string, told: string): SVGElement {
  const powers = all.flatMap(({ values }) => values.map(power));
  const low = Math.min(-1, Math.floor(Math.min(...powers)));
  const high = Math.max(0, Math.ceil(Math.max(...powers)));
  const steps = all[0]!.values.length - 1;
  const width = pictureWidth();
  const right = width - RIGHT;
  const x = (n: number) => LEFT + (n * (right - LEFT)) / steps;
  const y = (value: number) => TOP + ((high - power(value)) * (HEIGHT - TOP - BOTTOM)) / (high - low);
  const picture = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": told });
  picture.append(...scale(low, high, right, y), ...axis(steps, x, title));
  for (const { kind, values } of all) {
    const points = values.map((value, n) => `${x(n).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
    picture.append(svg("polyline", { class: `curve ${kind}`, points }));
  }
  picture.append(...ends(all, right, y));
  return picture;
}

function power(value: number): number {
  return Math.log10(Math.max(value, LEAST));
}

function scale(low: number, high: number, right: number, y: (value: number) => number): SVGElement[] {
  const each = Math.ceil((high - low) / 6);
  const levels = Array.from({ length: Math.floor((high - low) / each) + 1 }, (_, i) => high - i * each);
  return levels.flatMap((level) => {
    const at = y(10 ** level);
    return [
      svg("line", { class: "rule", x1: LEFT, x2: right, y1: at, y2: at }),
      svg("text", { class: "tick", x: LEFT - 8, y: at + 5, "text-anchor": "end" }, level === 0 ? "1" : ten(level)),
    ];
  });
}

function axis(steps: number, x: (n: number) => number, title: string): SVGElement[] {
  const each = Math.max(1, Math.ceil(steps / 5));
  const ticks = Array.from({ length: Math.floor(steps / each) + 1 }, (_, i) => i * each);
  const middle = x(steps / 2);
  return [
    ...ticks.map((n) => svg("text", { ...TICK, x: x(n), y: HEIGHT - BOTTOM + 20 }, String(n))),
    svg("text", { ...TICK, x: middle, y: HEIGHT - 4 }, title),
  ];
}

/** Names at the ends of the curves, moved apart where the curves end together. */
function ends(all: Curve[], right: number, y: (value: number) => number): SVGElement[] {
  const names = all.map(({ name, values }) => ({ name, at: y(values.at(-1)!) })).sort((a, b) => a.at - b.at);
  names.forEach((name, i) => (name.at = Math.max(name.at, i > 0 ? names[i - 1]!.at + APART : 0)));
  const over = Math.max(0, names.at(-1)!.at - (HEIGHT - BOTTOM + 4));
  return names.map(({ name, at }) => svg("text", { class: "name", x: right + 8, y: at - over + 5 }, name));
}
