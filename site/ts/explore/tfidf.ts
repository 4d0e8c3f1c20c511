/** Two documents, typed by the reader, and what their words weigh. */
import { h } from "../page/html.ts";
import { site } from "../page/site.ts";
import { say } from "../page/strings.ts";
import { weigh, type Weighed } from "../maths/tfidf.ts";
import { cell, grid } from "./numbers.ts";

const TEXTS = {
  ru: ["кот любит молоко и кот любит рыбу", "собака любит мясо"],
  en: ["the cat loves milk and the cat loves fish", "the dog loves meat"],
};

export function tfidf(element: HTMLElement): void {
  const fields = TEXTS[site.lang].map((text) => {
    const field = h("textarea", { rows: 2, spellcheck: "false", oninput: () => draw() });
    field.value = text;
    return field;
  });
  const labels = fields.map((field, i) => h("label", {}, say("Document {n}", { n: i + 1 }), field));
  const shown = h("div");
  const draw = () => shown.replaceChildren(table(weigh(fields.map((field) => field.value))));
  draw();
  element.replaceChildren(h("div", { class: "controls" }, ...labels), shown);
}

function table({ vocabulary, counts, tf, df, idf, weights }: Weighed): HTMLElement {
  if (vocabulary.length === 0) return h("p", { class: "small" }, say("There is no word yet: type some."));
  const both = (name: string) => [1, 2].map((n) => `${name} ${n}`);
  const columns = [...both(say("count")), ...both("tf"), "df", "idf", ...both("tf-idf")];
  const largest = Math.max(...weights.flat(), Number.MIN_VALUE);
  const rows = vocabulary.map((_, t) => [
    ...counts.map((row) => cell(row[t]!, 0)),
    ...tf.map((row) => cell(row[t]!)),
    cell(df[t]!, 0),
    cell(idf[t]!),
    ...weights.map((row) => cell(row[t]!, 3, row[t]! / largest)),
  ]);
  return grid(say("Words of both documents: tf is the share in the document, idf = ln(2 / df)"), vocabulary, columns, rows);
}
