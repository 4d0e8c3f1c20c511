/** Buttons that write all progress to a file, read it back, or erase it. */
import { h } from "../page/html.ts";
import { say } from "../page/strings.ts";
import { erase, exported, imported } from "./backup.ts";

export function files(): HTMLElement {
  const said = h("p", { class: "small", role: "status" });
  const hidden = { class: "hidden", tabindex: -1, "aria-hidden": "true" }; // the button opens it
  const choose = h("input", { type: "file", accept: "application/json,.json", ...hidden });
  choose.addEventListener("change", async () => {
    const [file] = choose.files!;
    if (!file) return;
    const added = imported(await file.text());
    choose.value = "";
    said.textContent = added
      ? say("Added: {reviews} reviews of cards, {answers} answers.", added)
      : say("This file was not written by this site. Nothing has changed.");
  });
  const write = h("button", { type: "button", onclick: save }, say("Export"));
  const read = h("button", { type: "button", onclick: () => choose.click() }, say("Import"));
  return h("div", { class: "files" }, h("div", { class: "buttons" }, write, read, eraseButton(said)), choose, said);
}

function save(): void {
  const url = URL.createObjectURL(new Blob([exported()], { type: "application/json" }));
  const day = new Date().toLocaleDateString("sv"); // Swedish dates are ISO dates
  h("a", { href: url, download: `zachetka-${day}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url));
}

/** Asks once more before it erases; whoever leaves the button meant no. */
function eraseButton(said: HTMLElement): HTMLElement {
  let sure = false;
  const ask = (again: boolean) => {
    sure = again;
    button.textContent = sure ? say("Really erase everything?") : say("Erase");
    button.classList.toggle("danger", sure);
  };
  const press = () => {
    if (sure) {
      erase();
      said.textContent = say("Everything is erased.");
    }
    ask(!sure);
  };
  const button = h("button", { type: "button", onclick: press, onblur: () => ask(false) }, say("Erase"));
  return button;
}
