/** The one script of every page: it looks for what the page holds and fetches only what that needs. */
import { keepPlace } from "./page/place.ts";
import { readStrings } from "./page/strings.ts";
import { kept } from "./page/storage.ts";
import { themeButton } from "./page/theme.ts";

function all<E extends HTMLElement>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}

async function furnish(): Promise<void> {
  await readStrings();
  all<HTMLButtonElement>("button[data-theme]").forEach(themeButton);
  keepPlace(all<HTMLAnchorElement>("a[hreflang]"));
  const waits = [
    ...all("[data-quiz]").map(async (element) => (await import("./quiz/quiz.ts")).quiz(element)),
    ...all("[data-deck]").map(async (element) => (await import("./cards/study.ts")).study(element)),
    ...all("[data-explore]").map(async (element) => (await import("./explore/explore.ts")).explore(element)),
    ...all("[data-interview]").map(async (element) => (await import("./interview/interview.ts")).interview(element)),
    ...all("[data-progress]").map(async (element) => (await import("./progress/progress.ts")).progress(element)),
  ];
  if (hasBegun()) {
    const places = all("[data-mark]");
    if (places.length > 0) waits.push(import("./progress/marks.ts").then(({ marks }) => marks(places)));
    waits.push(...all("[data-due]").map(async (element) => (await import("./cards/due.ts")).due(element)));
  }
  await Promise.all(waits);
}

/** Whoever has answered and reviewed nothing is spared what would only say so. */
function hasBegun(): boolean {
  return ["reviews", "answers"].some((name) => kept<unknown[]>(name, []).length > 0);
}

/** Keeping the site can wait until the page is there. */
function later(act: () => void): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
  if (document.readyState === "complete") idle(act);
  else addEventListener("load", () => idle(act));
}

await furnish();
later(async () => (await import("./worker/offline.ts")).offline(all("[data-offline]")));
