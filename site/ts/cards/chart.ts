/** The share that was remembered, week by week, as a picture and in words. */
import { h, svg } from "../page/html.ts";
import { site } from "../page/site.ts";
import { number, say } from "../page/strings.ts";
import { pictureWidth } from "../page/width.ts";
import { dateOfDay } from "./day.ts";
import type { Review } from "./log.ts";
import { retention, type Week } from "./retention.ts";

const HEIGHT = 180;
const LEFT = 56;
const RIGHT = 110;
const TOP = 12;
const BOTTOM = 30;
const AIM = 0.9;
const MOST = 26;

export function retentionChart(log: readonly Review[], ids: ReadonlySet<string>): HTMLElement | string {
  const weeks = retention(log, ids).slice(-MOST);
  if (weeks.length === 0) return "";
  const caption = say("Of the cards that were due, so many were remembered, week by week.");
  return h("figure", { class: "retention" }, drawn(weeks), h("figcaption", {}, caption));
}

function drawn(weeks: Week[]): SVGElement {
  const first = weeks[0]!.start;
  const width = pictureWidth();
  const right = width - RIGHT;
  const range = Math.max(1, (weeks.at(-1)!.start - first) / 7);
  const x = ({ start }: Week) => LEFT + (((start - first) / 7) * (right - LEFT)) / range;
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const points = weeks.map((week) => `${x(week)},${y(share(week))}`).join(" ");
  const picture = svg("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": told(weeks) });
  for (const level of [0, 0.5, 1]) {
    picture.append(
      svg("line", { class: "rule", x1: LEFT, x2: right, y1: y(level), y2: y(level) }),
      svg("text", { class: "tick", x: LEFT - 8, y: y(level) + 4, "text-anchor": "end" }, `${number(100 * level, 0)} %`),
    );
  }
  picture.append(
    svg("line", { class: "aim", x1: LEFT, x2: right, y1: y(AIM), y2: y(AIM) }),
    svg("text", { class: "tick", x: right + 8, y: y(AIM) + 4 }, say("aim: 90 %")),
    svg("polyline", { class: "curve", points }),
    ...weeks.map((week) => svg("circle", { class: "point", cx: x(week), cy: y(share(week)), r: 3 })),
    ...dates(weeks).map(([week, date]) => {
      return svg("text", { class: "tick", x: x(week), y: HEIGHT - 8, "text-anchor": "middle" }, date);
    }),
  );
  return picture;
}

function share({ remembered, reviews }: Week): number {
  return remembered / reviews;
}

function dates(weeks: Week[]): [Week, string][] {
  const format = new Intl.DateTimeFormat(site.lang, { day: "numeric", month: "short", timeZone: "UTC" });
  const ends = weeks.length > 1 ? [weeks[0]!, weeks.at(-1)!] : [weeks[0]!];
  return ends.map((week) => [week, format.format(dateOfDay(week.start))]);
}

/** The same numbers in words. */
function told(weeks: Week[]): string {
  const format = new Intl.DateTimeFormat(site.lang, { day: "numeric", month: "long", timeZone: "UTC" });
  const said = weeks.map((week) => `${format.format(dateOfDay(week.start))}: ${number(100 * share(week), 0)} %`);
  return `${say("Share of remembered cards")}. ${said.join("; ")}.`;
}
