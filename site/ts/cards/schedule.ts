/** Where every card stands: FSRS-6 replayed over the log. */
import { createEmptyCard, fsrs, State, type Card } from "ts-fsrs";
import { studyDay, studyTime } from "./day.ts";
import type { Grade, Review } from "./log.ts";

export type { Card };

// Without fuzz the same log always gives the same dates.
const scheduler = fsrs({ enable_fuzz: false });

interface Step {
  review: Review;
  before: Card | undefined;
  after: Card;
}

/** Every review with the state of its card before and after it. */
export function* steps(log: readonly Review[]): Generator<Step> {
  const cards = new Map<string, Card>();
  for (const review of [...log].sort((a, b) => a.at - b.at)) {
    const now = studyTime(review.at, review.zone);
    const before = cards.get(review.card);
    const after = reviewed(before, now, review.grade);
    cards.set(review.card, after);
    yield { review, before, after };
  }
}

/** A card after a look at it. Whoever flew west has a clock that went back, but not time: that counts as the same day. */
function reviewed(card: Card | undefined, now: Date, grade: Grade): Card {
  const last = card?.last_review;
  const at = last && last > now ? last : now;
  return scheduler.next(card ?? createEmptyCard<Card>(at), at, grade).card;
}

export function replay(log: readonly Review[]): Map<string, Card> {
  return new Map([...steps(log)].map(({ review, after }) => [review.card, after]));
}

/** The card after each of the four grades. */
export function outcomes(card: Card | undefined, now: Date): Record<Grade, Card> {
  const after = (grade: Grade) => reviewed(card, now, grade);
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

export function isLearning(card: Card): boolean {
  return card.state === State.Learning || card.state === State.Relearning;
}

/** How likely the card is remembered now. */
export function recall(card: Card, now: Date): number {
  return scheduler.get_retrievability(card, now, false);
}

const SPREAD = 3;

/**
 * The study day on which a reviewed card is due. Before an exam no card waits longer than for the days just before
 * it; the id decides for which of them, so that they share the work.
 */
export function dueDay(id: string, card: Card, exam: number | null): number {
  const due = studyDay(card.due);
  if (exam === null || due < exam) return due;
  const last = studyDay(card.last_review!);
  const latest = Math.max(exam - 1 - (sum(id) % SPREAD), last + 1);
  return latest < exam ? latest : due;
}

/** Whether a card is to be shown at that time; what is being learned comes back within the day. */
export function isDue(id: string, card: Card, now: Date, exam: number | null): boolean {
  if (isLearning(card)) return card.due <= now || studyDay(card.due) < studyDay(now);
  return dueDay(id, card, exam) <= studyDay(now);
}

/** In how many days the card comes back, the exam considered. */
export function interval(id: string, card: Card, exam: number | null): number {
  return isLearning(card) ? 0 : dueDay(id, card, exam) - studyDay(card.last_review!);
}

function sum(id: string): number {
  return [...id].reduce((total, letter) => total + letter.codePointAt(0)!, 0);
}
