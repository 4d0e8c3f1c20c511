/** Numbers, names and signs of what a learner typed. */
import { plainSigns } from "./glyphs.ts";
import { Unreadable } from "./unreadable.ts";

const LONGEST = 100;
const TOKEN = new RegExp(
  "(?<number>(?:(?:[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:[.,][0-9]*)?|[.,][0-9]+)(?:e[+-]?[0-9]+)?)" +
    "|(?<name>log10(?![0-9])|log2(?![0-9])|lg|ln|exp|sqrt|pi|e(?![a-z]))|(?<sign>\\*\\*|[-+*/^()%])",
  "y",
);

/** The tokens of a text, blanks and a sign of equality before it left out. */
export function tokens(typed: string): string[] {
  if ([...typed].length > LONGEST) throw new Unreadable("it is longer than {most} characters", { most: LONGEST });
  const text = plainSigns(typed).replace(/^[=≈~ ]+/, "");
  const found: string[] = [];
  let place = 0;
  while (place < text.length) {
    if (text[place] === " ") {
      place += 1;
      continue;
    }
    const token = tokenAt(text, place);
    found.push(token);
    place += token.length;
  }
  if (found.length === 0) throw new Unreadable("nothing stands there");
  return found;
}

function tokenAt(text: string, place: number): string {
  TOKEN.lastIndex = place;
  const found = TOKEN.exec(text);
  if (!found) throw stranger(text.slice(place));
  const [token] = found;
  if (found.groups!["number"] && /[.,]/.test(text[place + token.length] ?? "")) {
    throw new Unreadable("{number} goes on after a second decimal mark: write one", { number: token });
  }
  return token;
}

function stranger(rest: string): Unreadable {
  const word = /^[\p{L}\p{Nl}\p{No}]+/u.exec(rest)?.[0];
  if (word === "log") return new Unreadable("log has no base: write ln, lg or log2");
  return new Unreadable("{sign} has no meaning here", { sign: word ?? [...rest][0]! });
}
