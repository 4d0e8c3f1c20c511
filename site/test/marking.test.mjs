/** The browser marks as Python does: the vectors that grade_answer made. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../ts/marking/folding.ts";
import { mark } from "../ts/marking/mark.ts";
import { readNumber } from "../ts/marking/numerals.ts";
import { vectors } from "./read.mjs";

const cases = await vectors("answers");

test("there are at least 300 cases, of every type", () => {
  const types = "single multiple number text order match cloze table shape line open".split(" ");
  assert.ok(cases.length >= 300);
  assert.deepEqual(new Set(cases.map(({ sheet }) => sheet.type)), new Set(types));
});

for (const type of new Set(cases.map(({ sheet }) => sheet.type))) {
  test(`an answer to a question of type ${type} is worth the same`, () => {
    for (const { sheet, response, score, rule, parts } of cases.filter((one) => one.sheet.type === type)) {
      const given = JSON.stringify({ id: sheet.id, response });
      const marking = mark(sheet, response);
      const told = marking.parts.map(({ part, right, why, note }) => ({ note, part, right, why }));
      assert.ok(Math.abs(marking.score - score) < 1e-9, `${given}: ${marking.score} is not ${score}`);
      assert.equal(marking.rule, rule, given);
      assert.deepEqual(told, parts, given);
    }
  });
}

test("nothing that is typed makes the reader of numbers do anything but read or refuse", () => {
  const signs = [..."0123456789.,+-*/^()% eπ√⁻²½lnsqrtpilog=\u2212\u00a0"];
  for (let seed = 1; seed <= 20_000; seed++) {
    let state = seed;
    const next = () => (state = (state * 48271) % 2147483647);
    const typed = Array.from({ length: 1 + (next() % 12) }, () => signs[next() % signs.length]).join("");
    try {
      assert.ok(Number.isFinite(readNumber(typed).value), typed);
    } catch (error) {
      assert.equal(error.constructor.name, "Unreadable", `${typed}: ${error}`);
    }
  }
});

test("what is folded stays as it is", () => {
  for (const text of ["«Ёж» — это…", "İSTANBUL!", "ﬁn. ", "a\u00adb\u200b–c"]) assert.equal(fold(fold(text)), fold(text));
});
