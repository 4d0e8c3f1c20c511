/** An answer that is typed: a number, words, a shape. */
import { h } from "../page/html.ts";
import { say } from "../page/strings.ts";
import type { Marking } from "../marking/marking.ts";
import type { Numeric, Shape, Textual } from "../marking/sheet.ts";
import { mark, reason, type Named, type Widget } from "./widget.ts";

const OPTIONS = { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false" };

export function field(attributes: Record<string, string>): HTMLInputElement {
  return h("input", { ...OPTIONS, ...attributes });
}

export function typed(sheet: Numeric | Textual | Shape, { prompt }: Named): Widget {
  const input = field({ class: sheet.type, "aria-labelledby": prompt });
  const unit = sheet.type === "number" && sheet.percent ? h("span", { class: "unit" }, "%") : null;
  const element = h("div", { class: "typed" }, input, unit);
  const show = ({ parts, right }: Marking) => {
    input.readOnly = true;
    mark(element, right);
    if (!right) element.append(h("span", { class: "fix" }, say("Right: {answer}", { answer: shown(sheet) })));
    const why = reason(parts[0]!);
    if (why) element.append(why);
  };
  return { element, response: () => input.value, show };
}

function shown(sheet: Numeric | Textual | Shape): string {
  return sheet.type === "shape" ? sheet.answer.join(" × ") : sheet.shown;
}
