import assert from 'node:assert/strict';
import fc from 'fast-check';
import { daysLeftSaid } from '../../../extension/engine/report/due-report.ts';
import { loadRuleTexts } from '../../../extension/engine/report/load-rule-texts.ts';
import { ruleText } from '../../../extension/engine/report/rules-report.ts';
import { inEnglish, say, type Said } from '../../../extension/engine/model/said.ts';
import { factSaid } from '../../../extension/engine/values/fact-said.ts';
import { renderRuleTexts } from '../../../scripts/generate/rule-texts.ts';
import { factsMarkdown } from '../../../extension/engine/report/facts-report.ts';
import { checkRules, dueRules } from '../../../extension/engine/index.ts';
import { shown, shownJson, shownName } from '../../../extension/engine/report/shown.ts';
import { markdownTable, textTable } from '../../../extension/engine/report/text-table.ts';

function valueOf(fact: Parameters<typeof factSaid>[0]): string {
  return inEnglish(factSaid(fact));
}

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
      said: say('2026-12-30'),
      data: {},
    };
    const chain = [{ name: 'end', date: '2027-06-30', from: '2026-12-30', by: say('6 months') }];
    assert.equal(
      factsMarkdown([{ ...fact, chain }, fact], '2026-11-23'),
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
      factsMarkdown([{ ...fact, chain }], '2026-11-23', shouting),
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

  it('tell of every rule why it exists, what it reports, and what is well', async () => {
    const texts = await loadRuleTexts();
    for (const rule of [...checkRules, ...dueRules]) {
      const text = texts[rule.code];
      assert.ok(text, rule.code);
      assert.match(
        text.reason,
        /^\S[^]{60,}[.:]$/,
        `${rule.code}: say in test/rules/${rule.code}-${rule.name}.md, before the first case, why the rule exists.`,
      );
      assert.notDeepEqual(text.bad.says, [], rule.code);
      assert.deepEqual(text.good.says, [], rule.code);
      for (const { files } of [text.bad, text.good]) {
        assert.notEqual(files.length, 0, rule.code);
        for (const file of files.filter(({ path }) => path.endsWith('.md')))
          assert.match(file.text, /^(?:---\n[^]*)?kind: |^<{7}/m, `${rule.code} ${file.path}`);
      }
      assert.notDeepEqual(text.bad.files, text.good.files, rule.code);
      const page = ruleText(rule, text);
      assert.ok(page.startsWith(`${rule.code} ${rule.name}\n${rule.meta.summary}\n\n`));
      assert.match(page, /\nBad example: \S[^]*\nGood example: \S[^]*Outrigger says nothing\.\n$/);
      assert.doesNotMatch(page, /\{\{|undefined/);
    }
    assert.equal(Object.keys(texts).length, checkRules.length + dueRules.length);
  });

  it('are not generated of a rule that lacks one of the three', () => {
    const rule = checkRules.find(({ code }) => code === 'SLA001')!;
    const reason = 'Nobody is up all the time.\n\n';
    const one = (title: string, says: string): string =>
      `## ${title}\n\n\`\`\`\`md path=sla.md\n---\nkind: sla\n---\n\`\`\`\`\n\n\`\`\`\`findings\n${says}\`\`\`\`\n\n`;
    const bad = one('reports it (example)', 'sla.md:2:1-2:2 warning It says so.\n');
    const good = one('says nothing (good example)', '');
    const generated = (fixture: string): string => renderRuleTexts([rule], () => `# SLA001\n\n${fixture}`);
    assert.match(generated(reason + bad + good), /"says":\["warning: It says so\."\]/);
    assert.throws(() => generated(bad + good), /says nothing between/);
    assert.throws(() => generated(reason + good), /has no case "\.\.\. \(example\)"/);
    assert.throws(() => generated(reason + bad), /has no case "\.\.\. \(good example\)"/);
    assert.throws(
      () => generated(reason + bad + one('x (good example)', 'sla.md:2:1-2:2 info Y.\n')),
      /good example/,
    );
  });

  it('show days in words', () => {
    assert.deepEqual(
      [0, 1, 2, -1, -30].map((days) => inEnglish(daysLeftSaid(days))),
      ['today', 'in 1 day', 'in 2 days', 'OVERDUE by 1 day', 'OVERDUE by 30 days'],
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
    for (const [value, unit, text] of values) assert.equal(valueOf({ value, unit }), text);
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
