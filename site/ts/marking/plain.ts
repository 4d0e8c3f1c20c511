/** HTML without its marks, where there is no browser to read it: only to see whether anything stands there. */
export function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, "").replaceAll("&nbsp;", " ").trim();
}
