/** Several places to fill: gaps of a text, blanks of a table. */
import { h, plain, rich } from "../page/html.ts";
import { say } from "../page/strings.ts";
import type { Marking } from "../marking/marking.ts";
import type { Cloze, Gap, Table } from "../marking/sheet.ts";
import { field } from "./typed.ts";
import { mark, reason, type Named, type Widget } from "./widget.ts";

interface Place {
  /** The control and what is told about it. */
  around: HTMLElement;
  control: HTMLInputElement | HTMLSelectElement;
  name: string;
  right: string;
}

export function cloze(sheet: Cloze, { prompt }: Named): Widget {
  const text = rich("div", sheet.html, { class: "cloze", role: "group", "aria-labelledby": prompt });
  const places = new Map<string, Place>();
  text.querySelectorAll<HTMLElement>("[data-gap]").forEach((around) => {
    const name = around.dataset.gap!;
    const label = say("Gap {n}", { n: Number(name) });
    const control = gapControl(sheet.gaps[name]!, label);
    around.append(control);
    places.set(name, { around, control, name: label, right: shown(sheet.gaps[name]!) });
  });
  return filled(h("div", {}, text), places);
}

function gapControl(gap: Gap, label: string): Place["control"] {
  if (gap.type !== "single") return field({ class: gap.type, "aria-label": label });
  const options = gap.options.map(({ html }, i) => h("option", { value: i }, plain(html)));
  return h("select", { "aria-label": label }, h("option", { value: "" }, "…"), ...options);
}

function shown(gap: Gap): string {
  return gap.type === "single" ? plain(gap.options.find(({ correct }) => correct)!.html) : gap.shown;
}

export function table(sheet: Table, { prompt }: Named): Widget {
  const places = new Map<string, Place>();
  const cell = (row: number, column: number): HTMLElement => {
    const blank = sheet.blank.some(([r, c]) => r === row && c === column);
    const right = sheet.shown[row]![column]!;
    if (!blank) return h("td", {}, right);
    const name = `${plain(sheet.rows[row] ?? "")}, ${plain(sheet.columns[column] ?? "")}`;
    const control = field({ class: "number", "aria-label": name });
    const around = h("td", {}, control);
    places.set(`${row},${column}`, { around, control, name, right });
    return around;
  };
  const head = h("tr", {}, h("td"), ...sheet.columns.map((html) => rich("th", html, { scope: "col" })));
  const body = sheet.rows.map((html, row) =>
    h("tr", {}, rich("th", html, { scope: "row" }), ...sheet.columns.map((_, column) => cell(row, column))),
  );
  const grid = h("table", { "aria-labelledby": prompt }, h("thead", {}, head), h("tbody", {}, ...body));
  return filled(h("div", {}, h("div", { class: "fill" }, grid)), places);
}

function filled(element: HTMLElement, places: Map<string, Place>): Widget {
  const response = () =>
    Object.fromEntries([...places].map(([name, { control }]) => [name, answer(control)]));
  const show = ({ parts }: Marking) => {
    const reasons: HTMLElement[] = [];
    for (const part of parts) {
      const { around, control, name, right } = places.get(part.part)!;
      control.disabled = true;
      mark(around, part.right);
      if (part.right) continue;
      around.append(h("span", { class: "fix" }, right));
      const why = reason(part);
      if (why) reasons.push(h("li", {}, `${name}: `, why));
    }
    if (reasons.length > 0) element.append(h("ul", { class: "reasons" }, ...reasons));
  };
  return { element, response, show };
}

/** A list to choose from answers with a number, a field with what was typed. */
function answer(control: Place["control"]): number | string | null {
  if (control instanceof HTMLSelectElement) return control.value === "" ? null : Number(control.value);
  return control.value;
}
