/** The vectors that Python wrote. */
import { readFile } from "node:fs/promises";

export async function vectors(name) {
  return JSON.parse(await readFile(new URL(`../../tests/vectors/${name}.json`, import.meta.url), "utf8"));
}
