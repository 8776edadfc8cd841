// A QR code as a drawing: one path of squares, on screen, as SVG and as PNG.
import { encodeQR } from "qr";

const BORDER = 3;
const PNG_PX = 1024;

/** The squares of a text, with a quiet border around them. */
export function squares(text: string): boolean[][] {
  return encodeQR(text, "raw", { ecc: "medium", border: BORDER });
}

/** The dark squares as one path, in units of a square. */
export const pathOf = (rows: readonly boolean[][]): string =>
  rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");

export const svgOf = (rows: readonly boolean[][]): Blob =>
  new Blob(
    [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${pathOf(rows)}"/></svg>`],
    { type: "image/svg+xml" },
  );

export function pngOf(rows: readonly boolean[][]): Promise<Blob | null> {
  const side = Math.max(1, Math.floor(PNG_PX / rows.length));
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side * rows.length;
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  rows.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x * side, y * side, side, side)));
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
