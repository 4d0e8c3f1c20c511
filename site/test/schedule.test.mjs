/** FSRS-6 as published, and the state of cards as a function of the log. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOfDate, studyDay, studyTime } from "../ts/cards/day.ts";
import { queue } from "../ts/cards/queue.ts";
import { retention } from "../ts/cards/retention.ts";
import { dueDay, replay, steps } from "../ts/cards/schedule.ts";
import { vectors } from "./read.mjs";

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 8, 1, 12);
const PLAN = { fresh: 10, exam: null };

/** Looks at one card: how many days before each, and the grades. */
function log(card, grades, days, start = NOON) {
  let at = start;
  return grades.map((grade, i) => ({ card, grade, at: (at += days[i] * DAY), zone: 0, took: 0 }));
}

/** A log in which every look happens when it is due. */
function punctual(grades) {
  const entries = [];
  let at = Date.UTC(2022, 10, 29, 12, 30);
  for (const grade of grades) {
    entries.push({ card: "a", grade, at, zone: 0, took: 0 });
    at = replay(entries).get("a").due.getTime() + 4 * 3_600_000;
  }
  return [...steps(entries)].map(({ after }) => after.scheduled_days);
}

test("the published intervals of FSRS-6", () => {
  const grades = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
  assert.deepEqual(punctual(grades), [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

test("the published memory state of FSRS-6", () => {
  const card = replay(log("a", [1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21])).get("a");
  assert.equal(card.stability.toFixed(4), "53.6269");
  assert.equal(card.difficulty.toFixed(4), "6.3575");
});

test("a card stands where the terminal's review says it does", async () => {
  const cases = await vectors("reviews");
  assert.ok(cases.length >= 60);
  for (const { log, stability, difficulty } of cases) {
    const card = replay(log).get("a");
    assert.ok(Math.abs(card.stability - stability) <= 1e-4 + 1e-6 * stability, JSON.stringify(log));
    assert.ok(Math.abs(card.difficulty - difficulty) <= 1e-4, JSON.stringify(log));
  }
});

test("the order in which a log is stored does not matter", () => {
  const entries = [...log("a", [3, 3, 1, 4], [0, 1, 5, 2]), ...log("b", [1, 2, 3], [0, 2, 2])];
  assert.deepEqual(replay([...entries].reverse()).get("a"), replay(entries).get("a"));
});

test("the study day begins at four in the morning, where the reader is", () => {
  const moscow = 180;
  const night = studyTime(Date.parse("2026-09-02T03:59:00+03:00"), moscow);
  const morning = studyTime(Date.parse("2026-09-02T04:00:00+03:00"), moscow);
  assert.equal(studyDay(night), dayOfDate("2026-09-01"));
  assert.equal(studyDay(morning), dayOfDate("2026-09-02"));
});

test("a reader who flies west is not reviewed in the past", () => {
  const [first, second] = log("a", [4, 3], [0, 0.1]);
  const state = replay([{ ...first, zone: 600 }, { ...second, zone: -600 }]).get("a");
  assert.equal(state.reps, 2);
  assert.ok(state.due > studyTime(second.at, -600));
});

test("a card is due from the beginning of its day, not from the hour at which it was seen", () => {
  const entries = log("a", [4], [0], Date.parse("2026-09-01T23:00:00Z"));
  const due = studyDay(replay(entries).get("a").due);
  const at = (hour) => due * DAY + hour * 3_600_000;
  assert.deepEqual(queue(["a"], entries, PLAN, at(3.9), 0).ready, []);
  assert.deepEqual(queue(["a"], entries, PLAN, at(4), 0).ready, ["a"]);
});

test("new cards are limited a day, over all decks", () => {
  const ids = ["a", "b", "c", "d"];
  const plan = { fresh: 3, exam: null };
  assert.deepEqual(queue(ids, [], plan, NOON, 0).ready, ["a", "b", "c"]);
  const seen = [...log("elsewhere", [4], [0]), ...log("a", [4], [0])];
  assert.deepEqual(queue(ids, seen, plan, NOON, 0).ready, ["b"]);
  assert.equal(queue(ids, seen, plan, NOON + DAY, 0).left.fresh, 3);
});

test("what is being learned comes back within the day, a little early when nothing else is left", () => {
  const entries = log("a", [1], [0]);
  const soon = queue(["a", "b"], entries, PLAN, NOON + 30_000, 0);
  assert.deepEqual(soon.ready, ["b"]);
  assert.deepEqual(queue(["a"], entries, PLAN, NOON + 30_000, 0).ready, ["a"]);
  assert.deepEqual(queue(["a", "b"], entries, PLAN, NOON + 60_000, 0).ready, ["a", "b"]);
});

test("before an exam no card waits until after it", () => {
  const entries = ["a", "b", "c"].flatMap((id) => log(id, [3, 3, 3, 3], [0, 1, 10, 40]));
  const cards = replay(entries);
  const last = studyDay(studyTime(NOON + 51 * DAY, 0));
  const days = [...cards].map(([id, card]) => dueDay(id, card, last + 20) - last);
  assert.ok(cards.get("a").scheduled_days > 20);
  assert.deepEqual([...days].sort(), [17, 18, 19]);
  assert.equal(dueDay("a", cards.get("a"), last + 1), studyDay(cards.get("a").due));
});

test("an exam that is over caps nothing", () => {
  const card = replay(log("a", [3, 3, 3, 3], [0, 1, 10, 40])).get("a");
  assert.equal(dueDay("a", card, dayOfDate("2026-09-05")), studyDay(card.due));
});

test("cards that the course has no longer are left out, those it still has keep their state", () => {
  const entries = [...log("gone", [3, 3], [0, 1]), ...log("kept", [3, 3], [0, 1])];
  const { ready } = queue(["new", "kept"], entries, PLAN, NOON + 30 * DAY, 0);
  assert.deepEqual(ready, ["kept", "new"]);
});

test("retention counts the weeks, and only cards that had been learned", () => {
  const entries = log("a", [3, 3, 1, 3, 3], [0, 1, 7, 0, 7]);
  const weeks = retention(entries, new Set(["a"]));
  assert.deepEqual(weeks.map(({ reviews, remembered }) => [reviews, remembered]), [[1, 0], [1, 1]]);
  assert.ok(weeks.every(({ start }) => new Date(start * DAY).getUTCDay() === 1));
});

test("the next cards are those of the deck, unseen ones among them", () => {
  const entries = [...log("a", [4], [0]), ...log("gone", [3, 3], [0, 3], NOON - 3 * DAY)];
  const comes = (ids, plan) => queue(ids, entries, plan, NOON + 60_000, 0).day - studyDay(studyTime(NOON, 0));
  const easy = dueDay("a", replay(entries).get("a"), null) - studyDay(studyTime(NOON, 0));
  assert.ok(easy > 3);
  assert.equal(comes(["a"], PLAN), easy);
  assert.equal(comes(["a", "b"], { ...PLAN, fresh: 2 }), 1);
  assert.equal(comes(["a", "b"], { ...PLAN, fresh: 0 }), easy);
});

test("a review from the future, under a clock that was wrong, keeps no card away", () => {
  const ahead = log("a", [3, 3, 4], [0, 1, 4], NOON + 3650 * DAY);
  assert.deepEqual(queue(["a"], ahead, PLAN, NOON, 0).ready, ["a"]);
  const now = log("a", [4], [0]);
  assert.deepEqual(queue(["a"], [...ahead, ...now], PLAN, NOON + 60_000, 0).ready, []);
  assert.deepEqual(queue(["a"], [...ahead, ...now], PLAN, NOON + 60 * DAY, 0).ready, ["a"]);
});
