/** Marks in the map of the course, as in a record book: the share that is done, and at last «passed». */
import { course } from "../page/course.ts";
import { number, say } from "../page/strings.ts";
import { shares } from "./share.ts";

export async function marks(places: HTMLElement[]): Promise<void> {
  const all = shares(await course());
  for (const place of places) {
    const done = all.get(place.dataset.mark!)?.done ?? 0;
    place.textContent = done === 1 ? say("passed") : done > 0 ? `${number(100 * done, 0)} %` : "";
  }
}
