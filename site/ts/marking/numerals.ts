/**
 * Numbers as learners type them: `0,41`, `1 000`, `40 %`, `2/3`, `ln(2)/3`, `1,5·10^-3`. Read, never evaluated.
 *
 *     whole  = ["=" | "≈"] sum ["%"]             the sign of percent divides the whole by 100
 *     sum    = term {("+" | "-") term}
 *     term   = signed {("*" | "/") signed}
 *     signed = {"+" | "-"} power
 *     power  = atom ["^" signed]                 so -2^2 is -4, and 2^3^2 is 2^9
 *     atom   = number | "e" | "pi" | "(" sum ")" | function atom
 *
 * The grammar is that of grader/bank/numerals.py; tests/vectors/answers.json holds the two together.
 */
import { tokens } from "./tokens.ts";
import { Unreadable } from "./unreadable.ts";

const DEEPEST = 20;
const FUNCTIONS = new Map<string, (value: number) => number>([
  ["ln", Math.log],
  ["lg", Math.log10],
  ["log10", Math.log10],
  ["log2", Math.log2],
  ["exp", Math.exp],
  ["sqrt", Math.sqrt],
]);
const CONSTANTS = new Map([
  ["e", Math.E],
  ["pi", Math.PI],
]);

/** A number, and whether a sign of percent stood behind it; the value is then a hundredth of what stood before. */
export interface Reading {
  value: number;
  percent: boolean;
}

/** The number that was typed; Unreadable when it is none. */
export function readNumber(typed: string): Reading {
  const found = tokens(typed);
  const percent = found.at(-1) === "%";
  const parser = new Parser(percent ? found.slice(0, -1) : found);
  const value = parser.sum(0);
  parser.mustBeOver();
  return { value: finite(percent ? value / 100 : value), percent };
}

/** Reads tokens from left to right; every method returns a value and moves on. */
class Parser {
  private readonly tokens: string[];
  private place = 0;

  constructor(found: string[]) {
    this.tokens = found;
  }

  sum(depth: number): number {
    let value = this.term(depth);
    while (["+", "-"].includes(this.next())) {
      const sign = this.take();
      const other = this.term(depth);
      value = finite(sign === "+" ? value + other : value - other);
    }
    return value;
  }

  private term(depth: number): number {
    let value = this.signed(depth);
    while (["*", "/"].includes(this.next())) {
      const sign = this.take();
      const other = this.signed(depth);
      value = sign === "*" ? finite(value * other) : over(value, other);
    }
    return value;
  }

  private signed(depth: number): number {
    let positive = true;
    while (["+", "-"].includes(this.next())) positive = positive === (this.take() === "+");
    const value = this.power(depth);
    return positive ? value : -value;
  }

  private power(depth: number): number {
    const bare = FUNCTIONS.has(this.next()) && this.next(1) !== "(";
    const base = this.atom(depth);
    if (!["^", "**"].includes(this.next())) return base;
    if (bare) throw new Unreadable("put what the function is of in parentheses, such as ln(2)^3");
    this.take();
    return finite(base ** this.signed(deeper(depth)));
  }

  private atom(depth: number): number {
    const token = this.take();
    if (token === "(") return this.closed(depth);
    const called = FUNCTIONS.get(token);
    if (called) return finite(called(this.atom(deeper(depth))));
    if (CONSTANTS.has(token)) return CONSTANTS.get(token)!;
    if (/^[0-9.,]/.test(token)) return finite(Number(token.replaceAll(" ", "").replace(",", ".")));
    if (token) throw new Unreadable("a number is missing before {sign}", { sign: token });
    throw new Unreadable("it ends where a number or a parenthesis is missing");
  }

  private closed(depth: number): number {
    const value = this.sum(deeper(depth));
    if (this.take() !== ")") throw new Unreadable("a parenthesis is not closed");
    return value;
  }

  /** Nothing, or Unreadable where something stands behind the number. */
  mustBeOver(): void {
    const token = this.next();
    if (token) throw new Unreadable("an operation is missing before {sign}", { sign: token });
  }

  private next(ahead = 0): string {
    return this.tokens[this.place + ahead] ?? "";
  }

  private take(): string {
    return this.tokens[this.place++] ?? "";
  }
}

function deeper(depth: number): number {
  if (depth === DEEPEST) {
    throw new Unreadable("parentheses and powers stand in one another more than {most} deep", { most: DEEPEST });
  }
  return depth + 1;
}

function over(value: number, other: number): number {
  if (other === 0) throw new Unreadable("it divides by zero");
  return finite(value / other);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new Unreadable("it has no finite value");
  return value;
}
