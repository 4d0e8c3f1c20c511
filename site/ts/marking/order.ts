/** Marking an order: every item in its place, or the neighbours that stay neighbours. */
import { isChoice, isEmpty, marking, part, unmarked, type Marking } from "./marking.ts";
import type { Order } from "./sheet.ts";

/** With `all` part i is the place of item i; with `adjacent`, that item i + 1 comes right after item i. */
export function markOrder({ items, credit }: Order, response: unknown): Marking {
  const size = items.length;
  if (isEmpty(response)) return unmarked(credit, "empty");
  if (!isChoice(response, size) || response.length !== size) return unmarked(credit, "malformed");
  if (credit === "all") return marking("all", response.map((item, place) => part(place, item === place)));
  const follows = items.slice(1).map((_, item) => response[response.indexOf(item) + 1] === item + 1);
  return marking("adjacent", follows.map((right, item) => part(item, right)));
}
