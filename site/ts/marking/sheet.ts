/** Questions ready for the browser, in one language; made by grader/bank/sheets.py. Strings named html are HTML. */
type Html = string;
export type Credit = "each" | "all";

interface Common {
  id: string;
  difficulty: number;
  prompt: Html;
  explain: Html | null;
  hints: Html[];
  read: string | null;
}

export interface Choosable {
  html: Html;
  correct: boolean;
  why: Html | null;
}

export interface SingleFields {
  type: "single";
  options: Choosable[];
}

export interface NumberFields {
  type: "number";
  answer: number;
  shown: string;
  atol: number;
  percent: boolean;
  decimals: number;
  wrong: { low: number; high: number; why: Html }[];
}

export interface TextFields {
  type: "text";
  accept: string[];
  shown: string;
  reject: { texts: string[]; why: Html }[];
}

export type Gap = SingleFields | NumberFields | TextFields;

export type Single = Common & SingleFields;
export type Multiple = Common & { type: "multiple"; options: Choosable[]; credit: "all" | "net" | "each" };
export type Numeric = Common & NumberFields;
export type Textual = Common & TextFields;
export type Order = Common & { type: "order"; items: Html[]; credit: "all" | "adjacent" };
export type Match = Common & { type: "match"; lefts: Html[]; rights: Html[]; extras: Html[]; credit: Credit };
export type Cloze = Common & { type: "cloze"; html: Html; gaps: Record<string, Gap>; credit: Credit };
export type Table = Common & {
  type: "table";
  rows: Html[];
  columns: Html[];
  cells: number[][];
  shown: string[][];
  blank: [number, number][];
  atol: number;
  decimals: number;
  credit: Credit;
};
export type Shape = Common & { type: "shape"; answer: number[]; wrong: { shape: number[]; why: Html }[] };
export type Line = Common & {
  type: "line";
  lines: Html[];
  fault: number;
  why: Html;
  wrong: Record<string, Html>;
  other: Html;
};
export type Open = Common & {
  type: "open";
  rubric: { html: Html; weight: number }[];
  model: Html;
  followups: { ask: Html; answer: Html }[];
};

/** A question that can be answered as it stands. */
export type Concrete = Single | Multiple | Numeric | Textual | Order | Match | Cloze | Table | Shape | Line | Open;
export type Generated = Common & { type: "generated"; variants: (Single | Numeric | Shape | Textual)[] };
export type Sheet = Concrete | Generated;
