import { sharesSaid } from '../kinds/ownership-map/shares-said.ts';
import { knownSides, type KnownSide, type QuarterShares } from '../model/knowledge.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';
import { tenthsOf } from './knowledge-bar.ts';
import { componentSaid, isTold, knowledgeText, untoldSaid } from './knowledge-report.ts';
import type { ComponentStanding, KnowledgeStanding } from './knowledge-standing.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain } from './paint.ts';
import { shown } from './shown.ts';

/** Lengths in pixels. */
const width = 760;
const margin = 20;
const lineHeight = 18;
const gap = 14;
const barWidth = 56;
const barGap = 32;
/** So high is all of a quarter. */
const barHeight = 100;
/** As much of ordinary text as there is room for. */
const charactersInLine = 96;
const linesAtMost = 4;
/** As many as have room side by side. */
const barsAtMost = 8;
const smallLineHeight = 15;

/**
 * The same as one picture, in SVG: for each component a bar a quarter, divided by side. It holds no script and refers to
 * nothing outside, its description says all of it in text, and it follows the light or dark scheme of who looks at it.
 */
export function knowledgePicture(
  standings: readonly KnowledgeStanding[],
  language: ReportLanguage = english,
): string {
  const page = new Page();
  const columns = columnsOf(standings);
  page.legend(language);
  for (const standing of standings) {
    page.line(standing.title, 'strong');
    for (const one of standing.components.filter(isTold)) addComponent(page, one, columns, language);
    page.gap();
    for (const said of untoldSaid(standing)) page.line(language.say(said));
  }
  const title = escaped(language.say(say('Who works on what, and what the knowledge transfer says')));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${page.height}" viewBox="0 0 ${width} ${page.height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${title}</title>`,
    `<desc id="desc">${inXml(knowledgeText(standings, plain, language))}</desc>`,
    style,
    `<rect class="page" width="${width}" height="${page.height}"/>`,
    ...page.parts,
    '</svg>',
    '',
  ].join('\n');
}

const style = `<style>
.page { fill: #ffffff }
text { fill: #1f2328; font: 13px sans-serif }
.strong { font-weight: bold; font-size: 15px }
.component { font-weight: bold }
.small { font-size: 11px }
.client { fill: #1f6feb }
.supplier { fill: #d97706 }
.unknown { fill: #8b949e }
@media (prefers-color-scheme: dark) {
.page { fill: #0d1117 }
text { fill: #e6edf3 }
.client { fill: #58a6ff }
.supplier { fill: #e3a008 }
}
</style>`;

/** What has been drawn so far, from above. */
class Page {
  readonly parts: string[] = [];
  #y = margin;

  get height(): number {
    return this.#y + margin;
  }

  legend({ say: inLanguage }: ReportLanguage): void {
    const names = { client: say('client'), supplier: say('supplier'), unknown: say('not known') };
    this.#y += lineHeight;
    knownSides.forEach((side, i) => {
      const x = margin + i * 120;
      this.parts.push(
        `<rect class="${side}" x="${x}" y="${this.#y - 11}" width="12" height="12"/>`,
        textAt(x + 18, this.#y, inLanguage(names[side])),
      );
    });
  }

  gap(): void {
    this.#y += gap;
  }

  /** A text, in as many lines as it takes. */
  line(text: string, look = ''): void {
    if (look !== '') this.gap();
    for (const one of broken(shown(text))) {
      this.#y += lineHeight;
      this.parts.push(textAt(margin, this.#y, one, look));
    }
  }

  /** The bars of the quarters, each in its column, with their figures below. */
  bars(
    quarters: readonly QuarterShares[],
    columns: readonly string[],
    { say: inLanguage }: ReportLanguage,
  ): void {
    if (quarters.length === 0) return;
    const top = this.#y + 12;
    columns.forEach((column, i) => {
      const x = margin + i * (barWidth + barGap);
      const quarter = quarters.find((one) => one.quarter === column);
      this.parts.push(
        ...(quarter ? segments(quarter, x, top) : []),
        textAt(x, top + barHeight + 16, column, 'small'),
      );
    });
    this.#y = top + barHeight + 18;
    for (const { quarter, sides } of quarters) {
      this.#y += smallLineHeight;
      this.parts.push(textAt(margin, this.#y, `${quarter}: ${inLanguage(sharesSaid(sides))}`, 'small'));
    }
  }
}

/**
 * The quarters from the first with work on anything to the last, so that the bars of components stand below each other and a
 * quarter without work is a gap; undefined where these are more than have room, as of snapshots of other times.
 */
function columnsOf(standings: readonly KnowledgeStanding[]): readonly string[] | undefined {
  const all = standings
    .flatMap(({ components }) =>
      components.flatMap(({ work }) =>
        'unknown' in work ? [] : work.quarters.map(({ quarter }) => quarter),
      ),
    )
    .sort(compareText);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [begin, end] = [numberOf(first), numberOf(last)];
  const count = end - begin + 1;
  return count > barsAtMost ? undefined : Array.from({ length: count }, (_, i) => quarterOf(begin + i));
}

/** Of `2026-Q1`. */
function numberOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

function quarterOf(number: number): string {
  return `${String(Math.floor(number / 4)).padStart(4, '0')}-Q${(number % 4) + 1}`;
}

function addComponent(
  page: Page,
  one: ComponentStanding,
  columns: readonly string[] | undefined,
  language: ReportLanguage,
): void {
  page.line(one.component, 'component');
  if (!('unknown' in one.work)) {
    const quarters = one.work.quarters.slice(-barsAtMost);
    page.bars(quarters, columns ?? quarters.map(({ quarter }) => quarter), language);
  }
  for (const said of componentSaid(one)) page.line(language.say(said));
}

/** From below: client, supplier, not known. Heights are tenths of a pixel, exactly as the shares. */
function segments({ sides }: QuarterShares, x: number, top: number): readonly string[] {
  let below = 0;
  return knownSides.flatMap((side: KnownSide) => {
    const tenths = Math.min(tenthsOf(sides[side]), barHeight * 10 - below);
    if (tenths === 0) return [];
    below += tenths;
    const y = inPixels(top * 10 + barHeight * 10 - below);
    return [`<rect class="${side}" x="${x}" y="${y}" width="${barWidth}" height="${inPixels(tenths)}"/>`];
  });
}

function inPixels(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function textAt(x: number, y: number, text: string, look = ''): string {
  const its = look === '' ? '' : ` class="${look}"`;
  return `<text${its} x="${x}" y="${y}">${escaped(text)}</text>`;
}

/** A text in lines, broken between words where there is no room left; what is too long for all of them ends in "…". */
function broken(text: string): readonly string[] {
  const lines: string[] = [];
  let line: readonly string[] = [];
  for (const word of text.split(' ').map((one) => [...one])) {
    const longer = line.length === 0 ? word : [...line, ' ', ...word];
    if (longer.length <= charactersInLine) line = longer;
    else {
      if (line.length > 0) lines.push(line.join(''));
      line = word;
    }
  }
  lines.push(line.join(''));
  const isCut = lines.length > linesAtMost;
  return lines.slice(0, linesAtMost).map((one, i) => {
    const characters = [...one];
    const isLong = characters.length > charactersInLine || (isCut && i === linesAtMost - 1);
    return isLong ? `${characters.slice(0, charactersInLine - 1).join('')}…` : one;
  });
}

function escaped(text: string): string {
  return inXml(shown(text));
}

/** Text between tags; what XML allows nowhere is replaced. */
function inXml(text: string): string {
  return text
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
