// Asks the Pagefind index of this language as the reader types.
const form = document.querySelector("form.search");
const input = form.elements.q;
const found = document.querySelector("[data-search]");
const MOST = 20;
let asked = 0;
let index;

async function search() {
  const words = input.value.trim();
  const own = ++asked;
  history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
  if (!words) return found.replaceChildren();
  try {
    index ??= await import(found.dataset.search);
    const { results } = await index.search(words);
    const pages = await Promise.all(results.slice(0, MOST).map((one) => one.data()));
    if (own === asked) show(pages, results.length);
  } catch {
    found.textContent = found.dataset.broken;
  }
}

function show(pages, count) {
  const said = document.createElement("p");
  said.className = "count";
  said.textContent = count ? found.dataset.many.replace("{n}", count) : found.dataset.none;
  const list = document.createElement("ol");
  list.append(...pages.map(row));
  found.replaceChildren(said, ...(count ? [list] : []));
}

function row(page) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const best = page.sub_results?.[0];
  link.href = best?.url ?? page.url;
  link.textContent = page.meta.title;
  const text = document.createElement("p");
  text.innerHTML = best?.excerpt ?? page.excerpt; // Pagefind escapes the text and adds nothing but <mark>.
  item.append(link, text);
  return item;
}

let waiting;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, 150);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
input.value = new URLSearchParams(location.search).get("q") ?? "";
search();
if (matchMedia("(hover: hover)").matches) input.focus();
