/** What was typed is no number; the message says what stands in the way. */
export class Unreadable extends Error {
  readonly values: Record<string, string | number>;

  constructor(sentence: string, values: Record<string, string | number> = {}) {
    super(sentence);
    this.values = values;
  }
}
