/** A quiz: questions one at a time, any of them in reach, and at the end those that were missed once more. */
import { h } from "../page/html.ts";
import { load } from "../page/site.ts";
import { say } from "../page/strings.ts";
import type { Open, Sheet } from "../marking/sheet.ts";
import { answers, lastAnswers } from "./answers.ts";
import { questionForm } from "./question.ts";
import { endRound, keepRound, roundOf } from "./round.ts";

type Question = Exclude<Sheet, Open>;
const PLACE = "#q-";

export async function quiz(element: HTMLElement): Promise<void> {
  const found = await load<Sheet[]>(element.dataset.quiz!);
  if (!found) return element.replaceChildren(h("p", {}, say("The questions could not be loaded. Reload the page.")));
  new Quiz(element, found.filter((sheet): sheet is Question => sheet.type !== "open")).open();
}

class Quiz {
  private readonly element: HTMLElement;
  private readonly lesson: string;
  private readonly all: Question[];
  /** What is asked in this round. */
  private round: Question[];
  private readonly since = new Map<string, boolean>();

  constructor(element: HTMLElement, all: Question[]) {
    this.element = element;
    this.lesson = element.dataset.lesson!;
    this.all = this.round = all;
    addEventListener("hashchange", () => this.atPlace(true));
  }

  /** Opens where the address says, else where the reader stopped. */
  open(): void {
    for (const [id, { right }] of lastAnswers(answers())) this.since.set(id, right);
    this.resume();
    if (this.atPlace(false)) return;
    const next = this.round.find(({ id }) => !this.since.has(id));
    if (next) this.ask(next, false);
    else this.sum(false);
  }

  /** Goes on with a round that was left, if the course still asks what it asked. */
  private resume(): void {
    const before = roundOf(this.lesson);
    const sheets = this.all.filter(({ id }) => before?.ids.includes(id));
    if (!before || sheets.length === 0) return;
    this.round = sheets;
    for (const { id } of sheets) {
      this.since.delete(id);
      if (id in before.answered) this.since.set(id, before.answered[id]!);
    }
  }

  private atPlace(focus: boolean): boolean {
    const sheet = this.all.find(({ id }) => location.hash === PLACE + id);
    if (sheet) this.ask(sheet, focus);
    return sheet !== undefined;
  }

  private ask(sheet: Question, focus: boolean): void {
    if (!this.round.includes(sheet)) this.round = this.all;
    if (focus) history.replaceState(null, "", PLACE + sheet.id);
    const form = questionForm(sheet, ({ right }) => {
      this.since.set(sheet.id, right);
      if (roundOf(this.lesson)) this.keepRound();
      const go = () => this.after(sheet);
      const next = h("button", { type: "button", class: "main", onclick: go }, this.nextWord(sheet));
      form.querySelector(".buttons")!.replaceChildren(next);
      form.before(this.places(sheet));
      form.previousElementSibling!.previousElementSibling!.remove();
      next.focus();
    });
    this.element.replaceChildren(this.places(sheet), form);
    if (focus) form.querySelector<HTMLElement>("input:not([hidden]), select, button")?.focus();
  }

  private keepRound(): void {
    const ids = this.round.map(({ id }) => id);
    const answered = Object.fromEntries([...this.since].filter(([id]) => ids.includes(id)));
    keepRound(this.lesson, { ids, answered });
  }

  private nextWord(sheet: Question): string {
    return sheet === this.round.at(-1) ? say("Result") : say("Next question");
  }

  private after(sheet: Question): void {
    const next = this.round[this.round.indexOf(sheet) + 1];
    if (next) this.ask(next, true);
    else this.sum(true);
  }

  /** A number for each question: which one is open, which were right and which were not. */
  private places(current: Question | null): HTMLElement {
    const links = this.round.map((sheet, i) => {
      const right = this.since.get(sheet.id);
      const word = right === undefined ? "" : right ? say("right") : say("wrong");
      const label = say("Question {n}", { n: i + 1 }) + (word && `, ${word}`);
      const kind = right === undefined ? "" : right ? "right" : "wrong";
      const open = (event: Event) => (event.preventDefault(), this.ask(sheet, true));
      const link = { href: PLACE + sheet.id, class: kind, onclick: open };
      const state = { "aria-label": label, "aria-current": sheet === current && "step" };
      return h("li", {}, h("a", { ...link, ...state }, String(i + 1)));
    });
    return h("nav", { class: "places", "aria-label": say("Questions") }, h("ol", {}, ...links));
  }

  private sum(focus: boolean): void {
    endRound(this.lesson);
    history.replaceState(null, "", location.pathname + location.search);
    const missed = this.round.filter(({ id }) => this.since.get(id) !== true);
    const right = this.round.length - missed.length;
    const said = say("{right} of {all} right", { right, all: this.round.length });
    const score = h("p", { class: "score", tabindex: -1 }, said);
    const again = (sheets: Question[]) => () => {
      this.round = sheets;
      for (const { id } of sheets) this.since.delete(id);
      this.keepRound();
      this.ask(sheets[0]!, true);
    };
    const retry = h("button", { type: "button", class: "main", onclick: again(missed) }, say("Only what was missed"));
    const over = h("button", { type: "button", onclick: again(this.all) }, say("All once more"));
    const buttons = h("div", { class: "buttons" }, missed.length > 0 ? retry : null, over);
    this.element.replaceChildren(this.places(null), h("div", { class: "result" }, score, buttons));
    if (focus) score.focus();
  }
}
