/** Queries, keys and values, edited by the reader, and what attention makes of them. */
import { h } from "../page/html.ts";
import { say } from "../page/strings.ts";
import { attend } from "../maths/attention.ts";
import type { Matrix } from "../maths/matrix.ts";
import { cell, grid, shadedCells } from "./numbers.ts";

const START: Record<"Q" | "K" | "V", Matrix> = {
  Q: [
    [2, 0],
    [0, 1],
  ],
  K: [
    [2, 0],
    [0, 2],
    [1, 1],
  ],
  V: [
    [1, 0],
    [0, 1],
    [2, 2],
  ],
};

export function attention(element: HTMLElement): void {
  const queries = names(say("query"), START.Q);
  const keys = names(say("key"), START.K);
  const Q = editable(say("Queries Q"), queries, START.Q);
  const K = editable(say("Keys K"), keys, START.K);
  const V = editable(say("Values V"), names(say("value"), START.V), START.V);
  const shown = h("div", { class: "tables" });
  const draw = () => {
    const [q, k, v] = [Q, K, V].map(({ values }) => values()) as [Matrix, Matrix, Matrix];
    const { products, scores, weights, output } = attend(q, k, v);
    const numbers = (values: Matrix) => values.map((row) => row.map((value) => cell(value)));
    shown.replaceChildren(
      grid(say("Products Q Kᵀ"), queries, keys, numbers(products)),
      grid(say("Scores: divided by √{k}", { k: q[0]!.length }), queries, keys, numbers(scores)),
      grid(say("Weights: softmax of each row"), queries, keys, shadedCells(weights)),
      grid(say("Answers: weights times values"), queries, ["1", "2"], numbers(output)),
    );
  };
  for (const { table } of [Q, K, V]) table.addEventListener("input", draw);
  draw();
  element.replaceChildren(h("div", { class: "tables" }, Q.table, K.table, V.table), shown);
}

function names(kind: string, rows: Matrix): string[] {
  return rows.map((_, i) => `${kind} ${i + 1}`);
}

/** A matrix of fields; what is no number counts as 0. */
function editable(name: string, rows: string[], start: Matrix): { table: HTMLElement; values: () => Matrix } {
  const fields = start.map((row, i) =>
    row.map((value, j) => h("input", { type: "number", step: 0.5, value, "aria-label": `${rows[i]}, ${j + 1}` })),
  );
  const values = () => fields.map((row) => row.map((field) => field.valueAsNumber || 0));
  const cells = fields.map((row) => row.map((field) => h("td", {}, field)));
  return { table: grid(name, rows, ["1", "2"], cells), values };
}
