import assert from 'node:assert/strict';
import { digestOf } from '../../../extension/engine/parse/canonical.ts';
import { rows, said, sla } from './reading.ts';
import { processorTime } from '../../support/processor-time.ts';

/** What a stranger may nest, and what is said of it; nothing where it is read to the end. */
const shapes: Readonly<Record<string, { readonly of: (levels: number) => string; readonly says?: RegExp }>> =
  {
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

const around = (body: string): string =>
  `\n## Notes\n\n${body}\n\n## Services\n\n| Service | Hours |\n| --- | --- |\n| API | 24x7 |\n`;

describe('depth', () => {
  for (const [name, { of, says }] of Object.entries(shapes)) {
    it(`is answered by a reading or a finding, and the rest is read: ${name}`, () => {
      for (const levels of [4000, 100_000]) {
        const document = sla(around(of(levels)));
        assert.equal(rows(document, 'services').length, 1);
        const [first = ''] = said(document);
        if (says) assert.match(first, says);
        else if (levels === 4000) assert.equal(first, '');
        else assert.match(first, /^(?:longText|$)/);
      }
    });
  }

  it('of a digest is as good as that of a reading', () => {
    for (const { of } of Object.values(shapes)) {
      const text = around(of(100_000));
      assert.notEqual(digestOf({ text }), digestOf({ text: text.replace('API', 'Web') }));
    }
  });

  it('that a person may write is read, and nothing is said', () => {
    const levels = 20;
    const list = Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- item ${i}`).join('\n');
    for (const body of [list, `${'> '.repeat(levels)}x`, `see ${'['.repeat(40)}a${']'.repeat(40)}[b](c.md)`])
      assert.deepEqual(said(sla(around(body))), []);
  });

  it('beyond the bound leaves a mark as text, and what follows as it is', () => {
    const document = sla(around(`${'- '.repeat(21)}x\n\n> y`));
    assert.deepEqual(said(document), ['nestedTooDeep: - x']);
    const twice = sla(around(`${'- '.repeat(22)}x\n\ny\n\n${'> '.repeat(22)}x`));
    assert.deepEqual(said(twice), ['nestedTooDeep: - - x', 'nestedTooDeep: > > x']);
  });

  it('of brackets is counted where they are open, and links beside many are read', () => {
    const many = '[a](b.md) [ ] \\[ '.repeat(300);
    const document = sla(around(many));
    assert.deepEqual(said(document), []);
    assert.equal(document.proseLinks.length, 300);
    const row = `| ${'['.repeat(51)}a${']'.repeat(51)}(b.md) | 24x7 |`;
    const cell = sla(`\n## Services\n\n| Service | Hours |\n| --- | --- |\n${row}\n`);
    assert.deepEqual(said(cell), [`deepBrackets: ${row.split(' ')[1] ?? ''}`]);
  });

  // Half as much again as in proportion is allowed: ten times the levels may take fifteen times as long. What grows
  // with their square takes a hundred times. Windows of quotes grow by 32, and a series is compared at like ones.
  for (const [name, of, times] of [
    ...Object.entries(shapes).map(([name, shape]) => [name, shape.of, 10] as const),
    ...Object.entries(series).map(([name, of]) => [name, of, 32] as const),
  ]) {
    it(`costs time in proportion: ${name}`, () => {
      const few = of(100_000 / times);
      const many = of(100_000);
      const most = 1.5 * times;
      // The best of several runs, side by side: the machine may be busy with something else.
      let least = Infinity;
      for (let run = 0; run < 5 && least > most; run++)
        least = Math.min(least, costOf(many, 1) / Math.max(costOf(few, times) / times, leastMs));
      assert.ok(least <= most, `${least.toFixed(1)} times the cost for ${times} times the levels`);
    });
  }
});

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
