/** Keeps the site for reading without a network, and says whether that is so. */
import { at, site } from "../page/site.ts";
import { say } from "../page/strings.ts";

export async function offline(signs: HTMLElement[]): Promise<void> {
  const tell = (sentence: string, state: string) => {
    for (const sign of signs) {
      sign.textContent = sentence;
      sign.dataset.offline = state;
    }
  };
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(at(`sw.js?build=${site.build}`));
    await navigator.serviceWorker.ready;
    tell(navigator.onLine ? say("Available offline") : say("You are reading offline"), "ready");
  } catch {
    tell(say("Not available offline"), "missing");
  }
  const online = () => tell(navigator.onLine ? say("Available offline") : say("You are reading offline"), "ready");
  if (navigator.serviceWorker.controller) for (const event of ["online", "offline"]) addEventListener(event, online);
}
