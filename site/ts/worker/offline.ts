/** Keeps the site for reading without a network, and says whether that is so. */
import { h } from "../page/html.ts";
import { at, site } from "../page/site.ts";
import { say } from "../page/strings.ts";

export async function offline(signs: HTMLElement[]): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const begun = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (begun || !savesData()) return keep(signs);
  const ask = { type: "button", class: "quiet", onclick: () => keep(signs) };
  for (const sign of signs) sign.replaceChildren(h("button", ask, say("Keep for reading offline")));
}

/** Whoever pays by the megabyte is asked first. */
function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

async function keep(signs: HTMLElement[]): Promise<void> {
  const tell = (sentence: string, state: string) => {
    for (const sign of signs) {
      sign.textContent = sentence;
      sign.dataset.offline = state;
    }
  };
  const kept = () => tell(navigator.onLine ? say("Available offline") : say("You are reading offline"), "ready");
  try {
    await installed(await navigator.serviceWorker.register(at(`sw.js?build=${site.build}`)));
    kept();
    for (const event of ["online", "offline"]) addEventListener(event, kept);
  } catch {
    tell(say("Not available offline"), "missing");
  }
}

/** Waits until there is a worker; a first one that fails, for want of room or of a file, is never ready. */
async function installed({ active, installing }: ServiceWorkerRegistration): Promise<unknown> {
  if (active || !installing) return navigator.serviceWorker.ready;
  return new Promise<void>((done, failed) => {
    installing.addEventListener("statechange", () => {
      if (installing.state === "activated") done();
      if (installing.state === "redundant") failed(new Error("the site could not be kept"));
    });
  });
}
