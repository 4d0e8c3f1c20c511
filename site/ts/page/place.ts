/** The language switch leads to the same place of the twin page. */
const STAY = 1000;
const TOP = 120;
let stayed = location.hash;

/** The last heading above what is being read, else what the address says. */
function place(): string {
  const passed = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id], main section[id]")].filter(
    (element) => element.getBoundingClientRect().top < TOP,
  );
  return passed.length > 0 ? `#${passed.at(-1)!.id}` : location.hash;
}

/** The switch stands at the top: what counts is where the reader stayed before scrolling up to it. */
function follow(): void {
  let timer = 0;
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (stayed = place()), STAY) as unknown as number;
  };
  addEventListener("scroll", note, { passive: true });
  note();
}

export function keepPlace(links: HTMLAnchorElement[]): void {
  follow();
  for (const link of links) link.addEventListener("click", () => (link.hash = stayed || location.hash));
}
