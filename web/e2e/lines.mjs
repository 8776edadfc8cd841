// Long conversations in stories: lines said as "line 1 …", "line 2 …", and scrolling by what is seen of them.

/** The lines in sight, and how many are drawn. */
const look = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector(".timeline").getBoundingClientRect();
    const texts = [...document.querySelectorAll(".row .text")].filter((text) => /^line \d+ /.test(text.textContent));
    const seen = texts.filter((text) => {
      const { top, bottom } = text.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    });
    return { seen: seen.map((text) => Number(/^line (\d+) /.exec(text.textContent)[1])), drawn: texts.length };
  });

/**
 * Scrolls by `dy` px at a time until line `goal` is in sight, and answers all lines that came by, sorted, and how many were drawn at once
 * at most: of a long conversation only what is near is drawn.
 */
export async function scrollPast(page, dy, goal) {
  const passed = new Set();
  let most = 0;
  for (let i = 0; i < 200 && !passed.has(goal); i += 1) {
    const { seen, drawn } = await look(page);
    if (seen.some((line, at) => at > 0 && line <= seen[at - 1])) throw new Error(`lines are out of order: ${seen.join()}`);
    seen.forEach((line) => passed.add(line));
    most = Math.max(most, drawn);
    await page.evaluate((dy) => (document.querySelector(".timeline").scrollTop += dy), dy);
    await page.waitForTimeout(60); // a thumb does not go on before it sees something either
  }
  return { lines: [...passed].sort((a, b) => a - b), most };
}
