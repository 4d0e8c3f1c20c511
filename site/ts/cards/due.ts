/** The number of cards of the whole course that wait today; nothing for those who have not begun. */
import { course } from "../page/course.ts";
import { say } from "../page/strings.ts";
import { zoneOf } from "./day.ts";
import { reviews } from "./log.ts";
import { plan } from "./plan.ts";
import { queue } from "./queue.ts";

export async function due(element: HTMLElement): Promise<void> {
  const ids = (await course()).flatMap(({ cards }) => cards);
  const show = () => {
    const at = Date.now();
    const { due: old, fresh, learning } = queue(ids, reviews(), plan(), at, zoneOf(at)).left;
    element.textContent = say("{n} card for today | {n} cards for today", { n: old + fresh + learning });
    element.hidden = reviews().length === 0;
  };
  for (const event of ["zachetka:kept", "zachetka:imported", "storage"]) addEventListener(event, show);
  show();
}
