/** What the reader has set: how many new cards a day, and when the exam is. */
import { keep, kept } from "../page/storage.ts";

export interface Plan {
  fresh: number;
  exam: string | null;
}

const NAME = "plan";
const MOST = 999;

export function plan(): Plan {
  return checked(kept<unknown>(NAME, null));
}

export function keepPlan(value: Plan): void {
  keep(NAME, checked(value));
}

function checked(value: unknown): Plan {
  const { fresh, exam } = (value ?? {}) as Partial<Plan>;
  const known = typeof exam === "string" && /^\d{4}-\d\d-\d\d$/.test(exam) && !Number.isNaN(Date.parse(exam));
  const number = Number.isFinite(fresh) ? Math.min(MOST, Math.max(0, Math.round(fresh!))) : 10;
  return { fresh: number, exam: known ? exam : null };
}
