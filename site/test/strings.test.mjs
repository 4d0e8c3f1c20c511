/** Every sentence of the scripts stands in strings.json with its Russian, and none stands there for nothing. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const root = new URL("../ts/", import.meta.url);
const russian = JSON.parse(await readFile(new URL("strings.json", root), "utf8"));
const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith(".ts"));
const code = (await Promise.all(names.map((name) => readFile(new URL(name, root), "utf8")))).join("\n");
const holes = (sentence) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort();

test("what is said is translated", () => {
  const said = [...code.matchAll(/\b(?:say|new Unreadable)\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, sentence]) => sentence);
  assert.ok(said.length > 50);
  assert.deepEqual(said.filter((sentence) => !(sentence in russian)), []);
});

test("what is translated is said", () => {
  assert.deepEqual(Object.keys(russian).filter((sentence) => !code.includes(`"${sentence}"`)), []);
});

test("both languages have the same holes, and Russian has three plural forms", () => {
  for (const [sentence, translated] of Object.entries(russian)) {
    assert.deepEqual(holes(translated), holes(sentence), sentence);
    assert.equal(translated.split(" | ").length, { 1: 1, 2: 3 }[sentence.split(" | ").length], sentence);
  }
});
