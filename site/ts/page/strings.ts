/** Sentences of the interface. An English sentence is its own key; plural forms stand between bars. */
import { at, load, site } from "./site.ts";

let sentences: Record<string, string> = {};

export async function readStrings(): Promise<void> {
  sentences = (await load<Record<string, string>>(at(`${site.lang}/strings.json`))) ?? {};
}

type Values = Record<string, string | number>;

/** The sentence in the language of the page; `{n}` also chooses among `{n} card | {n} cards`. */
export function say(sentence: string, values: Values = {}): string {
  const translated = sentences[sentence] || sentence;
  return fill(chosen(translated, Number(values["n"] ?? 0)), values);
}

const ORDER = { ru: ["one", "few", "many"], en: ["one", "other"] };

function chosen(sentence: string, n: number): string {
  const forms = sentence.split(" | ");
  if (forms.length === 1) return sentence;
  const form = ORDER[site.lang].indexOf(new Intl.PluralRules(site.lang).select(n));
  return forms[form] ?? forms.at(-1)!;
}

function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value, 0) : value;
  });
}

/** A number as the language writes it. */
export function number(value: number, digits: number): string {
  const formats = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(site.lang, formats).format(value).replace("-", "−");
}
