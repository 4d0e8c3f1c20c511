/** Counts and weights of words, as solutions/bow.py and solutions/tfidf.py compute them. */
import type { Matrix } from "./matrix.ts";

export interface Weighed {
  vocabulary: string[];
  counts: Matrix;
  tf: Matrix;
  df: number[];
  idf: number[];
  weights: Matrix;
}

/** Maximal runs of letters and digits in small letters. */
export function tokenize(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase());
}

export function weigh(texts: string[]): Weighed {
  const documents = texts.map(tokenize);
  const vocabulary = [...new Set(documents.flat())];
  const counts = documents.map((words) => vocabulary.map((term) => words.filter((word) => word === term).length));
  const tf = counts.map((row, d) => row.map((count) => count / Math.max(documents[d]!.length, 1)));
  const df = vocabulary.map((_, t) => counts.filter((row) => row[t]! > 0).length);
  const idf = df.map((documentsWith) => Math.log(texts.length / documentsWith));
  const weights = tf.map((row) => row.map((share, t) => share * idf[t]!));
  return { vocabulary, counts, tf, df, idf, weights };
}
