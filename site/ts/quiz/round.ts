/** The round of what was missed, kept until it is over: whoever comes back goes on with it. */
import { keep, kept } from "../page/storage.ts";

/** What is asked, and what has been answered of it: right, or not. */
export interface Round {
  ids: string[];
  answered: Record<string, boolean>;
}

const NAME = "rounds";

function rounds(): Record<string, Round> {
  const all = kept<Record<string, Round> | null>(NAME, null);
  return typeof all === "object" && all ? all : {};
}

export function roundOf(lesson: string): Round | null {
  const found = rounds()[lesson];
  return Array.isArray(found?.ids) && found.answered && typeof found.answered === "object" ? found : null;
}

export function keepRound(lesson: string, round: Round): void {
  keep(NAME, { ...rounds(), [lesson]: round });
}

export function endRound(lesson: string): void {
  const { [lesson]: over, ...others } = rounds();
  if (over) keep(NAME, others);
}
