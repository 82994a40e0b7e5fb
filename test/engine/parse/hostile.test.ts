import assert from 'node:assert/strict';
import { digestOf } from '../../../extension/engine/parse/canonical.ts';
import { processorTime } from '../../support/processor-time.ts';
import { read } from './reading.ts';

describe('hostile bodies', () => {
  const table = '| Service | Hours |\n| --- | --- |\n';
  const cases: Readonly<Record<string, string>> = {
    'a table of 20,000 rows': `## Services\n${table}${'| a | 24x7 |\n'.repeat(20_000)}`,
    '10,000 headings': Array.from({ length: 10_000 }, (_, i) => `## Heading ${i}`).join('\n'),
    '10,000 times the same heading': '## Services\n'.repeat(10_000),
    '5,000 tables under a slip of the pen': `## Servces\n${table}| a | b |\n\n`.repeat(5000),
    'a line of 1 MiB': 'a '.repeat(512 * 1024),
    'a line of 1 MiB of opening brackets': '['.repeat(1024 * 1024),
    'a line of 1 MiB of emphasis': '*a '.repeat(350_000),
    'opening brackets in 200 paragraphs': `${'['.repeat(4900)}\n\n`.repeat(200),
    'comments that do not end': '<!--\n'.repeat(200_000),
    'a NUL byte': '\0\n## Services\n| \0 | Hours |\n',
    'nested quotes': `${'> '.repeat(5000)}x`,
    'nested lists': Array.from({ length: 2000 }, (_, i) => `${'  '.repeat(i % 90)}- x`).join('\n'),
    'carriage returns': 'a\r'.repeat(300_000),
    'labels that do not end': '[a\n'.repeat(100_000),
    '5,000 conflicts': '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'.repeat(5000),
    '5,000 conflicts in one wide table': `## Services\n${'| a '.repeat(500)}|\n${'| - '.repeat(500)}|\n${'<<<<<<< a\n| x |\n=======\n| y |\n>>>>>>> b\n'.repeat(5000)}`,
    'lines with pipes below an item': `## Services\n- x\n${'| a | b\n'.repeat(50_000)}`,
    'rows below a table without outer pipes': `## Services\nService | Hours\n-|-\na|b\n\n${'a | b\n'.repeat(50_000)}c`,
    'lines with pipes in a paragraph': `## Services\n${table}\nx\n${'a | b\n'.repeat(50_000)}`,
    'lines of columns': `## Services\n${'Hours | Service | x\ny\n'.repeat(30_000)}`,
    'rows of comments': `## Services\n${table}${'| <!-- a --> | ![b](c) |\n'.repeat(9000)}`,
    'halves of pairs': '\udc00## \ud800\n| \ud800 | \udc00 |\n|---|---|\n',
    'a row of 50,000 cells': `## Services\n${'| a '.repeat(50_000)}|\n${'| - '.repeat(50_000)}|\n`,
  };
  for (const [name, body] of Object.entries(cases)) {
    it(`are answered at once: ${name}`, () => {
      const taken = processorTime();
      const text = `---\nkind: sla\n---\n${body}`;
      assert.notEqual(read(text).is, 'free');
      assert.match(digestOf({ text }), /^sha256-/);
      const ms = taken();
      assert.ok(ms < 2000, `took ${Math.round(ms)} ms`);
    });
  }
});
