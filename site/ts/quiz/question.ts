/** One question on the page: answered, marked, explained. */
import { h, rich } from "../page/html.ts";
import { number, say } from "../page/strings.ts";
import { mark as judge } from "../marking/mark.ts";
import type { Marking } from "../marking/marking.ts";
import type { Concrete, Open, Sheet } from "../marking/sheet.ts";
import { answers, recordAnswer } from "./answers.ts";
import { isUnfinished, reason } from "./widget.ts";
import { widget } from "./widgets.ts";

type Asked = Exclude<Concrete, Open>;

/** The question as it is asked now: a generated one has a new variant every time. */
function asked(sheet: Exclude<Sheet, Open>): Asked {
  if (sheet.type !== "generated") return sheet;
  const times = answers().filter(({ question }) => question === sheet.id).length;
  return { ...sheet.variants[times % sheet.variants.length]!, id: sheet.id };
}

export function questionForm(given: Exclude<Sheet, Open>, done: (marking: Marking) => void): HTMLFormElement {
  const sheet = asked(given);
  const prompt = `prompt-${sheet.id}`;
  const answer = widget(sheet, { prompt });
  const verdict = h("div", { class: "verdict", role: "status" });
  const check = h("button", { type: "submit", class: "main" }, say("Check"));
  const buttons = h("div", { class: "buttons" }, check);
  const hints = h("div", { class: "hints", "aria-live": "polite" });
  if (sheet.hints.length > 0) buttons.append(hintButton(sheet.hints, hints));

  const submit = (event: Event) => {
    event.preventDefault();
    const marking = judge(sheet, answer.response());
    if (isUnfinished(marking)) return verdict.replaceChildren(reason(unfinishedPart(marking))!);
    recordAnswer({ ...result(marking), question: sheet.id, at: Date.now(), response: answer.response() });
    answer.show(marking);
    verdict.replaceChildren(...explained(sheet, marking));
    buttons.replaceChildren();
    done(marking);
  };
  const text = rich("div", sheet.prompt, { class: "prompt", id: prompt });
  const form = { class: "question", novalidate: true, onsubmit: submit };
  return h("form", form, text, answer.element, hints, verdict, buttons);
}

function result({ score, right }: Marking): { score: number; right: boolean } {
  return { score, right };
}

function unfinishedPart({ parts }: Marking): Marking["parts"][number] {
  return parts.find(({ note }) => note === "unreadable") ?? parts[0]!;
}

function explained(sheet: Asked, { right, score }: Marking): HTMLElement[] {
  const share = say("Partly right: {share} %", { share: number(100 * score, 0) });
  const word = right ? say("Right.") : score > 0 ? share : say("Not right.");
  const read = sheet.read ? h("p", {}, h("a", { href: sheet.read }, say("Read about it in the lesson"))) : null;
  const said = h("p", { class: right ? "right" : "wrong" }, h("strong", {}, word));
  return [said, sheet.explain ? rich("div", sheet.explain, { class: "explain" }) : null, right ? null : read].filter(
    (element) => element !== null,
  );
}

function hintButton(given: string[], shown: HTMLElement): HTMLButtonElement {
  const left = [...given];
  const more = () => {
    shown.append(rich("div", left.shift()!, { class: "hint" }));
    if (left.length === 0) button.remove();
  };
  const button = h("button", { type: "button", onclick: more }, say("Hint"));
  return button;
}
