/** The widget of every type of question. */
import type { Concrete, Open } from "../marking/sheet.ts";
import { line, multiple, single } from "./choice.ts";
import { cloze, table } from "./gaps.ts";
import { match } from "./match.ts";
import { order } from "./order.ts";
import { typed } from "./typed.ts";
import type { Named, Widget } from "./widget.ts";

export function widget(sheet: Exclude<Concrete, Open>, named: Named): Widget {
  switch (sheet.type) {
    case "single":
      return single(sheet, named);
    case "multiple":
      return multiple(sheet, named);
    case "number":
    case "text":
    case "shape":
      return typed(sheet, named);
    case "order":
      return order(sheet, named);
    case "match":
      return match(sheet, named);
    case "cloze":
      return cloze(sheet, named);
    case "table":
      return table(sheet, named);
    case "line":
      return line(sheet, named);
  }
}
