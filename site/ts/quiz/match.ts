/** What belongs to what: choose a left side, then what belongs to it; or leaf through with the arrow keys. */
import { h, plain, rich } from "../page/html.ts";
import { say } from "../page/strings.ts";
import type { Marking } from "../marking/marking.ts";
import type { Match } from "../marking/sheet.ts";
import { mark, reason, shuffled, type Named, type Widget } from "./widget.ts";

export function match(sheet: Match, { prompt }: Named): Widget {
  const chosen: (number | null)[] = sheet.lefts.map(() => null);
  const offered = shuffled(sheet.rights.length);
  let current = 0;

  const slots = sheet.lefts.map((html, left) => {
    const held = h("span", { class: "held" });
    const keys = (event: KeyboardEvent) => leaf(event, left);
    const select = () => ((current = left), draw());
    const button = h("button", { type: "button", class: "slot", onclick: select, onkeydown: keys }, rich("span", html), held);
    return { button, held };
  });
  const rights = offered.map((right) =>
    rich("button", sheet.rights[right]!, { type: "button", class: "offer", onclick: () => put(right) }),
  );

  function put(right: number): void {
    give(current, right);
    const empty = chosen.indexOf(null);
    current = empty < 0 ? current : empty;
    draw();
  }

  function give(left: number, right: number | null): void {
    const owner = right === null ? -1 : chosen.indexOf(right);
    if (owner >= 0) chosen[owner] = null;
    chosen[left] = right;
  }

  function leaf(event: KeyboardEvent, left: number): void {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Delete: 0, Backspace: 0 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const held = chosen[left] ?? null;
    // What other left sides have is passed over; a click may take it from them.
    const free = offered.filter((right) => right === held || !chosen.includes(right));
    const place = held === null ? (by > 0 ? -1 : 0) : free.indexOf(held);
    give(left, by === 0 ? null : free[(place + by + free.length) % free.length]!);
    current = left;
    draw();
  }

  function draw(): void {
    slots.forEach(({ button, held }, left) => {
      const right = chosen[left] ?? null;
      held.innerHTML = right === null ? "" : sheet.rights[right]!;
      if (right === null) held.textContent = say("nothing chosen");
      held.classList.toggle("none", right === null);
      button.setAttribute("aria-pressed", String(left === current));
    });
    rights.forEach((button, i) => button.classList.toggle("used", chosen.includes(offered[i]!)));
  }

  draw();
  const list = h("ul", { class: "offers", "aria-label": say("Choices") }, ...rights.map((button) => h("li", {}, button)));
  const rows = slots.map(({ button }) => h("li", {}, button));
  const element = h("div", { class: "match", role: "group", "aria-labelledby": prompt }, h("ul", { class: "slots" }, ...rows), list);
  const show = (marking: Marking) => {
    list.remove();
    slots.forEach(({ button }) => (button.disabled = true));
    marking.parts.forEach((part, left) => {
      mark(rows[left]!, part.right);
      if (part.right) return;
      const right = say("Right: {answer}", { answer: plain(sheet.rights[left]!) });
      rows[left]!.append(h("div", { class: "fix" }, right));
      const why = reason(part);
      if (why) rows[left]!.append(why);
    });
  };
  return { element, response: () => [...chosen], show };
}
