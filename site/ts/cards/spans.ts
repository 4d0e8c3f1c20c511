/** Spans of time in words: in how long a card comes back. */
import { say } from "../page/strings.ts";
import { interval, isLearning, type Card } from "./schedule.ts";

const MINUTE = 60_000;

export function span(id: string, card: Card, now: Date, exam: number | null): string {
  if (isLearning(card)) {
    const minutes = Math.max(1, Math.round((card.due.getTime() - now.getTime()) / MINUTE));
    return say("{n} min", { n: minutes });
  }
  return days(Math.max(1, interval(id, card, exam)));
}

export function days(n: number): string {
  if (n < 60) return say("{n} day | {n} days", { n });
  if (n < 365) return say("{n} month | {n} months", { n: Math.round(n / 30.4) });
  return say("{n} year | {n} years", { n: Math.round(n / 365.25) });
}
