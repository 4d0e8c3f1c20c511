/** The cards of a deck: of a lesson, a topic or the whole course. */
import { load } from "../page/site.ts";

export interface Flashcard {
  id: string;
  front: string;
  back: string;
  read: string | null;
}

/** The cards behind addresses separated by blanks, in that order; null when some cannot be had. */
export async function deck(addresses: string): Promise<Map<string, Flashcard> | null> {
  const files = await Promise.all(addresses.split(/\s+/).filter(Boolean).map((url) => load<Loaded>(url)));
  if (files.includes(null)) return null;
  const cards = files.flatMap((file) => (Array.isArray(file) ? file : file!.cards));
  return new Map(cards.map((card) => [card.id, card]));
}

type Loaded = Flashcard[] | { cards: Flashcard[] };
