import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkRules, dueRules, factDefinitions } from '../../extension/engine/index.ts';
import type { CheckRule } from '../../extension/engine/rules/define.ts';
import { readFixtureFile } from '../support/read-fixture.ts';
import { readsToAdd, wrongReads, type Change } from '../support/reads-advice.ts';
import { TwoEvaluators } from '../support/two-evaluators.ts';

const root = path.join(import.meta.dirname, '../..');
const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
/** All cases and all lines of one rule with `READS=SLA004`, of all with `READS=all`, which takes a minute; else some. */
const asked = process.env['READS'];
const isThorough = asked !== undefined;
const then = 'then run npm test -- test/engine/reads.test.ts';

interface Case {
  readonly title: string;
  readonly rules: readonly CheckRule[];
  readonly files: ReadonlyMap<string, string>;
}

/**
 * `meta.reads` tells the evaluator when a rule must be asked again. A rule that reads a place which is
 * not among them answers from the past: found here by putting the files of every fixture in one after
 * the other, and by editing lines, beside an evaluator that knows no past.
 */
describe('reads', () => {
  const cases = [...casesIn('test/rules'), ...casesIn('test/facts')].filter(({ title }, i) =>
    isThorough ? asked === 'all' || title.startsWith(`${asked}-`) : i % 16 === 0,
  );

  it('are held against cases', () => assert.ok(cases.length > 0, `no fixture is called "${asked}"`));

  for (const [name, order] of Object.entries({
    'in order': (paths: readonly string[]) => paths,
    'from the last': (paths: readonly string[]) => [...paths].reverse(),
    'from the middle': (paths: readonly string[]) => {
      const half = paths.length >> 1;
      return [...paths.slice(half), ...paths.slice(0, half)];
    },
  })) {
    it(`name what a rule reads: files come and go ${name}`, () => {
      assertNone(
        staleRules(cases, (one, check) => {
          const paths = order([...one.files.keys()].sort());
          for (const file of paths) check('came', file, one.files.get(file));
          for (const file of paths) {
            check('went', file, undefined);
            check('came back', file, one.files.get(file));
          }
        }),
      );
    }).timeout(120_000);
  }

  it('name what a rule reads: lines change', () => {
    let turn = 0;
    assertNone(
      staleRules(cases, (one, check) => {
        for (const [file, text] of one.files) check('came', file, text);
        for (const [file, text] of one.files) {
          const lines = text.split('\n');
          const cells = cellsOf(lines);
          for (let i = 1; i < lines.length; i++) {
            turn++;
            if (!isThorough && turn % 4 !== 0) continue;
            check(
              `line ${i + 1} edited`,
              file,
              withEdit(lines, i, isThorough ? turn % 4 : (turn >> 2) % 4, cells),
            );
            if (turn % 3 === 0) check('restored', file, text);
          }
          check('restored', file, text);
        }
      }),
    );
  }).timeout(300_000);

  it('name places that there are', () => {
    const all = [...checkRules, ...dueRules].map(({ code, name, meta }) =>
      wrongReads(code, name, meta.reads),
    );
    const facts = factDefinitions.map(({ name, reads }) => wrongReads(name, name, reads));
    assertNone([...all, ...facts].flatMap((one) => one ?? []));
  });

  it('are compared with what they are compared with', () => {
    const blind: CheckRule = {
      ...checkRules.find(({ code }) => code === 'DOC002')!,
      meta: { ...checkRules.find(({ code }) => code === 'DOC002')!.meta, reads: ['sla/Services.Hours'] },
    };
    const results = (measure: string): string =>
      `---\nkind: record\ntype: service-review\nstatus: final\nheld: 2026-02-05\n---\n\n## Results\n\n| Of | Measure | Result |\n| --- | --- | --- |\n| API | availability | 99 % |\n| API | ${measure} | 99 % |\n`;
    const its: Case = {
      title: 'blind',
      rules: [blind],
      files: new Map([
        ['engagement.md', healthy],
        ['review.md', results('throughput')],
      ]),
    };
    const stale = staleRules([its], (one, check) => {
      for (const [file, text] of one.files) check('came', file, text);
      // No name has changed by it.
      check('twice', 'review.md', results('availability'));
      check('moved', 'review.md', results('availability').replace('## Results', 'A line.\n\n## Results'));
    });
    assert.equal(stale.length, 1);
    assert.match(
      stale[0]!,
      /^extension\/engine\/rules\/any\/names-unique\.ts: DOC002: in `reads`, add 'record\/Results\.\w+'.*; then run .+\nAfter "twice" of review\.md in "blind" it says\n.*\ninstead of\nDOC002 /,
    );
  });
});

describe('what to write into reads', () => {
  const ruleOf = (code: string, reads: readonly string[] = []): CheckRule => {
    const rule = checkRules.find((one) => one.code === code)!;
    return { ...rule, meta: { ...rule.meta, reads } };
  };
  const sla = (cap: string, restore: string): string =>
    `---\nkind: sla\nstatus: active\ncredit_cap: ${cap}\n---\n\n## Incidents\n\n| Priority | Respond | Restore |\n| --- | --- | --- |\n| P1 | 1 hour | ${restore} |\n\n## Service credits\n\n| Service | Measure | From | Below | Credit |\n| --- | --- | --- | --- | --- |\n| API | availability | 0 % | 99 % | 10 % |\n`;
  const scope = (item: string): string =>
    `${healthy}\n## In scope\n\n- Shop\n\n## Out of scope\n\n- ${item}\n`;

  it('is the key, the column or the section that the rule looks at and that changed', () => {
    const known: Change = ['engagement.md', healthy];
    assert.equal(
      readsToAdd(ruleOf('SLA007'), [
        known,
        ['sla.md', sla('20 %', '4 hours')],
        ['sla.md', sla('5 %', '4 hours')],
      ]),
      `extension/engine/kinds/sla/rules/credit-cap-fits.ts: SLA007: in \`reads\`, add 'sla/credit_cap'; ${then}`,
    );
    const times = [known, ['sla.md', sla('20 %', '4 hours')], ['sla.md', sla('20 %', '10 minutes')]] as const;
    assert.equal(
      readsToAdd(ruleOf('SLA010'), times),
      `extension/engine/kinds/sla/rules/incident-times-ordered.ts: SLA010: in \`reads\`, add 'sla/Incidents.Restore'; ${then}`,
    );
    assert.equal(
      readsToAdd(ruleOf('ENG012'), [
        ['engagement.md', scope('Till')],
        ['engagement.md', scope('Shop')],
      ]),
      `extension/engine/kinds/engagement/rules/scope-lists-disjoint.ts: ENG012: in \`reads\`, add 'engagement/Out of scope'; ${then}`,
    );
  });

  it('is nothing where no entry would have the rule asked', () => {
    let asked = 0;
    const moody: CheckRule = {
      ...ruleOf('ENG012'),
      messages: { often: '{{times}}' },
      engagement: (view, report) =>
        report.wrong(view.lead!.keys.kind!, 'often', { times: String(++asked) } as never),
    };
    assert.match(
      readsToAdd(moody, [['engagement.md', healthy]]),
      /scope-lists-disjoint\.ts: ENG012: no entry of `reads` mends it: .+definitions\.ts; then run npm test/,
    );
  });

  it('is without what the format does not have', () => {
    const wrong = wrongReads('SLA003', 'every-service-has-level', [
      'sla/Services.Service',
      'sla/Services.Servise',
      'goals/Services.Service',
      'file/lines',
    ]);
    assert.equal(
      wrong,
      `extension/engine/kinds/sla/rules/every-service-has-level.ts: SLA003: in \`reads\`, remove 'sla/Services.Servise', 'goals/Services.Service', 'file/lines', which the format does not have, and add 'file/links'; ${then}`,
    );
    assert.equal(wrongReads('SLA003', 'every-service-has-level', ['*/owner', 'file/text']), undefined);
  });
});

/** Fails with the lines as they are, to be read and pasted from. */
function assertNone(lines: readonly string[]): void {
  if (lines.length > 0) assert.fail(lines.join('\n\n'));
}

type Check = (what: string, file: string, text: string | undefined) => void;

/**
 * What each rule that ever said something else than a new evaluator has to read besides, and the first time that it did.
 */
function staleRules(cases: readonly Case[], run: (one: Case, check: Check) => void): readonly string[] {
  const stale = new Map<string, string>();
  for (const one of cases) {
    const two = new TwoEvaluators(one.rules);
    const changes: Change[] = [];
    run(one, (what, file, text) => {
      changes.push([file, text]);
      const { remembered, fresh } = two.put(file, text);
      for (const rule of one.rules) {
        const { code } = rule;
        const its = (lines: readonly string[]): string =>
          lines.filter((line) => line.startsWith(code)).join('\n');
        if (stale.has(code) || its(remembered) === its(fresh)) continue;
        stale.set(
          code,
          `${readsToAdd(rule, changes)}\nAfter "${what}" of ${file} in "${one.title}" it says\n${its(remembered)}\ninstead of\n${its(fresh)}`,
        );
      }
    });
  }
  return [...stale.values()].sort();
}

/** One line gone, twice, with a line before it, or with one of its values replaced by another of the file. */
function withEdit(lines: readonly string[], at: number, how: number, cells: readonly string[]): string {
  const line = lines[at]!;
  const now =
    how === 0 ? [] : how === 1 ? [line, line] : how === 2 ? ['', line] : [withOtherCell(line, at, cells)];
  return [...lines.slice(0, at), ...now, ...lines.slice(at + 1)].join('\n');
}

function withOtherCell(line: string, at: number, cells: readonly string[]): string {
  const found = [...line.matchAll(cell)];
  const target = found[at % Math.max(1, found.length)];
  const other = cells[(at * 7) % Math.max(1, cells.length)];
  if (!target || other === undefined) return '';
  return line.slice(0, target.index) + other + line.slice(target.index + target[0].length);
}

const cell = /(?<=\| )[^|\n]+(?= \|)|(?<=^\w+: ).+$/g;

function cellsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.match(cell) ?? []);
}

function casesIn(folder: string): readonly Case[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'engagement.md')
    .sort()
    .flatMap((name) => {
      const its = checkRules.filter(({ code }) => name.startsWith(`${code}-`));
      // Beside a fact or an item of the calendar every rule may be asked.
      const rules = its.length > 0 ? its : checkRules;
      return readFixtureFile(path.join(root, folder, name)).cases.map(({ title, files }) => {
        const hasLead = [...files.keys()].some((file) => /(?:^|\/)engagement\.md$/.test(file));
        return {
          title: `${name}: ${title}`,
          rules,
          files: new Map([...(hasLead ? [] : [['engagement.md', healthy] as const]), ...files]),
        };
      });
    });
}
