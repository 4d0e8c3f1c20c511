/** Pictures that compute as the reader changes what they are made of. */
import { attention } from "./attention.ts";
import { decay } from "./decay.ts";
import { tfidf } from "./tfidf.ts";

const PICTURES: Record<string, (element: HTMLElement) => void> = { attention, decay, tfidf };
const NEAR = "1000px";

/** Drawn when the reader comes near, so that the top of a lesson is there sooner. */
export function explore(element: HTMLElement): void {
  const watch = new IntersectionObserver(
    ([entry]) => {
      if (!entry!.isIntersecting) return;
      watch.disconnect();
      PICTURES[element.dataset.explore!]?.(element);
    },
    { rootMargin: NEAR },
  );
  watch.observe(element);
}
