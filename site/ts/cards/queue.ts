/** What is to be studied now: what is being learned, what is due, and some new cards. */
import { dayOfDate, studyDay, studyTime } from "./day.ts";
import type { Review } from "./log.ts";
import { dueDay, isDue, isLearning, replay, type Card } from "./schedule.ts";
import type { Plan } from "./plan.ts";

export interface Queue {
  now: Date;
  exam: number | null;
  cards: Map<string, Card>;
  /** Ids in the order in which they are shown. */
  ready: string[];
  /** How many cards of the day are left: due, new, and those still being learned. */
  left: { due: number; fresh: number; learning: number };
  /** When the next card that is being learned comes back, if nothing else is left. */
  next: Date | null;
  /** The study day on which the next cards of the deck come, if today none is left. */
  day: number | null;
}

/** What is being learned may come a little early rather than keep the reader waiting. */
const AHEAD = 20 * 60_000;
/** What was reviewed later than tomorrow was written under a clock that was wrong. */
const TOMORROW = 1440 * 60_000;

export function queue(ids: readonly string[], log: readonly Review[], plan: Plan, at: number, zone: number): Queue {
  const now = studyTime(at, zone);
  const exam = plan.exam ? dayOfDate(plan.exam) : null;
  const cards = replay(log.filter((review) => review.at <= at + TOMORROW));
  const seen = ids.filter((id) => cards.has(id)).map((id) => [id, cards.get(id)!] as const);
  const learning = seen.filter(([, card]) => isLearning(card)).sort(byDue);
  const due = seen.filter(([id, card]) => !isLearning(card) && isDue(id, card, now, exam)).sort(byDue);
  const allowed = Math.max(0, plan.fresh - introduced(log, now));
  const unseen = ids.filter((id) => !cards.has(id));
  const fresh = unseen.slice(0, allowed);
  const back = learning.filter(([id, card]) => isDue(id, card, now, exam));
  let ready = [...back, ...due].map(([id]) => id).concat(fresh);
  const soon = learning.filter(([, card]) => card.due.getTime() - now.getTime() <= AHEAD);
  if (ready.length === 0) ready = soon.map(([id]) => id);
  const next = ready.length === 0 && learning[0] ? learning[0][1].due : null;
  const days = seen.filter(([, card]) => !isLearning(card)).map(([id, card]) => dueDay(id, card, exam));
  if (unseen.length > 0 && plan.fresh > 0) days.push(studyDay(now) + 1);
  const day = days.length > 0 ? Math.min(...days) : null;
  return { now, exam, cards, ready, day, left: { due: due.length, fresh: fresh.length, learning: learning.length }, next };
}

type Entry = readonly [string, Card];

function byDue([, a]: Entry, [, b]: Entry): number {
  return a.due.getTime() - b.due.getTime();
}

/** How many cards were seen for the first time on this study day, of all decks. */
function introduced(log: readonly Review[], now: Date): number {
  const first = new Map<string, number>();
  for (const review of log) {
    const day = studyDay(studyTime(review.at, review.zone));
    first.set(review.card, Math.min(day, first.get(review.card) ?? day));
  }
  return [...first.values()].filter((day) => day === studyDay(now)).length;
}
