/** The one script of every page: it looks for what the page holds and fetches only what that needs. */
import { keepPlace } from "./page/place.ts";
import { load } from "./page/site.ts";
import { h } from "./page/html.ts";
import { readStrings, say } from "./page/strings.ts";
import { keptList } from "./page/storage.ts";
import { themeButton } from "./page/theme.ts";

function all<E extends HTMLElement>(selector: string): E[] {
  return [...document.querySelectorAll<E>(selector)];
}

/** Scripts, data and sentences are fetched side by side; what a part holds is drawn when all are there. */
function furnish(): Promise<unknown> {
  const ready = readStrings();
  const each = async <E extends HTMLElement>(elements: E[], part: () => Promise<(element: E) => unknown>) => {
    if (elements.length === 0) return;
    try {
      const [draw] = await Promise.all([part(), ready]);
      await Promise.all(elements.map(draw));
    } catch (error) {
      await ready;
      const said = "This could not be loaded. Reload the page.";
      for (const element of elements) if (element.matches("main div")) element.replaceChildren(h("p", {}, say(said)));
      reportError(error);
    }
  };
  for (const element of all("[data-quiz], [data-interview]")) {
    void load(element.dataset.quiz ?? element.dataset.interview!);
  }
  const begun = hasBegun();
  return Promise.all([
    each(all<HTMLButtonElement>("button[data-theme]"), async () => themeButton),
    each(all("[data-quiz]"), async () => (await import("./quiz/quiz.ts")).quiz),
    each(all("[data-deck]"), async () => (await import("./cards/study.ts")).study),
    each(all("[data-explore]"), async () => (await import("./explore/explore.ts")).explore),
    each(all("[data-interview]"), async () => (await import("./interview/interview.ts")).interview),
    each(all("[data-progress]"), async () => (await import("./progress/progress.ts")).progress),
    each(begun ? all("[data-due]") : [], async () => (await import("./cards/due.ts")).due),
    each(begun ? all("[data-mark]") : [], async () => (await import("./progress/marks.ts")).mark),
  ]);
}

/** Whoever has answered and reviewed nothing is spared what would only say so. */
function hasBegun(): boolean {
  return ["reviews", "answers"].some((name) => keptList(name).length > 0);
}

/** Keeping the site can wait until the page is there. */
function later(act: () => void): void {
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 500));
  if (document.readyState === "complete") idle(act);
  else addEventListener("load", () => idle(act));
}

/** A reader whose progress cannot be kept learns it at once, not when it is gone. */
function warn(): void {
  const lost = say("This browser keeps nothing for the site: your progress will be gone when the page is closed.");
  document.querySelector("main")!.prepend(h("p", { class: "notice", role: "alert" }, lost));
}

addEventListener("zachetka:lost", warn, { once: true });
keepPlace(all<HTMLAnchorElement>("a[hreflang]"));
await furnish();
later(async () => (await import("./worker/offline.ts")).offline(all("[data-offline]")));
