/** Scaled dot-product attention, as solutions/attention.py computes it. */
import { product, scaled, transposed, type Matrix } from "./matrix.ts";

export interface Attended {
  products: Matrix;
  scores: Matrix;
  weights: Matrix;
  output: Matrix;
}

export function attend(Q: Matrix, K: Matrix, V: Matrix): Attended {
  const products = product(Q, transposed(K));
  const scores = scaled(products, 1 / Math.sqrt(Q[0]!.length));
  const weights = scores.map(softmax);
  return { products, scores, weights, output: product(weights, V) };
}

function softmax(row: number[]): number[] {
  const largest = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
