/** Items brought into an order: with buttons, with arrow keys, or dragged with a mouse. */
import { h, plain, rich } from "../page/html.ts";
import { say } from "../page/strings.ts";
import type { Marking } from "../marking/marking.ts";
import type { Order } from "../marking/sheet.ts";
import { mark, shuffled, type Named, type Widget } from "./widget.ts";

export function order(sheet: Order, { prompt }: Named): Widget {
  const list = h("ol", { class: "order", "aria-labelledby": prompt });
  const place = h("p", { class: "hidden", "aria-live": "polite" });
  const move = (row: HTMLElement, by: number) => {
    const rows = [...list.children] as HTMLElement[];
    const other = rows[rows.indexOf(row) + by];
    if (!other || list.dataset.done) return;
    // The neighbour moves, so that the focus stays where it is.
    if (by > 0) row.before(other);
    else row.after(other);
    place.textContent = say("Place {place} of {all}", { place: rows.indexOf(row) + by + 1, all: rows.length });
  };
  list.append(...shuffled(sheet.items.length).map((item) => rowOf(sheet.items[item]!, item, move)));
  draggable(list);
  const response = () => [...list.children].map((row) => Number((row as HTMLElement).dataset.item));
  return { element: h("div", {}, list, place), response, show: (marking) => show(sheet, list, marking) };
}

function rowOf(html: string, item: number, move: (row: HTMLElement, by: number) => void): HTMLElement {
  const name = plain(html);
  const button = (word: string, by: number): HTMLElement =>
    h("button", { type: "button", "aria-label": `${word}: ${name}`, onclick: () => move(row, by) }, word);
  const keys = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(row, by);
  };
  const moves = h("span", { class: "moves" }, button(say("Up"), -1), button(say("Down"), 1));
  const row: HTMLElement = h("li", { "data-item": item, onkeydown: keys }, rich("span", html, { class: "item" }), moves);
  return row;
}

/** Only with a mouse: on a touch screen dragging would take scrolling away. */
function draggable(list: HTMLElement): void {
  let row: HTMLElement | null = null;
  list.addEventListener("pointerdown", (event) => {
    const target = event.target as HTMLElement;
    if (event.pointerType !== "mouse" || target.closest("button") || list.dataset.done) return;
    row = target.closest("li");
    row?.classList.add("dragged");
    if (row) event.preventDefault();
  });
  addEventListener("pointermove", (event) => {
    if (!row) return;
    const over = [...list.children].find((other) => {
      const box = other.getBoundingClientRect();
      return other !== row && event.clientY > box.top && event.clientY < box.bottom;
    });
    if (!over) return;
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(row);
    else over.after(row);
  });
  addEventListener("pointerup", () => {
    row?.classList.remove("dragged");
    row = null;
  });
}

function show(sheet: Order, list: HTMLElement, { right }: Marking): void {
  list.dataset.done = "true";
  list.querySelectorAll<HTMLElement>("li").forEach((row, place) => {
    row.querySelector(".moves")!.remove();
    mark(row, Number(row.dataset.item) === place);
  });
  if (right) return;
  const items = sheet.items.map((html) => rich("li", html));
  list.after(h("p", { class: "fix" }, say("The right order:")), h("ol", { class: "fix" }, ...items));
}
