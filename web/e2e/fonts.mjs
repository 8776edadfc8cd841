// The letters of the pictures: the same on every machine that has Inter, Noto Sans CJK and Noto Color Emoji.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CONFIG = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern"><test name="family"><string>system-ui</string></test><edit name="family" mode="prepend" binding="strong"><string>Inter</string></edit></match>
  <match target="pattern"><test name="family"><string>sans-serif</string></test><edit name="family" mode="prepend" binding="strong"><string>Inter</string><string>Noto Sans CJK SC</string></edit></match>
</fontconfig>`;

/** The environment in which Chromium finds these fonts first. */
export function withFonts() {
  const file = join(mkdtempSync(join(tmpdir(), "laiwang-fonts-")), "fonts.conf");
  writeFileSync(file, CONFIG);
  return { ...process.env, FONTCONFIG_FILE: file };
}
