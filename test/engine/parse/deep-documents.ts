import assert from 'node:assert/strict';
import { sla } from './reading.ts';
import { processorTime } from '../../support/processor-time.ts';

/** What a stranger may nest, and what is said of it; nothing where it is read to the end. */
export const shapes: Readonly<
  Record<string, { readonly of: (levels: number) => string; readonly says?: RegExp }>
> = {
  'lists with "-"': { of: (n) => `${'- '.repeat(n)}x`, says: /^nestedTooDeep/ },
  'lists with "*"': { of: (n) => `${'* '.repeat(n)}x`, says: /^nestedTooDeep/ },
  'lists with "+"': { of: (n) => `${'+ '.repeat(n)}x`, says: /^nestedTooDeep/ },
  'numbered lists': { of: (n) => `${'1. '.repeat(n)}x`, says: /^nestedTooDeep/ },
  quotes: { of: (n) => `${'> '.repeat(n)}x`, says: /^nestedTooDeep/ },
  'quotes without blanks': { of: (n) => `${'>'.repeat(n)}x`, says: /^nestedTooDeep/ },
  'quotes and lists': { of: (n) => `${'> - 1) '.repeat(n / 3)}x`, says: /^nestedTooDeep/ },
  'quotes with lines that go on': {
    of: (n) => `${'> '.repeat(n / 2)}x\n${'y\n'.repeat(n / 10)}`,
    says: /^nestedTooDeep/,
  },
  brackets: { of: (n) => `${'['.repeat(n)}a${']'.repeat(n)}`, says: /^(?:deepBrackets|longText)/ },
  'brackets that do not close': { of: (n) => '['.repeat(n), says: /^(?:deepBrackets|longText)/ },
  links: { of: (n) => `${'['.repeat(n)}a${'](b)'.repeat(n)}`, says: /^(?:deepBrackets|longText)/ },
  images: { of: (n) => `${'!['.repeat(n)}a${'](b)'.repeat(n)}`, says: /^(?:deepBrackets|longText)/ },
  emphasis: { of: (n) => `${'*a '.repeat(n)}b${'*'.repeat(n)}` },
  'emphasis of two kinds': { of: (n) => `${'*_'.repeat(n / 2)}a${'_*'.repeat(n / 2)}` },
  strikes: { of: (n) => `${'~~a '.repeat(n)}${'~~'.repeat(n)}` },
  'parentheses of a target': { of: (n) => `[a](${'('.repeat(n)}${')'.repeat(n)})` },
  HTML: { of: (n) => `a ${'<b>'.repeat(n)}` },
  backticks: { of: (n) => `${'`'.repeat(n)}a${'`'.repeat(n)}` },
};

/** Many small ones, which together cost what they cost one by one. */
const series: Readonly<Record<string, (count: number) => string>> = {
  'quotes that end at a line that goes on with nothing': (n) => '> # h\ny\n'.repeat(n / 8),
  'quotes of code': (n) => '> ```\ny\n'.repeat(n / 8),
  'quotes of tables': (n) => '> a|b\n> -|-\ny\n'.repeat(n / 8),
  'quotes within a quote': (n) => '> > # h\n> y\n'.repeat(n / 8),
  'items within items': (n) => '- - - x\n'.repeat(n / 8),
};

export const around = (body: string): string =>
  `\n## Notes\n\n${body}\n\n## Services\n\n| Service | Hours |\n| --- | --- |\n| API | 24x7 |\n`;

/** What the cost of each is measured at: windows of quotes grow by 32, and a series is compared at like ones. */
export const measured: readonly (readonly [name: string, of: (levels: number) => string, times: number])[] = [
  ...Object.entries(shapes).map(([name, { of }]) => [name, of, 10] as const),
  ...Object.entries(series).map(([name, of]) => [name, of, 32] as const),
];

/** The most that the cost may grow. */
export const mostGrowth = (times: number): number => 1.5 * times;

/** How often the cost of so many times fewer levels it is, at the best of several runs side by side: the machine may be busy. */
export function growthOf(of: (levels: number) => string, times: number): number {
  const few = of(100_000 / times);
  const many = of(100_000);
  let least = Infinity;
  for (let run = 0; run < 5 && least > mostGrowth(times); run++)
    least = Math.min(least, costOf(many, 1) / Math.max(costOf(few, times) / times, leastMs));
  return least;
}

/** Below it the clock measures its own steps. */
const leastMs = 0.5;

function costOf(body: string, times: number): number {
  const text = around(body);
  const taken = processorTime();
  // All are kept until the end, as a large one is: what is let go at once costs the collector of garbage nothing.
  const documents = Array.from({ length: times }, () => sla(text));
  const cost = taken();
  assert.equal(documents.length, times);
  return cost;
}
