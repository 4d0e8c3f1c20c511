/** Words as they are compared: without the differences that no reader sees as a mistake. */
const QUOTES = /[«»‹›„“”‟"'‘’‚‛`´′″‴＂＇]/g;
const DASHES = /[-‐‑‒–—―−﹘﹣－]/g;
const FORMAT = /\p{Cf}/gu;
const BLANKS = /[\s\x1c-\x1f\x85]+/g;
const END = /[.!?\s\x1c-\x1f\x85]+$/;
const MOST_TURNS = 4;

/**
 * Small letters, е for ё, one kind of dash and blank, neither quotes nor a final full stop. What folds to itself stays
 * as it is: small letters and compatibility forms can bring each other back, so a few turns may be needed.
 */
export function fold(text: string): string {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const folded = once(text);
    if (folded === text) break;
    text = folded;
  }
  return text;
}

function drop(text: string): string {
  return text.replace(QUOTES, "").replace(DASHES, "-");
}

function once(text: string): string {
  const small = drop(text).replace(FORMAT, "").normalize("NFKC").toLowerCase();
  const same = drop(small.normalize("NFKC").replaceAll("ё", "е"));
  return same.split(BLANKS).filter(Boolean).join(" ").replace(END, "");
}
