import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysInWords } from '../../../extension/engine/report/due-report.ts';
import { factValue } from '../../../extension/engine/report/fact-value.ts';
import { counted, shown } from '../../../extension/engine/report/shown.ts';
import { markdownTable, textTable } from '../../../extension/engine/report/text-table.ts';

describe('the texts of reports', () => {
  it('align columns by code points, without blanks at line ends', () => {
    const rows = [
      ['Åsa', '1', 'x'],
      ['𝒳', '10', ''],
    ];
    assert.deepEqual(textTable(rows, new Set([1])), ['Åsa   1  x', '𝒳    10']);
    assert.deepEqual(textTable([]), []);
  });

  it('let Markdown read what a cell says', () => {
    assert.deepEqual(markdownTable(['A'], [['a|b *c* <d>\n[e]']]), [
      '| A |',
      '| --- |',
      '| a\\|b \\*c\\* \\<d\\> \\[e\\] |',
    ]);
  });

  it('show days and counts in words', () => {
    assert.deepEqual([0, 1, 2, -1, -30].map(daysInWords), [
      'today',
      'in 1 day',
      'in 2 days',
      'OVERDUE by 1 day',
      'OVERDUE by 30 days',
    ]);
    assert.deepEqual(
      [counted(1, 'fix', 'fixes'), counted(0, 'fix', 'fixes'), counted(2, 'day')],
      ['1 fix', '0 fixes', '2 days'],
    );
  });

  it('show the value of a fact with its unit', () => {
    const values: readonly (readonly [value: string, unit: string, text: string])[] = [
      ['99.95', 'percent', '99.95 %'],
      ['2592', 'seconds', '2592 s (43 min 12 s)'],
      ['-90061', 'seconds', '-90061 s (minus 1 d 1 h 1 min 1 s)'],
      ['59', 'seconds', '59 s'],
      ['3600', 'seconds', '3600 s (1 h)'],
      ['0', 'seconds', '0 s'],
      ['1', 'days', '1 day'],
      ['-24', 'days', '-24 days'],
      ['582000.00 EUR', 'money', '582000.00 EUR'],
      ['2026-10-30', 'date', '2026-10-30'],
    ];
    for (const [value, unit, text] of values) assert.equal(factValue({ value, unit }), text);
  });

  it('show nothing that steers a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(shown(text), /[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u);
      }),
    );
    assert.equal(shown('a\n b\u001b[0m'), 'a b\ufffd[0m');
  });
});
