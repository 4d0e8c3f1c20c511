/** Matrices as lists of rows. */
export type Matrix = number[][];

export function product(A: Matrix, B: Matrix): Matrix {
  return A.map((row) => columns(B).map((column) => dot(row, column)));
}

export function transposed(A: Matrix): Matrix {
  return columns(A);
}

export function scaled(A: Matrix, factor: number): Matrix {
  return A.map((row) => row.map((value) => value * factor));
}

function columns(A: Matrix): Matrix {
  return (A[0] ?? []).map((_, j) => A.map((row) => row[j]!));
}

function dot(a: number[], b: number[]): number {
  return a.reduce((total, value, i) => total + value * b[i]!, 0);
}
