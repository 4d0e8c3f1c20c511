/** The many ways to type one sign, brought to one: minus signs, multiplication signs, blanks, raised digits. */
const RAISED = pairs("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-");
const FRACTIONS = new Map([
  ["½", "(1/2)"],
  ["⅓", "(1/3)"],
  ["⅔", "(2/3)"],
  ["¼", "(1/4)"],
  ["¾", "(3/4)"],
  ["⅕", "(1/5)"],
]);
const BLANKS =
  "\t\n\r\f\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000";
const SIGNS = new Map([
  ...all(BLANKS, " "),
  ...all("−‐‑‒–—﹣－", "-"),
  ...all("·×⋅∙•∗＊", "*"),
  ...all(":÷∕⁄／", "/"),
  ...all("，", ","),
  ...all("．", "."),
  ...all("＋﹢", "+"),
  ...all("（", "("),
  ...all("）", ")"),
  ...all("％", "%"),
  ...all("ˆ＾", "^"),
  ...pairs("０１２３４５６７８９", "0123456789"),
  ...pairs("₀₁₂₃₄₅₆₇₈₉", "0123456789"),
  ...all("еЕE", "e"), // a Cyrillic е is typed as often
  ...all("πΠП", "pi"),
  ...all("√", "sqrt"),
  ...all("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
  ...FRACTIONS,
]);

function all(signs: string, meaning: string): [string, string][] {
  return [...signs].map((sign) => [sign, meaning]);
}

function pairs(signs: string, meanings: string): Map<string, string> {
  return new Map([...signs].map((sign, i) => [sign, meanings[i]!]));
}

function translate(text: string, table: Map<string, string>): string {
  return [...text].map((sign) => table.get(sign) ?? sign).join("");
}

/** The text in small letters with ASCII signs; `10⁻³` is `10^(-3)`. */
export function plainSigns(text: string): string {
  const flat = text.replace(/[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (run) => `^(${translate(run, RAISED)})`);
  return translate(flat, SIGNS).toLowerCase();
}
