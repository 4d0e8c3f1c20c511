/** Rows of which one, or several, are chosen: options, or the lines of a program. */
import { h, rich } from "../page/html.ts";
import type { Marking } from "../marking/marking.ts";
import type { Line, Multiple, Single } from "../marking/sheet.ts";
import { mark, reason, type Named, type Widget } from "./widget.ts";

type Rows = { input: HTMLInputElement; row: HTMLElement }[];

function rows(texts: HTMLElement[], type: "radio" | "checkbox", kind: string): Rows {
  return texts.map((text, i) => {
    const input = h("input", { type, name: "answer", value: i });
    return { input, row: h("div", { class: kind }, h("label", {}, input, text)) };
  });
}

function group(rows: Rows, role: string, { prompt }: Named): HTMLFieldSetElement {
  return h("fieldset", { class: "options", role, "aria-labelledby": prompt }, ...rows.map(({ row }) => row));
}

function freeze(rows: Rows): void {
  for (const { input } of rows) input.disabled = true;
}

function ticked(rows: Rows): number[] {
  return rows.flatMap(({ input }, i) => (input.checked ? [i] : []));
}

export function single(sheet: Single, named: Named): Widget {
  const all = rows(sheet.options.map(({ html }) => rich("span", html)), "radio", "option");
  const show = ({ parts }: Marking) => {
    freeze(all);
    const [chosen] = ticked(all);
    sheet.options.forEach(({ correct }, i) => {
      if (correct || i === chosen) mark(all[i]!.row, correct);
    });
    const why = reason(parts[0]!);
    if (why && chosen !== undefined) all[chosen]!.row.append(why);
  };
  return { element: group(all, "radiogroup", named), response: () => ticked(all)[0] ?? null, show };
}

export function multiple(sheet: Multiple, named: Named): Widget {
  const all = rows(sheet.options.map(({ html }) => rich("span", html)), "checkbox", "option");
  const show = ({ parts }: Marking) => {
    freeze(all);
    sheet.options.forEach(({ correct }, i) => {
      const part = parts[i]!;
      if (correct || !part.right) mark(all[i]!.row, correct);
      const why = reason(part);
      if (why) all[i]!.row.append(why);
    });
  };
  return { element: group(all, "group", named), response: () => ticked(all), show };
}

export function line(sheet: Line, named: Named): Widget {
  const texts = sheet.lines.map((html) => rich("code", html || " "));
  const all = rows(texts, "radio", "line");
  all.forEach(({ input, row }, i) => {
    input.hidden = input.disabled = !texts[i]!.textContent?.trim();
    row.dataset.line = String(i + 1);
  });
  const chosen = () => (ticked(all)[0] ?? -1) + 1;
  const show = ({ parts, right }: Marking) => {
    freeze(all);
    mark(all[sheet.fault - 1]!.row, true);
    if (!right) mark(all[chosen() - 1]!.row, false);
    all[chosen() - 1]!.row.append(reason(parts[0]!) ?? rich("div", sheet.other, { class: "why" }));
    if (!right) all[sheet.fault - 1]!.row.append(rich("div", sheet.why, { class: "why" }));
  };
  const element = group(all, "radiogroup", named);
  element.classList.add("program");
  return { element, response: () => chosen() || null, show };
}
