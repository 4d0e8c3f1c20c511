/** Marking a number: right within its tolerance, else known as a mistake, else as a slip. */
import { isEmpty, one, unmarked, type Marking, type Note } from "./marking.ts";
import { readNumber, type Reading } from "./numerals.ts";
import type { NumberFields } from "./sheet.ts";
import { Unreadable } from "./unreadable.ts";

const ROUNDING = 1e-9;
const SLIPS = [1e-3, 1e-2, 1e-1, 1e1, 1e2, 1e3];

/** The number that is asked, how far an answer may be off, and in how many decimals it is asked. */
export interface Target {
  answer: number;
  within: number;
  decimals: number;
  percent: boolean;
}

/** The decimals of a percentage are those before the sign of percent, so a share has two more. */
export function target({ answer, atol, decimals, percent }: Omit<NumberFields, "type" | "shown" | "wrong">): Target {
  const places = decimals + (percent ? 2 : 0);
  return { answer, within: places > 0 ? Math.max(atol, 0.5 * 10 ** -places) : atol, decimals: places, percent };
}

export function markNumber(asked: Target, wrong: NumberFields["wrong"], response: unknown): Marking {
  if (isEmpty(response)) return unmarked("one", "empty");
  if (typeof response !== "string") return unmarked("one", "malformed");
  try {
    return judge(asked, wrong, readNumber(response));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return one(false, { note: "unreadable", detail: { sentence: error.message, values: error.values } });
  }
}

function judge(asked: Target, wrong: NumberFields["wrong"], reading: Reading): Marking {
  if (near(reading.value, asked.answer, asked.within)) return one(true);
  const spare = slack(asked.answer);
  const known = wrong.find(({ low, high }) => low - spare <= reading.value && reading.value <= high + spare);
  return known ? one(false, { why: known.why }) : one(false, { note: slip(asked, reading) });
}

/** The name of the slip that explains a number; nothing when none does. */
function slip(asked: Target, { value, percent }: Reading): Note {
  const { answer, within } = asked;
  const tight = Math.min(within, Math.abs(answer) / 20);
  if (answer && near(-value, answer, within)) return "sign";
  if (answer && (percent || asked.percent) && [value * 100, value / 100].some((one) => near(one, answer, tight))) {
    return "percent";
  }
  if (roundedTooSoon(value, asked)) return "precision";
  if (answer && SLIPS.some((power) => near(value, answer * power, tight * power))) return "slip";
  return "";
}

/** Whether it is nearly the answer, or the answer rounded to fewer decimals than are asked. */
function roundedTooSoon(value: number, { answer, within, decimals }: Target): boolean {
  const off = Math.abs(value - answer);
  if (off <= 10 * within) return true;
  return Array.from({ length: decimals }, (_, places) => 10 ** -places).some((step) => {
    const whole = Math.abs(value / step - Math.floor(value / step + 0.5)) < ROUNDING;
    return value !== 0 && whole && off <= step / 2 + ROUNDING;
  });
}

function near(value: number, answer: number, within: number): boolean {
  return Math.abs(value - answer) <= within + slack(answer);
}

/** What the arithmetic of computers may be off beside the tolerance. */
function slack(answer: number): number {
  return ROUNDING * Math.max(1, Math.abs(answer));
}
