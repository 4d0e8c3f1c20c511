/** What the browser keeps for the reader. Without storage everything works until the page is closed. */
const PREFIX = "zachetka:";
const memory = new Map<string, string>();

function read(name: string): string | null {
  if (memory.has(name)) return memory.get(name)!;
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function kept<T>(name: string, otherwise: T): T {
  const text = read(name);
  if (text === null) return otherwise;
  try {
    return JSON.parse(text) as T;
  } catch {
    return otherwise;
  }
}

/** What is kept as a list; nothing where something else stands. */
export function keptList(name: string): unknown[] {
  const found = kept<unknown>(name, []);
  return Array.isArray(found) ? found : [];
}

export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(PREFIX + name, text);
    memory.delete(name);
  } catch {
    memory.set(name, text);
    globalThis.dispatchEvent?.(new CustomEvent("zachetka:lost"));
  }
  globalThis.dispatchEvent?.(new CustomEvent("zachetka:kept", { detail: name }));
}

export function forget(name: string): void {
  memory.delete(name);
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // There is nothing to forget where nothing is stored.
  }
}
