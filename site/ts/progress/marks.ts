/** Marks in the map of the course, as in a record book: the share that is done, and at last «passed». */
import { course } from "../page/course.ts";
import { number, say } from "../page/strings.ts";
import { shares, type Share } from "./share.ts";

let counted: Promise<Map<string, Share>> | null = null;

export async function mark(place: HTMLElement): Promise<void> {
  counted ??= course().then(shares);
  const done = (await counted).get(place.dataset.mark!)?.done ?? 0;
  place.textContent = done === 1 ? say("passed") : done > 0 ? `${number(100 * done, 0)} %` : "";
}
