/** Marking words: the accepted ones in either language, with their Russian inflections. */
import { fold } from "./folding.ts";
import { isEmpty, one, unmarked, type Marking } from "./marking.ts";
import type { TextFields } from "./sheet.ts";

export function markText({ accept, reject }: Omit<TextFields, "type">, response: unknown): Marking {
  if (isEmpty(response)) return unmarked("one", "empty");
  if (typeof response !== "string") return unmarked("one", "malformed");
  const folded = fold(response);
  const known = reject.find(({ texts }) => texts.includes(folded));
  return known ? one(false, { why: known.why }) : one(accept.includes(folded));
}
