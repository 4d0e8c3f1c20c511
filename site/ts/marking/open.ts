/** Self-assessment: the share of the rubric's weight that was ticked. */
import { isChoice, isEmpty, marking, part, unmarked, type Marking } from "./marking.ts";
import type { Open } from "./sheet.ts";

export function markOpen({ rubric }: Open, response: unknown): Marking {
  if (isEmpty(response)) return unmarked("weights", "empty");
  if (!isChoice(response, rubric.length)) return unmarked("weights", "malformed");
  return marking("weights", rubric.map(({ weight }, place) => part(place, response.includes(place), { weight })));
}
