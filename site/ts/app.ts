/** The one script of every page: it looks for what the page holds and fetches only what that needs. */
import { keepPlace } from "./page/place.ts";
import { readStrings } from "./page/strings.ts";
import { restoreTheme, themeButton } from "./page/theme.ts";

restoreTheme();

function each<E extends HTMLElement>(selector: string, act: (element: E) => void): void {
  document.querySelectorAll<E>(selector).forEach(act);
}

await readStrings();
each("[data-theme]:is(button)", themeButton);
each<HTMLAnchorElement>("a[hreflang]", keepPlace);
