import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { screenshotFolder } from './workbench.ts';

/**
 * Writes `contact-sheet.html` and a picture of it beside the folder of the screenshots, and returns both paths.
 * It shows every screenshot with its name.
 */
export async function writeContactSheet(
  browser: Browser,
  folder = screenshotFolder,
): Promise<{ html: string; png: string }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted();
  const html = path.join(folder, '..', 'contact-sheet.html');
  const png = path.join(folder, '..', 'contact-sheet.png');
  await writeFile(html, sheet(names, path.basename(folder)));
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.goto(pathToFileURL(html).href); // ends when every picture is loaded
  await page.screenshot({ path: png, fullPage: true });
  await page.close();
  return { html, png };
}

const groups = ['Light', 'Dark', 'High contrast', 'Swedish', 'Others'] as const;

/** A picture is named after what it shows, and then after its theme or language. */
function groupOf(name: string): (typeof groups)[number] {
  const ending = /-(light|dark|high-contrast|swedish)\.png$/.exec(name)?.[1]?.replace('-', ' ');
  return groups.find((group) => group.toLowerCase() === ending) ?? 'Others';
}

function sheet(names: readonly string[], folder: string): string {
  const figureOf = (name: string): string => {
    const address = `${encodeURIComponent(folder)}/${encodeURIComponent(name)}`;
    const caption = escaped(name.replace(/\.png$/, ''));
    return `<figure><a href="${address}"><img src="${address}" alt="${caption}"></a><figcaption>${caption}</figcaption></figure>`;
  };
  const sections = groups.flatMap((group) => {
    const members = names.filter((name) => groupOf(name) === group);
    if (members.length === 0) return [];
    return [`<h2>${group} (${members.length})</h2>\n<main>\n${members.map(figureOf).join('\n')}\n</main>`];
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>
  body { margin: 16px; font: 14px system-ui, sans-serif; background: #ddd; color: #111; }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(480px, 1fr)); gap: 16px; }
  figure { margin: 0; }
  img { width: 100%; display: block; border: 1px solid #888; }
  figcaption { padding: 4px 0; overflow-wrap: anywhere; font-weight: 600; }
  h2 { margin: 24px 0 8px; }
</style>
<h1>${names.length} screenshots</h1>
${sections.join('\n')}
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
