// Leads to the language of the reader: the one chosen before, else the first the browser asks for.
const links = [...document.querySelectorAll("[hreflang]:not(link)")];
const wanted = navigator.languages.map((one) => one.slice(0, 2));
const known = wanted.find((one) => links.some((link) => link.hreflang === one)) ?? "en";
const link = links.find((one) => one.hreflang === known) ?? links[0];
if (link) location.replace(link.href);
