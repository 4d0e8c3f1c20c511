/**
 * Keeps the whole site for reading without a network. With a network what it brings comes first, so that nobody reads
 * an old page; when it is slow or gone, what was kept. The build is in the address: another build is another worker.
 */
const worker = self as unknown as Worker;
const CACHE = `zachetka-${new URL(location.href).searchParams.get("build")}`;
const PATIENCE = 3000;

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

async function keepAll(): Promise<void> {
  const files = await fetch(new URL("sw-files.json", worker.registration.scope), { cache: "no-cache" });
  const paths = (await files.json()) as string[];
  const cache = await caches.open(CACHE);
  await cache.addAll(paths.map((path) => new URL(path, worker.registration.scope).href));
  await worker.skipWaiting();
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
