/** Studying a deck: a card is shown, turned, and graded. */
import { h, rich } from "../page/html.ts";
import { site } from "../page/site.ts";
import { say } from "../page/strings.ts";
import { dateOfDay, zoneOf } from "./day.ts";
import { deck, type Flashcard } from "./deck.ts";
import { record, reviews, takeBack, type Grade, type Review } from "./log.ts";
import { plan } from "./plan.ts";
import { queue, type Queue } from "./queue.ts";
import { retentionChart } from "./chart.ts";
import { outcomes } from "./schedule.ts";
import { settings } from "./settings.ts";
import { span } from "./spans.ts";

const GRADES: [Grade, string][] = [
  [1, "Again"],
  [2, "Hard"],
  [3, "Good"],
  [4, "Easy"],
];
const MINUTE = 60_000;

export async function study(element: HTMLElement): Promise<void> {
  const cards = await deck(element.dataset.deck!);
  if (!cards) return element.replaceChildren(h("p", {}, say("The cards could not be loaded. Reload the page.")));
  const session = new Session(cards);
  element.replaceChildren(session.element);
  addEventListener("zachetka:imported", () => session.show(false));
  addEventListener("storage", () => session.refresh());
}

class Session {
  readonly element = h("div", { class: "session" });
  private readonly cards: Map<string, Flashcard>;
  private readonly done: Review[] = [];
  private readonly state = h("p", { class: "left" });
  private readonly stage = h("div", { class: "stage" });
  private readonly below = h("div", { class: "below" });
  private current: { id: string; queue: Queue; since: number; turned: boolean } | null = null;
  private timer = 0;

  constructor(cards: Map<string, Flashcard>) {
    this.cards = cards;
    const again = () => this.show(false);
    this.element.append(this.state, this.stage, settings(again), this.below);
    addEventListener("keydown", (event) => this.key(event));
    again();
  }

  /** Shows the card that is next; `focus` when the reader is at work. */
  show(focus: boolean): void {
    clearTimeout(this.timer);
    const at = Date.now();
    const now = queue([...this.cards.keys()], reviews(), plan(), at, zoneOf(at));
    const id = now.ready[0];
    this.state.replaceChildren(left(now));
    this.below.replaceChildren(retentionChart(reviews(), new Set(this.cards.keys())));
    this.current = id === undefined ? null : { id, queue: now, since: at, turned: false };
    this.stage.replaceChildren(...(id === undefined ? this.over(now) : this.front(this.cards.get(id)!)));
    if (focus) this.stage.querySelector<HTMLElement>("button, [tabindex]")?.focus();
  }

  /** Another tab has written something: what is shown may be done there already. */
  refresh(): void {
    if (!this.current?.turned) this.show(false);
  }

  private front(card: Flashcard): HTMLElement[] {
    const turn = h("button", { type: "button", class: "main", onclick: () => this.turn() }, say("Show the answer"));
    const article = h("article", { class: "card" }, rich("div", card.front, { class: "front" }));
    return [article, h("div", { class: "buttons" }, turn, this.undoButton())];
  }

  private turn(): void {
    if (!this.current || this.current.turned) return;
    this.current.turned = true;
    const { id, queue: now } = this.current;
    const card = this.cards.get(id)!;
    const read = card.read ? h("p", { class: "read" }, h("a", { href: card.read }, say("In the lesson"))) : null;
    const back = h("div", { class: "back", tabindex: -1 }, rich("div", card.back), read);
    this.stage.querySelector(".card")!.append(back);
    const after = outcomes(now.cards.get(id), now.now);
    const grades = GRADES.map(([grade, word]) => {
      const comes = h("span", { class: "span" }, span(id, after[grade], now.now, now.exam));
      const press = () => this.grade(grade);
      const key = h("kbd", {}, String(grade));
      return h("button", { type: "button", "data-grade": grade, onclick: press }, key, ` ${say(word)} `, comes);
    });
    const label = say("How well did you remember?");
    const group = h("div", { class: "grades", role: "group", "aria-label": label }, ...grades);
    this.stage.querySelector(".buttons")!.replaceChildren(group, this.undoButton() ?? "");
    back.focus();
  }

  private grade(grade: Grade): void {
    if (!this.current?.turned) return;
    const at = Date.now();
    const review = { card: this.current.id, grade, at, zone: zoneOf(at), took: at - this.current.since };
    record(review);
    this.done.push(review);
    this.show(true);
  }

  private undoButton(): HTMLElement | null {
    if (this.done.length === 0) return null;
    const undo = { type: "button", class: "undo", onclick: () => this.undo() };
    return h("button", undo, `${say("Undo")} `, h("kbd", {}, "U"));
  }

  private undo(): void {
    const last = this.done.pop();
    if (!last) return;
    takeBack(last);
    this.show(true);
  }

  /** What is said when no card is left: when the next ones come. */
  private over(now: Queue): HTMLElement[] {
    const next = now.next ? this.waiting(now) : comeBack(now.day);
    const said = h("p", { class: "over", tabindex: -1 }, say("Nothing is left for now."), " ", next);
    return [said, h("div", { class: "buttons" }, this.undoButton())];
  }

  private waiting(now: Queue): string {
    const wait = now.next!.getTime() - now.now.getTime();
    this.timer = setTimeout(() => this.show(false), wait - 19 * MINUTE) as unknown as number;
    return say("A card that you are learning comes back in {n} min.", { n: Math.ceil(wait / MINUTE) });
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea")) return;
    if (event.key === " " && this.current && !this.current.turned && !target.closest("button, a, summary")) {
      event.preventDefault();
      this.turn();
    }
    if (/^[1-4]$/.test(event.key)) this.grade(Number(event.key) as Grade);
    // The same key of a Russian keyboard.
    if (["u", "U", "г", "Г"].includes(event.key)) this.undo();
  }
}

function left({ left: { due, fresh, learning } }: Queue): HTMLElement {
  const counts = [
    say("To repeat: {n}", { n: due }),
    say("new: {n}", { n: fresh }),
    say("being learned: {n}", { n: learning }),
  ];
  return h("span", { "data-left": due + fresh + learning }, counts.join(" · "));
}

function comeBack(day: number | null): string {
  if (day === null) return "";
  const date = new Intl.DateTimeFormat(site.lang, { day: "numeric", month: "long", timeZone: "UTC" });
  return say("The next cards come on {date}.", { date: date.format(dateOfDay(day)) });
}
