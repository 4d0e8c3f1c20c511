/** The log of reviews: the only thing stored of flashcards. Everything else is replayed from it. */
import { keep, keptList } from "../page/storage.ts";

export type Grade = 1 | 2 | 3 | 4;

/** One look at one card. `at` is in ms, `zone` in minutes ahead of UTC, `took` in ms. */
export interface Review {
  card: string;
  grade: Grade;
  at: number;
  zone: number;
  took: number;
}

const NAME = "reviews";
const LATEST = Date.UTC(9999, 0);
const WIDEST = 24 * 60;

export function reviews(): Review[] {
  return keptList(NAME).filter(isReview);
}

export function isReview(value: unknown): value is Review {
  const review = value as Review;
  return (
    typeof review?.card === "string" &&
    [1, 2, 3, 4].includes(review.grade) &&
    [review.at, review.zone, review.took].every(Number.isFinite) &&
    review.at >= 0 &&
    review.at <= LATEST &&
    Math.abs(review.zone) <= WIDEST
  );
}

export function record(review: Review): void {
  keep(NAME, [...reviews(), review]);
}

/** Takes back a review; another tab may have written others since. */
export function takeBack(review: Review): void {
  keep(NAME, reviews().filter((other) => key(other) !== key(review)));
}

/** Adds what is not there yet, in the order of time. */
export function merge(others: Review[]): number {
  const all = new Map([...reviews(), ...others].map((review) => [key(review), review]));
  const added = all.size - reviews().length;
  keep(NAME, [...all.values()].sort((a, b) => a.at - b.at));
  return added;
}

function key(review: Review): string {
  return `${review.at} ${review.card}`;
}
