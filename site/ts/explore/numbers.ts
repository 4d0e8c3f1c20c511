/** Numbers that are computed as one looks on: shown short, kept whole beside what is shown. */
import { h } from "../page/html.ts";
import { number } from "../page/strings.ts";
import type { Matrix } from "../maths/matrix.ts";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A power of ten, such as 10⁻². */
export function ten(power: number): string {
  return `10${power < 0 ? "⁻" : ""}${[...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]).join("")}`;
}

/** Small and large numbers with a power of ten. */
export function precise(value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 10 ** (1 - digits) && size < 1e5)) return number(value, digits);
  const power = Math.floor(Math.log10(size));
  return `${number(value / 10 ** power, 1)}·${ten(power)}`;
}

export function cell(value: number, digits = 3, shade = 0): HTMLElement {
  const td = h("td", { "data-value": value }, digits === 0 ? number(value, 0) : precise(value, digits));
  if (shade > 0) {
    td.classList.add("shaded");
    td.style.setProperty("--share", shade.toFixed(3));
  }
  return td;
}

/** A table of numbers with names of its rows and columns. */
export function grid(name: string, rows: string[], columns: string[], cells: HTMLElement[][]): HTMLElement {
  const heads = columns.map((column) => h("th", { scope: "col" }, column));
  const body = cells.map((row, i) => h("tr", {}, h("th", { scope: "row" }, rows[i] ?? ""), ...row));
  const head = h("tr", {}, h("td"), ...heads);
  const table = h("table", { "aria-label": name }, h("thead", {}, head), h("tbody", {}, ...body));
  return h("div", {}, h("p", { class: "small" }, name), h("div", { class: "fill" }, table));
}

export function shadedCells(values: Matrix): HTMLElement[][] {
  const largest = Math.max(...values.flat(), Number.MIN_VALUE);
  return values.map((row) => row.map((value) => cell(value, 3, Math.max(0, value / largest))));
}
