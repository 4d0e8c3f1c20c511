/** Marking a matching: one part a left side. An extra says why it belongs to nothing. */
import { isEmpty, isIndex, marking, part, unmarked, type Marking, type Part } from "./marking.ts";
import type { Match } from "./sheet.ts";

export function markMatch(sheet: Match, response: unknown): Marking {
  const { lefts, rights, credit } = sheet;
  if (isEmpty(response)) return unmarked(credit, "empty");
  if (!Array.isArray(response) || response.length !== lefts.length) return unmarked(credit, "malformed");
  if (!response.every((right) => right === null || isIndex(right, rights.length))) return unmarked(credit, "malformed");
  if (response.every((right) => right === null)) return unmarked(credit, "empty");
  return marking(credit, response.map((right: number | null, left) => matched(sheet, left, right)));
}

function matched({ lefts, extras }: Match, left: number, right: number | null): Part {
  if (right === null) return part(left, false, { note: "empty" });
  return part(left, right === left, { why: extras[right - lefts.length] ?? null });
}
