/** Marking a shape: `(5, 7)`, `5×7`, `5 x 7`, `5, 7`, `(5,)`. */
import { plainSigns } from "./glyphs.ts";
import { isEmpty, one, unmarked, type Marking, type Note } from "./marking.ts";
import type { Shape } from "./sheet.ts";

const LONGEST = 100;
const SHAPE = /^([([]?) *([0-9]{1,9}(?: *[,;*xх] *[0-9]{1,9}| +[0-9]{1,9})*) *,? *([)\]]?)$/;
const CLOSES: Record<string, string> = { "(": ")", "[": "]", "": "" };

export function markShape({ answer, wrong }: Shape, response: unknown): Marking {
  if (isEmpty(response)) return unmarked("one", "empty");
  if (typeof response !== "string") return unmarked("one", "malformed");
  const sizes = readShape(response);
  if (!sizes) return one(false, { note: "notation" });
  if (same(sizes, answer)) return one(true);
  const known = wrong.find(({ shape }) => same(shape, sizes));
  return known ? one(false, { why: known.why }) : one(false, { note: glance(sizes, answer) });
}

/** The sizes that were typed; null when it is no shape. */
export function readShape(typed: string): number[] | null {
  if ([...typed].length > LONGEST) return null;
  const found = SHAPE.exec(plainSigns(typed).trim());
  if (!found || CLOSES[found[1]!] !== found[3]) return null;
  return found[2]!.match(/[0-9]+/g)!.map(Number);
}

function glance(sizes: number[], answer: number[]): Note {
  if (sizes.length !== answer.length) return "axes";
  const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
  return same(sorted(sizes), sorted(answer)) ? "swapped" : "";
}

function same(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}
