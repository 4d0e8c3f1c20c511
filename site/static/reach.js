// What scrolls sideways can be reached and scrolled by keyboard; what fits is no stop on the way.
const WIDE = ".formula, .wide, pre, .fill, .explore, .deck .card";
let waiting = 0;

function reach() {
  waiting = 0;
  for (const element of document.querySelectorAll(WIDE)) {
    const scrolls = element.scrollWidth > element.clientWidth + 1;
    if (scrolls && !element.hasAttribute("tabindex")) element.tabIndex = 0;
    else if (!scrolls && element.tabIndex === 0) element.removeAttribute("tabindex");
  }
}

function soon() {
  waiting ||= requestAnimationFrame(reach);
}

addEventListener("resize", soon);
new MutationObserver(soon).observe(document.querySelector("main"), { childList: true, subtree: true });
document.fonts.ready.then(soon);
reach();
