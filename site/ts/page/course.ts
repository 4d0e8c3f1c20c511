/** What the course holds: lessons with the ids of their cards and questions. */
import { at, load, site } from "./site.ts";

export interface Lesson {
  id: string;
  title: string;
  url: string;
  cards: string[];
  questions: string[];
}

export async function course(): Promise<Lesson[]> {
  return (await load<Lesson[]>(at(`${site.lang}/course.json`))) ?? [];
}
