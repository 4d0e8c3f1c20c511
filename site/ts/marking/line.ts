/** Marking the line of a program that holds the fault. */
import { plainText } from "./plain.ts";
import { isEmpty, isIndex, one, unmarked, type Marking } from "./marking.ts";
import type { Line } from "./sheet.ts";

/** Right, or wrong with what is right about the line that was named. Lines count from 1. */
export function markLine({ lines, fault, why, wrong }: Line, response: unknown): Marking {
  if (isEmpty(response)) return unmarked("one", "empty");
  if (!isIndex(response, lines.length + 1) || !plainText(lines[response - 1] ?? "")) return unmarked("one", "malformed");
  if (response === fault) return one(true, { why });
  const own = wrong[response];
  return own ? one(false, { why: own }) : one(false, { note: "fine" });
}
