/** How many new cards a day, and when the exam is. */
import { h } from "../page/html.ts";
import { say } from "../page/strings.ts";
import { keepPlan, plan } from "./plan.ts";

export function settings(changed: () => void): HTMLElement {
  const { fresh, exam } = plan();
  const limit = h("input", { type: "number", min: 0, max: 999, step: 1, value: fresh });
  const date = h("input", { type: "date", value: exam ?? "" });
  const keep = () => {
    keepPlan({ fresh: limit.value === "" ? fresh : limit.valueAsNumber, exam: date.value || null });
    limit.value = String(plan().fresh);
    changed();
  };
  for (const input of [limit, date]) input.addEventListener("change", keep);
  return h(
    "details",
    { class: "settings" },
    h("summary", {}, say("New cards a day, date of the exam")),
    h("p", {}, h("label", {}, `${say("New cards a day")} `, limit)),
    h("p", {}, h("label", {}, `${say("Exam on")} `, date)),
    h("p", { class: "small" }, say("No card waits longer than until the exam; the last days before it share the work.")),
  );
}
