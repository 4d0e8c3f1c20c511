/** Light, dark, or as the system has it; the choice is remembered, and site/static/theme.js restores it. */
import { keep } from "./storage.ts";
import { say } from "./strings.ts";

type Theme = "light" | "dark";
const root = document.documentElement;

function current(): Theme {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return (root.dataset.theme as Theme | undefined) ?? (dark ? "dark" : "light");
}

export function themeButton(button: HTMLButtonElement): void {
  const name = () => (button.textContent = current() === "dark" ? say("Light theme") : say("Dark theme"));
  button.addEventListener("click", () => {
    root.dataset.theme = current() === "dark" ? "light" : "dark";
    keep("theme", root.dataset.theme);
    name();
  });
  name();
}
