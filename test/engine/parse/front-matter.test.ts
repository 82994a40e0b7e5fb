import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineStarts } from '../../../extension/engine/model/text.ts';
import { readFrontMatter } from '../../../extension/engine/parse/front-matter.ts';
import { scanFrontMatter } from '../../../extension/engine/parse/scan-front-matter.ts';
import { YamlFailure } from '../../../extension/engine/parse/yaml-nodes.ts';
import { readYaml } from '../../../extension/engine/parse/yaml.ts';
import { processorTime } from '../../support/processor-time.ts';
import { listedMatter, matter } from './fragments.ts';
import { fixed, governed, key, read, said, written } from './reading.ts';

describe('front matter', () => {
  it('keeps every value as it was written, with its characters', () => {
    const text = [
      '---',
      'kind: sla',
      'title: 1.10',
      'owner: NO',
      'counterpart: 012',
      'report_due: 17:30',
      'valid_from: 2026-02-01 # a comment',
      'measured_over: "calendar month"',
      "credit_basis: 'it''s'",
      'claim_within: "30 \\u0064ays"',
      'maintenance_notice: >-',
      '  3',
      '  months',
      'review_every: 3',
      '  months',
      'credit_cap: !!str 25 %',
      '---',
    ].join('\n');
    const document = governed(text);
    const seen = Object.fromEntries(
      [
        'title',
        'owner',
        'counterpart',
        'report_due',
        'valid_from',
        'measured_over',
        'credit_basis',
        'claim_within',
        'maintenance_notice',
        'review_every',
        'credit_cap',
      ].map((name) => {
        const { source } = key(document, name);
        return [name, [source.text, written(text, source.span)]];
      }),
    );
    assert.deepEqual(seen, {
      title: ['1.10', '1.10'],
      owner: ['NO', 'NO'],
      counterpart: ['012', '012'],
      report_due: ['17:30', '17:30'],
      valid_from: ['2026-02-01', '2026-02-01'],
      measured_over: ['calendar month', 'calendar month'],
      credit_basis: ["it's", "it''s"],
      claim_within: ['30 days', '30 \\u0064ays'],
      maintenance_notice: ['3 months', '3\n  months'],
      review_every: ['3 months', '3\n  months'],
      credit_cap: ['25 %', '25 %'],
    });
    assert.equal(written(text, document.keyPlaces.get('credit_cap') ?? { start: 0, end: 0 }), 'credit_cap');
    assert.deepEqual([document.fenceSpan, written(text, document.kindSpan)], [{ start: 0, end: 3 }, 'sla']);
  });

  it('knows where each character of a value stands', () => {
    for (const [value, text] of [
      ["'a''b c'", "a'b c"],
      ['"a\\"b\\u0063d"', 'a"bcd'],
      ['>-\n  ab\n  cd', 'ab cd'],
      ['|-\n  ab\n\n  cd', 'ab\n\ncd'],
      ['ab\n  cd', 'ab cd'],
    ] as const) {
      const document = governed(`---\nkind: sla\nowner: ${value}\n---\n`);
      const { source } = key(document, 'owner');
      assert.equal(source.text, text);
      for (let i = 0; i < text.length; i++) {
        const at = source.map?.[i] ?? -1;
        if (/[abd]/.test(text.charAt(i))) assert.equal(document.text.charAt(at), text.charAt(i), value);
      }
    }
  });

  it('takes a YAML list for a comma list, with the place of each entry', () => {
    const text =
      '---\nkind: record\nattended: [anna, "erik x", \'o\']\nabsent:\n  - jonas # away\n  - ruta\n---\n';
    const document = governed(text);
    for (const [name, all, entries] of [
      ['attended', 'anna, erik x, o', ['anna', 'erik x', 'o']],
      ['absent', 'jonas, ruta', ['jonas', 'ruta']],
    ] as const) {
      const { source } = key(document, name);
      assert.equal(source.text, all);
      assert.deepEqual(
        source.items?.map(({ span }) => written(text, span)),
        entries,
      );
    }
  });

  it('reads an alias as what it stands for, at the alias', () => {
    const text = '---\nkind: sla\nclaim_within: &a 30 days\nreport_due: *a\n---\n';
    const { source } = key(governed(text), 'report_due');
    assert.deepEqual([source.text, written(text, source.span)], ['30 days', '*a']);
  });

  it('refuses language tags and runs nothing', () => {
    const ran = globalThis as { ranByFrontMatter?: boolean };
    for (const tag of ['js', 'toString', 'constructor', 'hasOwnProperty', 'json', 'coffee', 'yaml', ' js']) {
      const document = governed(
        `---${tag}\nkind: sla\nreport_due: globalThis.ranByFrontMatter = true\n---\n`,
      );
      assert.deepEqual(said(document), [`languageTag: ${tag.trim()}`]);
    }
    for (const text of [
      '---js\n{ kind: (globalThis.ranByFrontMatter = true) }\n---\n',
      '---js',
      '---toString\n---\n',
    ]) {
      const result = read(text);
      assert.deepEqual([result.is, said(result)], ['free', []], text);
    }
    assert.equal(ran.ranByFrontMatter, undefined);
  });

  it('places a quote that nothing closes where it opens', () => {
    for (const [matter, problem] of [
      ['title: "Open\nowner: anna\n', 'openQuote: "Open'],
      ['owner: anna\ntitle: "Open\n', 'openQuote: "Open'],
      ['title: "Open # no comment\n# one\nowner: "anna"\n', 'openQuote: "Open # no comment'],
      ["title: 'it''s\nowner: anna\n", "openQuote: 'it''s"],
      ['tags:\n  - a\n  - "b\nowner: anna\n', 'openQuote: "b'],
      ['tags: [a, "b, c]\nowner: anna\n', 'openQuote: "b, c]'],
      ['title: &a "b\nowner: anna\n', 'openQuote: "b'],
      ['title: "Open\n  and more\n', 'openQuote: "Open'],
      ['title: "Open: on\nowner: a: b\n', 'openQuote: "Open: on'],
      ['title: "a\\\n', 'openQuote: "a\\'],
      // What is wrong above the quote is said first.
      ['owner: a: b\ntitle: "Open\n', 'syntax: : b'],
      ['title: "a" b\n', 'syntax: b'],
    ] as const) {
      for (const text of [matter, matter.replaceAll('\n', '\r\n'), matter.replaceAll('\n', '\r')]) {
        assert.deepEqual(said(governed(`---\nkind: sla\n${text}credit_cap: 5 %\n---\n`)), [problem], matter);
      }
    }
  });

  it('says what is wrong with its first and last line, and reads the rest', () => {
    for (const [text, problem, repaired] of [
      [
        '--- # note\nkind: sla\nowner: anna\n---\nx\n',
        'openingComment: # note',
        '---\nkind: sla\nowner: anna\n---\nx\n',
      ],
      [
        '----\nkind: sla\nowner: anna\n---\nx\n',
        'openingDashes: ----',
        '---\nkind: sla\nowner: anna\n---\nx\n',
      ],
      ['---\nkind: sla\nowner: anna\n----\nx\n', 'badClosing: ----', '---\nkind: sla\nowner: anna\n---\nx\n'],
      [
        '---\nkind: sla\nowner: anna\n---x\nx\n\n---\n',
        'badClosing: ---x',
        '---\nkind: sla\nowner: anna\n---\nx\n\n---\n',
      ],
      ['---\nkind: sla\nowner: anna\n...\nx\n', 'badClosing: ...', '---\nkind: sla\nowner: anna\n---\nx\n'],
      ['---\nkind: sla\nowner: anna\n\nx\n', 'unclosed: ---', '---\nkind: sla\nowner: anna\n---\n\nx\n'],
      ['---\nkind: sla\nowner: anna', 'unclosed: ---', '---\nkind: sla\nowner: anna\n---\n'],
    ] as const) {
      const document = governed(text);
      assert.deepEqual(said(document), [problem], text);
      assert.equal(key(document, 'owner').source.text, 'anna');
      assert.equal(fixed(document), repaired);
      assert.deepEqual(said(governed(repaired)), []);
    }
  });

  it('stands any ends of lines, a byte order mark and blanks behind its fences', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\ufeff--- \t${end}# note${end}kind: sla${end}h: [x]${end}credit_cap: 5 %${end}owner: anna ${end}---  ${end}## Purpose${end}Words${end}`;
      const document = governed(text);
      assert.deepEqual(said(document), []);
      assert.equal(written(text, key(document, 'owner').source.span), 'anna');
      assert.equal(document.sections.get('purpose')?.prose, 'Words');
    }
  });

  it('loses one key to a mistake and no other', () => {
    const document = governed(
      '---\nkind: sla\ntitle: a: b\nstatus: active\nowner: "anna\ncounterpart: jonas\n---\n## Purpose\nWords\n',
    );
    assert.deepEqual(said(document), ['syntax: : b']);
    assert.deepEqual(
      ['title', 'status', 'owner', 'counterpart'].map((name) => key(document, name).state),
      ['unread', 'read', 'unread', 'read'],
    );
    assert.equal(document.status, 'active');
    assert.equal(document.sections.get('purpose')?.prose, 'Words');
  });

  it('reports keys twice, maps and lists of more than texts', () => {
    const document = governed(
      '---\nkind: sla\nowner: anna\nowner: erik\nclaim_within:\n  days: 3\nlanguage: [a, [b]]\n---\n',
    );
    assert.deepEqual(said(governed('---\nkind: sla\nowner: anna\nowner: erik\n---\n')), [
      'duplicateKey: owner',
    ]);
    assert.deepEqual(said(document), ['duplicateKey: owner', 'nestedMap: days: 3', 'listOfLists: [a, [b]]']);
    assert.equal(key(document, 'owner').source.text, 'anna');
    assert.deepEqual(
      [key(document, 'claim_within').state, key(document, 'language').state],
      ['unread', 'unread'],
    );
  });

  it("is nobody's business without a line that begins with kind:", () => {
    for (const text of [
      '---\nfoo: [\n---\n',
      '--- two words\nfoo\n---\n',
      '---\n\n# Title\n',
      '----\n\ntext\n',
      '---\nkind: recipe\n---\n',
      'kind: sla\n',
      '',
    ]) {
      const result = read(text);
      assert.deepEqual([result.is, said(result)], ['free', []], text);
    }
  });

  it('hints at the kind that was probably meant', () => {
    const result = read('---\nkind: exit-plam\n---\n# Leaving\n');
    assert.deepEqual(
      [result.is, said(result), result.headings.map(({ slug }) => slug)],
      ['free', ['nearKind'], ['leaving']],
    );
  });

  it('answers hostile input at once', () => {
    const taken = processorTime();
    const anchors = (count: number): string =>
      Array.from({ length: count }, (_, i) => `a${i}: &a${i} x`).join('\n');
    for (const [inside, problems] of [
      ['\n'.repeat(256 * 1024), ['matterTooLong: ---']],
      ['\n'.repeat(60_000), ['emptyLines: ---']],
      [`x: ${'['.repeat(2000)}`, ['tooDeep']],
      [anchors(20_000), ['matterTooLong: ---']],
      [anchors(4000), []],
      ['x: &a [*a]', ['listOfLists: [*a]']],
      ['a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]', ['listOfLists', 'listOfLists']],
      [`a: &a x\nb: [${'*a, '.repeat(65)}]`, ['tooManyAliases']],
      [`a: &a x\nb: [${'*a, '.repeat(64)}]`, []],
      [`x: ${'a'.repeat(1024 * 1024)}`, ['matterTooLong: ---']],
      ['x: a\0b', ['nulByte: \0']],
    ] as const) {
      const document = governed(
        `---\nkind: sla\nowner: anna\ncredit_cap: 5 %\n${inside}\n---\n## Purpose\nWords\n`,
      );
      const problemsSaid = said(document).map((one, i) =>
        problems[i]?.includes(':') ? one : one.replace(/:.*/s, ''),
      );
      assert.deepEqual(problemsSaid, problems, inside.slice(0, 20));
      assert.equal(key(document, 'owner').source.text, 'anna');
      assert.equal(document.sections.get('purpose')?.prose, 'Words');
    }
    const ms = taken();
    assert.ok(ms < 2000, `took ${Math.round(ms)} ms`);
  });

  it('is the same by the line scan as by YAML, places included', () => {
    let scanned = 0;
    fc.assert(
      fc.property(fc.oneof(matter, listedMatter), (inside) => {
        const text = `---\n${inside}---\n`;
        const starts = lineStarts(text);
        const quick = scanFrontMatter({ text, starts, first: 1, last: starts.length - 2 });
        if (!quick) return;
        scanned++;
        assert.deepEqual(quick, readYaml(inside, 4, []));
      }),
      { numRuns: 3000 },
    );
    assert.ok(scanned > 300);
  });

  it('has its places in order and within the value, whatever the style', () => {
    fc.assert(
      fc.property(matter, (inside) => {
        const text = `---\n${inside}---\n`;
        const problems = readFrontMatter(text, lineStarts(text));
        for (const { source, keySpan } of problems?.entries ?? []) {
          for (const one of [source, ...(source.items ?? [])]) {
            assert.ok(one.span.start >= 4 && one.span.start <= one.span.end && one.span.end <= text.length);
            if (!one.map) assert.equal(written(text, one.span).trim(), one.text.trim());
            else {
              assert.equal(one.map.length, one.text.length + 1);
              one.map.forEach((at, i) =>
                assert.ok(at >= (one.map?.[i - 1] ?? one.span.start) && at <= one.span.end),
              );
            }
          }
          assert.ok(keySpan.end <= text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('has no place behind its end, wherever it is cut off', () => {
    const cut = fc
      .tuple(matter, fc.nat(60))
      .map(([inside, less]) => `---\nkind: goals\n${inside}`.slice(0, -less || undefined));
    const unfinished = [
      'owner:\n -',
      'owner:\n - ',
      'owner: [',
      'owner: "',
      'owner: >',
      'owner:',
      '-',
      'a: &b',
      'a: *',
    ];
    const ends = fc.constantFrom(...unfinished).map((end) => `---\nkind: goals\n${end}`);
    fc.assert(
      fc.property(fc.oneof(cut, ends), (text) => {
        for (const { source, keySpan } of readFrontMatter(text, lineStarts(text))?.entries ?? [])
          for (const one of [source, ...(source.items ?? [])])
            for (const at of [one.span.start, one.span.end, ...(one.map ?? []), keySpan.end])
              assert.ok(at <= text.length, JSON.stringify([text, one]));
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails but in one way', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          readYaml(text, 0, []);
        } catch (thrown) {
          assert.ok(thrown instanceof YamlFailure);
        }
      }),
    );
  });
});
