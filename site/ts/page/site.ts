/** What the page says of itself: its language, where the site begins, which build it is. */
const root = globalThis.document?.documentElement;

export const site = {
  lang: (root?.lang === "en" ? "en" : "ru") as "ru" | "en",
  base: root?.dataset.base ?? "/",
  build: root?.dataset.build ?? "",
};

/** The address of a file of the site, wherever it is served from. */
export function at(path: string): string {
  return new URL(site.base + path, location.href).href;
}

const loaded = new Map<string, Promise<unknown>>();

/** A file of data, fetched once a page; null when it cannot be had. */
export function load<T>(url: string): Promise<T | null> {
  const before = loaded.get(url) ?? fetched(url);
  loaded.set(url, before);
  return before as Promise<T | null>;
}

async function fetched(url: string): Promise<unknown> {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
