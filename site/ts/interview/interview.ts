/** Interview practice: think, reveal, tick what was said, go on with what an interviewer asks next. */
import { h, rich } from "../page/html.ts";
import { load } from "../page/site.ts";
import { number, say } from "../page/strings.ts";
import { markOpen } from "../marking/open.ts";
import type { Open, Sheet } from "../marking/sheet.ts";
import { answers, lastAnswers, recordAnswer } from "../quiz/answers.ts";

export async function interview(element: HTMLElement): Promise<void> {
  const found = await load<Sheet[]>(element.dataset.interview!);
  if (!found) return element.replaceChildren(h("p", {}, say("The questions could not be loaded. Reload the page.")));
  element.replaceChildren(...found.filter((sheet) => sheet.type === "open").map(asked));
}

function asked(sheet: Open): HTMLElement {
  const prompt = `prompt-${sheet.id}`;
  const last = lastAnswers(answers()).get(sheet.id);
  const before = last ? h("p", { class: "small" }, say("Last time: {share} % of the rubric.", share(last.score))) : null;
  const placeholder = say("Answer aloud, or make notes here.");
  const notes = h("textarea", { rows: 4, "aria-labelledby": prompt, placeholder });
  const reveal = h("button", { type: "button", class: "main" }, say("Compare with a good answer"));
  const hints = sheet.hints.map((html) => rich("div", html, { class: "hint" }));
  const hint = hints.length > 0 ? h("details", {}, h("summary", {}, say("Hint")), ...hints) : null;
  const buttons = h("div", { class: "buttons" }, reveal);
  const text = rich("div", sheet.prompt, { class: "prompt", id: prompt });
  const section = h("section", { class: "asked", id: `q-${sheet.id}` }, text, before, notes, hint, buttons);
  reveal.addEventListener("click", () => {
    const shown = revealed(sheet);
    buttons.replaceWith(...shown);
    shown[0]!.focus();
  });
  return section;
}

function revealed(sheet: Open): HTMLElement[] {
  const model = rich("div", sheet.model, { class: "model", tabindex: -1 });
  return [model, rubric(sheet), ...sheet.followups.map(followup)];
}

function rubric(sheet: Open): HTMLElement {
  const boxes = sheet.rubric.map(() => h("input", { type: "checkbox" }));
  const labels = sheet.rubric.map(({ html }, i) => h("label", {}, boxes[i], rich("span", html)));
  const rows = labels.map((label) => h("div", { class: "option" }, label));
  const said = h("p", { class: "score", role: "status" });
  const keep = () => {
    const response = boxes.flatMap((box, i) => (box.checked ? [i] : []));
    const { score, right } = markOpen(sheet, response);
    recordAnswer({ question: sheet.id, at: Date.now(), score, right, response });
    said.textContent = say("{share} % of the rubric.", share(score));
  };
  const save = h("button", { type: "button", class: "main", onclick: keep }, say("Keep the result"));
  const legend = h("legend", {}, say("What did you say?"));
  return h("fieldset", { class: "options rubric" }, legend, ...rows, h("div", { class: "buttons" }, save), said);
}

function followup({ ask, answer }: Open["followups"][number]): HTMLElement {
  return h("details", { class: "followup" }, rich("summary", ask), rich("div", answer));
}

function share(score: number): { share: string } {
  return { share: number(100 * score, 0) };
}
