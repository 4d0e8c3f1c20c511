/** Marking a choice: one option, or several. */
import { isChoice, isEmpty, isIndex, marking, one, part, unmarked, type Marking } from "./marking.ts";
import type { Choosable, Multiple } from "./sheet.ts";

export function markSingle(options: Choosable[], response: unknown): Marking {
  if (isEmpty(response)) return unmarked("one", "empty");
  if (!isIndex(response, options.length)) return unmarked("one", "malformed");
  const { correct, why } = options[response]!;
  return one(correct, { why });
}

/** One part an option: whether it is ticked as it should be. The reason is told of what was, or should have been. */
export function markMultiple({ options, credit }: Multiple, response: unknown): Marking {
  if (isEmpty(response)) return unmarked(credit, "empty");
  if (!isChoice(response, options.length)) return unmarked(credit, "malformed");
  const parts = options.map(({ correct, why }, place) => {
    const ticked = response.includes(place);
    const weight = credit === "net" && !correct ? -1 : 1;
    return part(place, ticked === correct, { why: ticked || correct ? why : null, weight });
  });
  return marking(credit, parts);
}
