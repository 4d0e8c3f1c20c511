/** What a question is answered with. */
import { say } from "../page/strings.ts";
import { h, rich } from "../page/html.ts";
import type { Marking, Note, Part } from "../marking/marking.ts";

export interface Widget {
  element: HTMLElement;
  response(): unknown;
  /** Shows what was right and what was not, with reasons, and takes no more answers. */
  show(marking: Marking): void;
}

/** How a widget is named to those who do not see the question above it. */
export interface Named {
  prompt: string;
}

const REASONS: Record<Note, string> = {
  "": "",
  empty: "Nothing is answered.",
  malformed: "This is no answer to such a question.",
  unreadable:
    "This cannot be read as a number. Numbers are written like 0.41, 1 000, 40 %, 2/3, ln(2)/3 or 1.5·10^-3.",
  precision: "Close, but not precise enough: round at the end only, to as many decimals as are asked.",
  sign: "The size is right, the sign is not.",
  percent: "A share and a percentage are mixed up: 0.4 is 40 %.",
  slip: "The digits are right, but the decimal point stands elsewhere.",
  notation: "A shape is written as its sizes in order, such as (3, 4) or 3×4.",
  axes: "The array has another number of axes.",
  swapped: "The sizes are right, their order is not.",
  fine: "This line is right: the mistake is elsewhere.",
};

/** The author's reason, else ours, else nothing. */
export function reason(part: Part): HTMLElement | null {
  if (part.why) return rich("div", part.why, { class: "why" });
  if (!part.note) return null;
  const detail = part.detail ? ` (${say(part.detail.sentence, part.detail.values)})` : "";
  return h("div", { class: "why" }, say(REASONS[part.note]) + detail);
}

/** Whether there is nothing to mark yet: the reader is told, and goes on answering. */
export function isUnfinished({ parts }: Marking): boolean {
  const [first] = parts;
  const whole = first?.part === "" && ["empty", "malformed", "notation"].includes(first.note);
  return whole || parts.some(({ note }) => note === "unreadable");
}

/** A mark that does not rest on colour alone. */
export function mark(element: HTMLElement, right: boolean): void {
  element.classList.add(right ? "right" : "wrong");
  element.append(h("span", { class: "hidden" }, ` (${right ? say("right") : say("wrong")})`));
}

/** A new order of so many places, never the right one. */
export function shuffled(size: number): number[] {
  const order = Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.every((item, i) => item === i) ? [...order.slice(1), order[0]!] : order;
}
