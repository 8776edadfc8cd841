// Colours that people choose for their words, made readable on the ground they come to stand on. Pure.
const CONTRAST_MIN = 4.5;
const STEPS = 20;

type Rgb = [number, number, number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Between 1 and 21, as WCAG counts it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(rgbOf(one)), luminance(rgbOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Black or white, whichever is read better on `ground`. */
export const plainOn = (ground: string): string => (contrast("#ffffff", ground) > contrast("#000000", ground) ? "#ffffff" : "#000000");

/** The colour, or the nearest to it towards black or white that can be read on `ground`. */
export function readable(colour: string, ground: string): string {
  if (contrast(colour, ground) >= CONTRAST_MIN) return colour;
  const end = rgbOf(plainOn(ground));
  const from = rgbOf(colour);
  for (let step = 1; step < STEPS; step += 1) {
    const mixed = hexOf(from.map((part, i) => part + ((end[i]! - part) * step) / STEPS) as Rgb);
    if (contrast(mixed, ground) >= CONTRAST_MIN) return mixed;
  }
  return hexOf(end);
}
