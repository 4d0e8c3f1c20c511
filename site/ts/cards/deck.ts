/** The cards of a deck: of a lesson, a topic or the whole course. */
import { load } from "../page/site.ts";

export interface Flashcard {
  id: string;
  front: string;
  back: string;
  read: string | null;
}

/** Cards, or where the decks are that make up a large one. */
type Loaded = Flashcard[] | { url: string }[];

/** The cards behind addresses separated by blanks, in that order; null when some cannot be had. */
export async function deck(addresses: string): Promise<Map<string, Flashcard> | null> {
  const cards = await Promise.all(addresses.split(/\s+/).filter(Boolean).map(cardsAt));
  if (cards.includes(null)) return null;
  return new Map(cards.flatMap((some) => some!).map((card) => [card.id, card]));
}

async function cardsAt(url: string): Promise<Flashcard[] | null> {
  const found = await load<Loaded>(url);
  if (!found) return null;
  const parts = await Promise.all(found.map((entry) => ("url" in entry ? cardsAt(entry.url) : [entry])));
  return parts.includes(null) ? null : parts.flatMap((part) => part!);
}
