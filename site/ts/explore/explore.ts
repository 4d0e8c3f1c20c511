/** Pictures that compute as the reader changes what they are made of. */
import { attention } from "./attention.ts";
import { decay } from "./decay.ts";
import { tfidf } from "./tfidf.ts";

const PICTURES: Record<string, (element: HTMLElement) => void> = { attention, decay, tfidf };

export function explore(element: HTMLElement): void {
  element.classList.add("explore");
  PICTURES[element.dataset.explore!]?.(element);
}
