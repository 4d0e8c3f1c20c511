/** Marking an answer to any question, as grader/bank/mark does. */
import { markMultiple, markSingle } from "./choice.ts";
import { markCloze, markTable } from "./gaps.ts";
import { markLine } from "./line.ts";
import type { Marking } from "./marking.ts";
import { markMatch } from "./match.ts";
import { markNumber, target } from "./number.ts";
import { markOpen } from "./open.ts";
import { markOrder } from "./order.ts";
import { markShape } from "./shape.ts";
import type { Concrete } from "./sheet.ts";
import { markText } from "./words.ts";

/** What a response is worth; of a generated question a variant is marked. */
export function mark(sheet: Concrete, response: unknown): Marking {
  switch (sheet.type) {
    case "single":
      return markSingle(sheet.options, response);
    case "multiple":
      return markMultiple(sheet, response);
    case "number":
      return markNumber(target(sheet), sheet.wrong, response);
    case "text":
      return markText(sheet, response);
    case "order":
      return markOrder(sheet, response);
    case "match":
      return markMatch(sheet, response);
    case "cloze":
      return markCloze(sheet, response);
    case "table":
      return markTable(sheet, response);
    case "shape":
      return markShape(sheet, response);
    case "line":
      return markLine(sheet, response);
    case "open":
      return markOpen(sheet, response);
  }
}
