/** The language switch leads to the same place of the twin page. */
function place(): string {
  if (location.hash) return location.hash;
  const passed = [...document.querySelectorAll<HTMLElement>("main [id]")].filter(
    (element) => /^(H[2-4]|SECTION)$/.test(element.tagName) && element.getBoundingClientRect().top < innerHeight / 3,
  );
  return passed.length > 0 ? `#${passed.at(-1)!.id}` : "";
}

export function keepPlace(link: HTMLAnchorElement): void {
  link.addEventListener("click", () => {
    link.hash = place();
  });
}
