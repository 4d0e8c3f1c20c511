/** How much was remembered, week by week: of the cards that had been learned, those graded better than «again». */
import { studyDay, studyTime } from "./day.ts";
import type { Review } from "./log.ts";
import { isLearning, steps } from "./schedule.ts";

export interface Week {
  /** The first study day of the week. */
  start: number;
  reviews: number;
  remembered: number;
}

export function retention(log: readonly Review[], ids: ReadonlySet<string>): Week[] {
  const weeks = new Map<number, Week>();
  for (const { review, before } of steps(log.filter((entry) => ids.has(entry.card)))) {
    if (!before || isLearning(before)) continue;
    const day = studyDay(studyTime(review.at, review.zone));
    const start = day - ((day + 3) % 7); // day 0 was a Thursday; weeks begin on Monday
    const week = weeks.get(start) ?? { start, reviews: 0, remembered: 0 };
    weeks.set(start, week);
    week.reviews += 1;
    week.remembered += review.grade > 1 ? 1 : 0;
  }
  return [...weeks.values()].sort((a, b) => a.start - b.start);
}
