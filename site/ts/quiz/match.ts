/** What belongs to what: choose a left side, then what belongs to it; or leaf through with the arrow keys. */
import { h, plain, rich } from "../page/html.ts";
import { say } from "../page/strings.ts";
import type { Marking } from "../marking/marking.ts";
import type { Match } from "../marking/sheet.ts";
import { mark, reason, shuffled, type Named, type Widget } from "./widget.ts";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function match(sheet: Match, { prompt }: Named): Widget {
  return new Matching(sheet, prompt);
}

class Matching implements Widget {
  readonly element: HTMLElement;
  private readonly sheet: Match;
  /** The right side of each left one. */
  private readonly chosen: (number | null)[];
  private readonly offered: number[];
  private readonly slots: HTMLButtonElement[];
  private readonly offers: HTMLButtonElement[];
  private readonly list: HTMLElement;
  private current = 0;

  constructor(sheet: Match, prompt: string) {
    this.sheet = sheet;
    this.chosen = sheet.lefts.map(() => null);
    this.offered = shuffled(sheet.rights.length);
    this.slots = sheet.lefts.map((html, left) => this.slot(html, left));
    this.offers = this.offered.map((right) => {
      const put = () => this.put(right);
      return rich("button", sheet.rights[right]!, { type: "button", class: "offer", onclick: put });
    });
    const rows = (buttons: HTMLElement[]) => buttons.map((button) => h("li", {}, button));
    this.list = h("ul", { class: "offers", "aria-label": say("Choices") }, ...rows(this.offers));
    const slots = h("ul", { class: "slots" }, ...rows(this.slots));
    this.element = h("div", { class: "match", role: "group", "aria-labelledby": prompt }, slots, this.list);
    this.draw();
  }

  response(): unknown {
    return [...this.chosen];
  }

  show({ parts }: Marking): void {
    this.list.remove();
    parts.forEach((part, left) => {
      const slot = this.slots[left]!;
      const row = slot.parentElement!;
      slot.disabled = true;
      mark(row, part.right);
      if (part.right) return;
      row.append(h("div", { class: "fix" }, say("Right: {answer}", { answer: plain(this.sheet.rights[left]!) })));
      row.append(reason(part) ?? "");
    });
  }

  private slot(html: string, left: number): HTMLButtonElement {
    const select = () => this.select(left);
    const keys = (event: KeyboardEvent) => this.key(event, left);
    const held = h("span", { class: "held" });
    return h("button", { type: "button", class: "slot", onclick: select, onkeydown: keys }, rich("span", html), held);
  }

  private select(left: number): void {
    this.current = left;
    this.draw();
  }

  /** Gives a right side to the left one that is chosen, and goes on to the next that has none. */
  private put(right: number): void {
    this.give(this.current, right);
    const empty = this.chosen.indexOf(null);
    this.select(empty < 0 ? this.current : empty);
  }

  private give(left: number, right: number | null): void {
    const owner = right === null ? -1 : this.chosen.indexOf(right);
    if (owner >= 0) this.chosen[owner] = null;
    this.chosen[left] = right;
  }

  private key(event: KeyboardEvent, left: number): void {
    const step = STEPS[event.key];
    if (step !== undefined) this.give(left, this.neighbour(left, step));
    else if (["Delete", "Backspace"].includes(event.key)) this.give(left, null);
    else return;
    event.preventDefault();
    this.select(left);
  }

  /** The next right side that no other left one has; a click may take one from them. */
  private neighbour(left: number, step: number): number {
    const held = this.chosen[left] ?? null;
    const free = this.offered.filter((right) => right === held || !this.chosen.includes(right));
    const place = held === null ? (step > 0 ? -1 : 0) : free.indexOf(held);
    return free[(place + step + free.length) % free.length]!;
  }

  private draw(): void {
    this.slots.forEach((slot, left) => {
      const right = this.chosen[left] ?? null;
      const held = slot.querySelector(".held")!;
      if (right === null) held.textContent = say("nothing chosen");
      else held.innerHTML = this.sheet.rights[right]!;
      held.classList.toggle("none", right === null);
      slot.setAttribute("aria-pressed", String(left === this.current));
    });
    this.offers.forEach((offer, i) => offer.classList.toggle("used", this.chosen.includes(this.offered[i]!)));
  }
}
