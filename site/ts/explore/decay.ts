/** The reader moves σ, the length, the inputs and the forget gate, and sees what is left of a gradient. */
import { h } from "../page/html.ts";
import { number, say } from "../page/strings.ts";
import { decay as compute, type Decayed, type Given } from "../maths/decay.ts";
import { curves, type Curve } from "./curves.ts";
import { precise } from "./numbers.ts";

interface Control {
  name: keyof Given;
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
}

function controls(): Control[] {
  return [
    { name: "sigma", label: say("Largest singular value σ of W"), min: 0.1, max: 1.5, step: 0.01, value: 0.9 },
    { name: "steps", label: say("Steps back"), min: 1, max: 50, step: 1, value: 30 },
    { name: "drive", label: say("Strength of the inputs"), min: 0, max: 2, step: 0.1, value: 0.4 },
    { name: "forget", label: say("Forget gate f of the LSTM"), min: 0.5, max: 1, step: 0.01, value: 0.98 },
  ];
}

export function decay(element: HTMLElement): void {
  const shown = h("div");
  const sliders = controls().map((control) => slider(control, () => draw()));
  const draw = () => {
    const given = Object.fromEntries(sliders.map(({ name, value }) => [name, value()])) as unknown as Given;
    shown.replaceChildren(...picture(given, compute(given)));
  };
  draw();
  element.replaceChildren(h("div", { class: "controls" }, ...sliders.map(({ label }) => label)), shown);
}

function slider({ name, label, min, max, step, value }: Control, changed: () => void) {
  const input = h("input", { type: "range", name, min, max, step, value });
  const output = h("output");
  const tell = () => (output.textContent = number(input.valueAsNumber, step < 0.1 ? 2 : step < 1 ? 1 : 0));
  input.addEventListener("input", () => {
    tell();
    changed();
  });
  tell();
  const named = h("label", {}, h("span", {}, label, " ", output), input);
  return { name, label: named, value: () => input.valueAsNumber };
}

function picture({ steps }: Given, { rnn, bound, lstm }: Decayed): HTMLElement[] {
  const all: Curve[] = [
    { name: "RNN", kind: "solid", values: rnn },
    { name: say("bound σⁿ"), kind: "dotted", values: bound },
    { name: "LSTM", kind: "dashed", values: lstm },
  ];
  const ends = all.map(({ name, values }) => {
    const last = values.at(-1)!;
    return h("dd", { "data-value": last }, `${name}: ${precise(last)}`);
  });
  const what = say("What is left of the gradient after n steps back.");
  const caption = `${what} ${say("The dotted line is an upper bound: saturated neurons let even less through.")}`;
  return [
    h("figure", {}, curves(all, say("steps back"), caption), h("figcaption", {}, caption)),
    h("dl", { class: "ends" }, h("dt", {}, say("After {n} step | After {n} steps", { n: steps })), ...ends),
  ];
}
