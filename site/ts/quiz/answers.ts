/** The log of answers: what was asked, when, and what it was worth. Progress is counted from it. */
import { keep, keptList } from "../page/storage.ts";

export interface Answer {
  question: string;
  at: number;
  score: number;
  right: boolean;
  response: unknown;
}

const NAME = "answers";

export function answers(): Answer[] {
  return keptList(NAME).filter(isAnswer);
}

export function isAnswer(value: unknown): value is Answer {
  const answer = value as Answer;
  return (
    typeof answer?.question === "string" &&
    typeof answer.right === "boolean" &&
    [answer.at, answer.score].every(Number.isFinite)
  );
}

export function recordAnswer(answer: Answer): void {
  keep(NAME, [...answers(), answer]);
}

/** Adds what is not there yet, in the order of time. */
export function mergeAnswers(others: Answer[]): number {
  const key = ({ question, at }: Answer) => `${at} ${question}`;
  const own = answers();
  const all = new Map([...own, ...others].map((answer) => [key(answer), answer]));
  keep(NAME, [...all.values()].sort((a, b) => a.at - b.at));
  return all.size - own.length;
}

/** The last answer to each question. */
export function lastAnswers(log: Answer[]): Map<string, Answer> {
  return new Map(log.map((answer) => [answer.question, answer]));
}
