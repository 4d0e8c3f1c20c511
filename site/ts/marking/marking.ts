/** What an answer is worth: its parts, each right or wrong, and the rule that makes a score of them. */
export type Rule = "one" | "all" | "each" | "net" | "adjacent" | "weights";
export type Note =
  | ""
  | "empty"
  | "malformed"
  | "unreadable"
  | "precision"
  | "sign"
  | "percent"
  | "slip"
  | "notation"
  | "axes"
  | "swapped"
  | "fine";

export interface Detail {
  sentence: string;
  values: Record<string, string | number>;
}

/**
 * A part of an answer. `why` is the author's reason, `note` names one of ours, `detail` says what could not be read.
 * A part of negative weight takes points away when it is wrong and brings none when it is right.
 */
export interface Part {
  part: string;
  right: boolean;
  why: string | null;
  note: Note;
  weight: number;
  detail?: Detail;
}

export interface Marking {
  rule: Rule;
  parts: Part[];
  right: boolean;
  score: number;
}

type Known = Partial<Omit<Part, "part" | "right">>;

export function part(name: string | number, right: boolean, known: Known = {}): Part {
  return { part: String(name), right, why: null, note: "", weight: 1, ...known };
}

export function marking(rule: Rule, parts: Part[]): Marking {
  const right = parts.every((one) => one.right);
  return { rule, parts, right, score: rule === "one" || rule === "all" ? Number(right) : share(parts) };
}

/** The weight of right parts less what wrong ones take away. */
function share(parts: Part[]): number {
  const earned = parts.map(({ right, weight }) => (right ? Math.max(weight, 0) : Math.min(weight, 0)));
  const worth = parts.map(({ weight }) => Math.max(weight, 0));
  return Math.max(0, sum(earned) / sum(worth));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The marking of an answer that has one part only. */
export function one(right: boolean, known: Known = {}): Marking {
  return marking("one", [part("", right, known)]);
}

/** The marking of what is no answer. */
export function unmarked(rule: Rule, note: Note): Marking {
  return marking(rule, [part("", false, { note })]);
}

/** Whether nothing is answered. */
export function isEmpty(response: unknown): boolean {
  if (response === null || response === undefined) return true;
  if (typeof response === "string") return response.trim() === "";
  return typeof response === "object" && Object.keys(response).length === 0;
}

/** Whether it is the number of one of so many things. */
export function isIndex(response: unknown, size: number): response is number {
  return Number.isInteger(response) && (response as number) >= 0 && (response as number) < size;
}

/** Whether it is a list of different numbers of so many things. */
export function isChoice(response: unknown, size: number): response is number[] {
  return (
    Array.isArray(response) &&
    response.every((place) => isIndex(place, size)) &&
    new Set(response).size === response.length
  );
}

/** The answers to parts by their names; null when it is none, or names what is not there. */
export function byName(response: unknown, names: string[]): Record<string, unknown> | null {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return null;
  const known = Object.keys(response).every((name) => names.includes(name));
  return known ? (response as Record<string, unknown>) : null;
}
