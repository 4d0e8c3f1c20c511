/** How much of a lesson is done: questions answered right at last, and cards learned. */
import type { Lesson } from "../page/course.ts";
import { isLearning, replay } from "../cards/schedule.ts";
import { reviews } from "../cards/log.ts";
import { answers, lastAnswers } from "../quiz/answers.ts";

export interface Share {
  right: number;
  missed: number;
  learned: number;
  /** Between 0 and 1. */
  done: number;
}

export function shares(lessons: Lesson[]): Map<string, Share> {
  const last = lastAnswers(answers());
  const cards = replay(reviews());
  return new Map(
    lessons.map((lesson) => {
      const given = lesson.questions.flatMap((id) => last.get(id) ?? []);
      const right = given.filter((answer) => answer.right).length;
      const learned = lesson.cards.filter((id) => cards.has(id) && !isLearning(cards.get(id)!)).length;
      const done = (right + learned) / Math.max(1, lesson.questions.length + lesson.cards.length);
      return [lesson.id, { right, missed: given.length - right, learned, done }];
    }),
  );
}
