/** How much of a change some steps back reaches the last state, as solutions/rnn.py and solutions/gated.py say. */
import { product, transposed, type Matrix } from "./matrix.ts";

export interface Given {
  sigma: number;
  steps: number;
  /** How strong the inputs are, and with them the saturation of tanh. */
  drive: number;
  forget: number;
}

/** Entry n belongs to n steps back. */
export interface Decayed {
  rnn: number[];
  bound: number[];
  lstm: number[];
}

const TURN = Math.PI / 6; // the recurrent matrix is sigma times a rotation: all its singular values are sigma

export function decay({ sigma, steps, drive, forget }: Given): Decayed {
  const W = [
    [sigma * Math.cos(TURN), -sigma * Math.sin(TURN)],
    [sigma * Math.sin(TURN), sigma * Math.cos(TURN)],
  ];
  const backwards = Array.from({ length: steps + 1 }, (_, n) => n);
  return {
    rnn: [1, ...jacobianNorms(states(W, steps, drive), W)],
    bound: backwards.map((n) => sigma ** n),
    lstm: backwards.map((n) => forget ** n),
  };
}

/** h_s = tanh(x_s + h_{s-1} W) with x_s = drive · (cos s, sin 2s). */
function states(W: Matrix, steps: number, drive: number): Matrix {
  const H: Matrix = [];
  let h = [0, 0];
  for (let s = 1; s <= steps; s++) {
    const x = [drive * Math.cos(s), drive * Math.sin(2 * s)];
    h = product([h], W)[0]!.map((value, i) => Math.tanh(x[i]! + value));
    H.push(h);
  }
  return H;
}

/** Spectral norms of the products of ∂h_i/∂h_{i-1} = diag(1 - h_i²) Wᵀ, from the last state backwards. */
function jacobianNorms(H: Matrix, W: Matrix): number[] {
  let J: Matrix = [
    [1, 0],
    [0, 1],
  ];
  return [...H].reverse().map((h) => {
    const slopes = h.map((value, i) => h.map((_, j) => (i === j ? 1 - value ** 2 : 0)));
    J = product(product(J, slopes), transposed(W));
    return spectralNorm(J);
  });
}

/** The largest singular value of a 2×2 matrix, in a form that loses no digits. */
function spectralNorm(J: Matrix): number {
  const [a, b, c, d] = J.flat() as [number, number, number, number];
  return (Math.hypot(a + d, b - c) + Math.hypot(a - d, b + c)) / 2;
}
