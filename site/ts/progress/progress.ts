/** The page of progress: every lesson with its questions and cards, and the file of it all. */
import { h } from "../page/html.ts";
import { course, type Lesson } from "../page/course.ts";
import { number, say } from "../page/strings.ts";
import { retentionChart } from "../cards/chart.ts";
import { reviews } from "../cards/log.ts";
import { files } from "./files.ts";
import { shares, type Share } from "./share.ts";

export async function progress(element: HTMLElement): Promise<void> {
  const lessons = await course();
  const table = h("div", { class: "fill" });
  const chart = h("div");
  const draw = () => {
    table.replaceChildren(overview(lessons));
    chart.replaceChildren(retentionChart(reviews(), new Set(lessons.flatMap(({ cards }) => cards))));
  };
  draw();
  addEventListener("zachetka:imported", draw);
  element.replaceChildren(table, chart, files());
}

function overview(lessons: Lesson[]): HTMLElement {
  const done = shares(lessons);
  const words = [say("Lesson"), say("Questions right"), say("Cards learned"), say("Done")];
  const head = h("tr", {}, ...words.map((word) => h("th", { scope: "col" }, word)));
  const rows = lessons.map((lesson) => row(lesson, done.get(lesson.id)!));
  return h("table", { class: "overview" }, h("thead", {}, head), h("tbody", {}, ...rows));
}

function row({ title, url, cards, questions }: Lesson, { right, learned, done }: Share): HTMLElement {
  const of = (some: number, all: number) => h("td", {}, say("{some} of {all}", { some, all }));
  const name = h("th", { scope: "row" }, h("a", { href: url }, title));
  return h("tr", {}, name, of(right, questions.length), of(learned, cards.length), h("td", {}, `${number(100 * done, 0)} %`));
}
