/** Marking what has several places to fill: a text with gaps, a table with blanks. */
import { markSingle } from "./choice.ts";
import { byName, isEmpty, marking, unmarked, type Marking, type Part } from "./marking.ts";
import { markNumber, target } from "./number.ts";
import type { Cloze, Gap, Table } from "./sheet.ts";
import { markText } from "./words.ts";

export function markCloze({ gaps, credit }: Cloze, response: unknown): Marking {
  const names = Object.keys(gaps);
  return markPlaces(names, credit, response, (name, typed) => markGap(gaps[name]!, typed));
}

function markGap(gap: Gap, response: unknown): Marking {
  if (gap.type === "single") return markSingle(gap.options, response);
  if (gap.type === "number") return markNumber(target(gap), gap.wrong, response);
  return markText(gap, response);
}

export function markTable({ cells, blank, atol, decimals, credit }: Table, response: unknown): Marking {
  const names = blank.map(([row, column]) => `${row},${column}`);
  return markPlaces(names, credit, response, (name, typed) => {
    const [row, column] = name.split(",").map(Number) as [number, number];
    return markNumber(target({ answer: cells[row]![column]!, atol, decimals, percent: false }), [], typed);
  });
}

function markPlaces(
  names: string[],
  credit: "each" | "all",
  response: unknown,
  mark: (name: string, typed: unknown) => Marking,
): Marking {
  if (isEmpty(response)) return unmarked(credit, "empty");
  const answers = byName(response, names);
  if (!answers) return unmarked(credit, "malformed");
  if (Object.values(answers).every(isEmpty)) return unmarked(credit, "empty");
  return marking(credit, names.map((name): Part => ({ ...mark(name, answers[name]).parts[0]!, part: name })));
}
