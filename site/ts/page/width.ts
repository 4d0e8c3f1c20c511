/** How wide a picture is drawn: its words never shrink, so a phone gets a narrower picture and not a smaller one. */
const PHONE = 720;

export function pictureWidth(): number {
  return innerWidth < PHONE ? Math.max(300, innerWidth - 32) : 660;
}
