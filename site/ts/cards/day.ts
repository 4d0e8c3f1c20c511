/** The study day begins at 04:00 local time: whoever studies after midnight still studies today. */
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const START = 4 * 60 * MINUTE;

/** Minutes that local time is ahead of UTC at that moment. */
export function zoneOf(at: number): number {
  return -new Date(at).getTimezoneOffset();
}

/**
 * The moment on a clock whose UTC midnight is the start of the study day. FSRS counts days in UTC, so on this clock
 * it counts study days; and what was logged abroad stays on the day on which it was studied.
 */
export function studyTime(at: number, zone: number): Date {
  return new Date(at + zone * MINUTE - START);
}

/** The number of the study day. */
export function studyDay(time: Date): number {
  return Math.floor(time.getTime() / DAY);
}

/** The study day of a date such as 2026-12-24. */
export function dayOfDate(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** The date of a study day, at noon UTC, for writing it down. */
export function dateOfDay(day: number): Date {
  return new Date(day * DAY + DAY / 2);
}
