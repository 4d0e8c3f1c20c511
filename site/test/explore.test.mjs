/** The explorable pictures show what the references compute. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attend } from "../ts/maths/attention.ts";
import { decay } from "../ts/maths/decay.ts";
import { weigh } from "../ts/maths/tfidf.ts";
import { vectors } from "./read.mjs";

const cases = await vectors("explore");

/** Equal to 1e-9, of the number where it is large. */
function agree(got, wanted, path) {
  if (typeof wanted === "number") {
    assert.ok(Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)), `${path}: ${got} is not ${wanted}`);
  } else if (typeof wanted === "object") {
    assert.deepEqual(Object.keys(got), Object.keys(wanted), path);
    for (const key of Object.keys(wanted)) agree(got[key], wanted[key], `${path}.${key}`);
  } else assert.equal(got, wanted, path);
}

test("two documents weigh what the references say", () => {
  for (const { texts, ...wanted } of cases.tfidf) agree(weigh(texts), wanted, texts.join(" | "));
});

test("gradients decay as the references say", () => {
  for (const { rnn, bound, lstm, ...given } of cases.decay) {
    agree(decay(given), { rnn, bound, lstm }, JSON.stringify(given));
  }
});

test("a gradient that has nearly vanished is as exact as any other", () => {
  for (const { rnn, bound, lstm, ...given } of cases.decay) {
    decay(given).rnn.forEach((norm, n) => assert.ok(Math.abs(norm / rnn[n] - 1) < 1e-9, JSON.stringify({ given, n })));
  }
});

test("queries and keys meet as the references say", () => {
  for (const { Q, K, V, ...wanted } of cases.attention) agree(attend(Q, K, V), wanted, JSON.stringify(Q));
});
