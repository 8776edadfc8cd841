// QR codes for cameras and files, as people hold them before another device.
import { writeFileSync } from "node:fs";

const [WIDTH, HEIGHT] = [640, 480];

/** The code that a page shows, as a picture. */
export const pictureOf = async (page) => ({ name: "code.png", mimeType: "image/png", buffer: await page.locator(".link-code").screenshot() });

/** Let a camera that plays this file (YUV4MPEG2) see the code that a page shows. */
export async function filmCode(page, file) {
  const squares = await page.locator(".link-code path").last().getAttribute("d");
  const side = Number((await page.locator(".link-code").getAttribute("viewBox")).split(" ")[2]);
  const scale = Math.floor(HEIGHT / side);
  const [left, top] = [(WIDTH - side * scale) >> 1, (HEIGHT - side * scale) >> 1];
  const light = Buffer.alloc(WIDTH * HEIGHT, 235);
  for (const [, x, y] of squares.matchAll(/M(\d+) (\d+)h/g)) {
    for (let row = 0; row < scale; row += 1) {
      const from = (top + Number(y) * scale + row) * WIDTH + left + Number(x) * scale;
      light.fill(16, from, from + scale);
    }
  }
  const frame = Buffer.concat([Buffer.from("FRAME\n"), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), frame, frame]));
}
