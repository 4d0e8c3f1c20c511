/**
 * Keeps the whole site for reading without a network. With a network what it brings comes first, so that nobody reads
 * an old page; when it is slow or gone, what was kept. The build is in the address: another build is another worker.
 */
const worker = self as unknown as Worker;
const CACHE = `zachetka-${new URL(location.href).searchParams.get("build")}`;
const PATIENCE = 3000;
/** Beside each file stands an empty entry that names its digest. */
const MARK = "kept/";

// The library of workers and that of pages exclude each other, so what is used is described here.
interface Waiting extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", act: (event: Waiting) => void): void;
  addEventListener(name: "fetch", act: (event: Fetching) => void): void;
}

interface Listed {
  files: Record<string, string>;
}

/** Files that an earlier build had are taken from its cache: only what has changed is loaded. */
async function keepAll(): Promise<void> {
  const answer = await fetch(address("files.json"), { cache: "no-cache" });
  const { files } = (await answer.json()) as Listed;
  const cache = await caches.open(CACHE);
  const waiting = Object.entries(files).filter(([path]) => path !== "sw.js");
  const keep = async ([path, digest]: [string, string]) => {
    const url = address(path.replace(/(^|\/)index\.html$/, "$1"));
    const mark = address(`${MARK}${path}?${digest}`);
    const before = (await caches.match(mark)) ? await caches.match(url) : undefined;
    await cache.put(url, before ?? (await loaded(url)));
    await cache.put(mark, new Response());
  };
  await atOnce(waiting, keep);
  await worker.skipWaiting();
}

async function loaded(url: string): Promise<Response> {
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer;
}

/** A few at a time, so that pages the reader opens meanwhile do not wait behind hundreds of others. */
async function atOnce<T>(things: T[], act: (thing: T) => Promise<void>): Promise<void> {
  const next = async (): Promise<void> => {
    for (let thing = things.pop(); thing !== undefined; thing = things.pop()) await act(thing);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}

function address(path: string): string {
  return new URL(path, worker.registration.scope).href;
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("zachetka-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const kept = () => caches.match(request, { ignoreSearch: true });
  const fresh = fetch(request);
  fresh.catch(() => undefined); // it may fail after its time is over
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE));
  const first = await Promise.race([fresh, late]).catch(() => undefined);
  return first ?? (await kept()) ?? fresh;
}

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const own = request.method === "GET" && request.url.startsWith(worker.registration.scope);
  if (own) event.respondWith(answer(request));
});

export {};
