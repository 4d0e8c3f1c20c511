/** All that the browser keeps of a reader, as one file: written, read back, or erased. */
import { isReview, merge, reviews } from "../cards/log.ts";
import { keepPlan, plan } from "../cards/plan.ts";
import { forget } from "../page/storage.ts";
import { answers, isAnswer, mergeAnswers } from "../quiz/answers.ts";

const SCHEMA = 1;

export function exported(): string {
  return JSON.stringify({ zachetka: SCHEMA, plan: plan(), reviews: reviews(), answers: answers() }, null, 1);
}

/** Adds what a file holds to what is there; null when it is no such file. */
export function imported(text: string): { reviews: number; answers: number } | null {
  const found = parsed(text);
  if (found?.zachetka !== SCHEMA || !Array.isArray(found.reviews) || !Array.isArray(found.answers)) return null;
  if (found.plan) keepPlan(found.plan);
  const added = { reviews: merge(found.reviews.filter(isReview)), answers: mergeAnswers(found.answers.filter(isAnswer)) };
  dispatchEvent(new CustomEvent("zachetka:imported"));
  return added;
}

interface Backup {
  zachetka: number;
  plan?: ReturnType<typeof plan>;
  reviews: unknown[];
  answers: unknown[];
}

function parsed(text: string): Backup | null {
  try {
    return JSON.parse(text) as Backup | null;
  } catch {
    return null;
  }
}

export function erase(): void {
  for (const name of ["reviews", "answers", "plan", "rounds"]) forget(name);
  dispatchEvent(new CustomEvent("zachetka:imported"));
}
