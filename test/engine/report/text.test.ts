import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysInWords } from '../../../extension/engine/report/due-report.ts';
import { rulePage } from '../../../extension/engine/report/rule-page.ts';
import type { Said } from '../../../extension/engine/model/said.ts';
import { inEnglish } from '../../../extension/engine/values/say.ts';
import { factsMarkdown } from '../../../extension/engine/report/facts-report.ts';
import { checkRules, dueRules } from '../../../extension/engine/index.ts';
import { factValue } from '../../../extension/engine/report/fact-value.ts';
import { counted, shown, shownJson, shownName } from '../../../extension/engine/report/shown.ts';
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

  it('give facts as Markdown, by file, with their working and its dates', () => {
    const fact = {
      name: 'true-last-day',
      path: 'a_b/engagement.md',
      range: { start: { line: 11, character: 0 }, end: { line: 11, character: 1 } },
      at: 'end',
      value: '2026-12-30',
      unit: 'date',
      how: 'Counted *back*.',
      working: { template: 'Counted *back*.', data: {} },
      data: { chain: [{ name: 'end', date: '2027-06-30', from: '2026-12-30', by: '6 months' }] },
    };
    assert.equal(
      factsMarkdown([fact, { ...fact, data: {} }], '2026-11-23'),
      [
        'As of 2026-11-23: 2 facts.',
        '',
        '## a\\_b/engagement.md',
        '',
        '- **true-last-day**: 2026-12-30 (end, line 12)',
        '',
        '  Counted \\*back\\*.',
        '',
        '  - 2027-06-30 end = 2026-12-30 6 months',
        '',
        '- **true-last-day**: 2026-12-30 (end, line 12)',
        '',
        '  Counted \\*back\\*.',
        '',
      ].join('\n'),
    );
    assert.equal(factsMarkdown([], '2026-11-23'), 'As of 2026-11-23: 0 facts.\n');
    const shouting = {
      say: (said: Said): string => inEnglish(said).toUpperCase(),
      name: (name: string): string => `<${name}>`,
      place: (at: string): string => `at ${at}`,
    };
    assert.equal(
      factsMarkdown([fact], '2026-11-23', shouting),
      [
        'AS OF 2026-11-23: 1 FACT.',
        '',
        '## a\\_b/engagement.md',
        '',
        '- **\\<true-last-day\\>**: 2026-12-30 (AT END, LINE 12)',
        '',
        '  COUNTED \\*BACK\\*.',
        '',
        '  - 2027-06-30 \\<end\\> = \\<2026-12-30\\> 6 MONTHS',
        '',
      ].join('\n'),
    );
  });

  it('give every rule a page that names what it reads and says', () => {
    for (const rule of [...checkRules, ...dueRules]) {
      const page = rulePage(rule);
      assert.ok(page.startsWith(`# ${rule.code} ${rule.name}\n\n${rule.meta.summary}.\n`));
      assert.match(page, /\n## What it says\n\n- \S/);
      assert.doesNotMatch(page, /\{\{|undefined/);
    }
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
      ['2592', 'seconds', '2 592 s (43 min 12 s)'],
      ['-90061', 'seconds', '-90 061 s (minus 1 d 1 h 1 min 1 s)'],
      ['59', 'seconds', '59 s'],
      ['3600', 'seconds', '3 600 s (1 h)'],
      ['0', 'seconds', '0 s'],
      ['1', 'days', '1 day'],
      ['-24', 'days', '-24 days'],
      ['582000.00 EUR', 'money', '582 000 EUR'],
      ['582000.50 EUR per month', 'money', '582 000.50 EUR per month'],
      ['123457 JPY', 'money', '123 457 JPY'],
      ['99.898000', 'percent', '99.898 %'],
      ['0.00', 'percent', '0 %'],
      ['100', 'percent', '100 %'],
      ['2026-10-30', 'date', '2026-10-30'],
    ];
    for (const [value, unit, text] of values) assert.equal(factValue({ value, unit }), text);
  });

  it('show nothing that steers a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(shown(text), /[\p{Cc}\p{Bidi_Control}]/u);
        assert.doesNotMatch(shownName(text), /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
        assert.deepEqual(JSON.parse(shownJson({ text })), { text });
        assert.doesNotMatch(shownJson({ text }), /[^\P{Cc}\n]|\p{Bidi_Control}/u);
      }),
    );
    assert.equal(shown('a\n b\u001b[0m\u009b'), 'a b\\u001b[0m\\u009b');
    assert.equal(shownName('a\n  b\u202e.md'), 'a\\u000a  b\\u202e.md');
  });
});
