import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { checkRules, dueRules, factDefinitions } from '../../extension/engine/index.ts';
import type { Targets } from '../../extension/engine/resolve/link-targets.ts';
import type { GovernedDocument } from '../../extension/engine/model/document.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { createDocumentReader, type ReadDocument } from '../../extension/engine/parse/read-document.ts';
import type { At, CheckRule } from '../../extension/engine/rules/define.ts';
import { createEvaluator, type EvaluateInput } from '../../extension/engine/rules/evaluate.ts';
import type { Remark } from '../../extension/engine/rules/remark.ts';
import { dataInEnglish, inEnglish } from '../../extension/engine/model/said.ts';
import { placeOf } from '../../extension/engine/rules/place-of.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { readFixture } from '../support/read-fixture.ts';

const root = path.join(import.meta.dirname, '../..');
const healthy = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
/** All cases and all lines with `READS=all`, which takes a minute; else some of them. */
const isThorough = process.env['READS'] === 'all';
const stride = isThorough ? 1 : 6;

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });
const profiles: ReadonlySet<string> = new Set(['base']);
const holidays = createHolidays();

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
  const cases = [...casesIn('test/rules'), ...casesIn('test/facts')].filter((_, i) => i % stride === 0);

  for (const [name, order] of Object.entries({
    'in order': (paths: readonly string[]) => paths,
    'from the last': (paths: readonly string[]) => [...paths].reverse(),
    'from the middle': (paths: readonly string[]) => {
      const half = paths.length >> 1;
      return [...paths.slice(half), ...paths.slice(0, half)];
    },
  })) {
    it(`name what a rule reads: files come and go ${name}`, () => {
      assert.deepEqual(
        staleRules(cases, (one, check) => {
          const paths = order([...one.files.keys()].sort());
          for (const file of paths) check('came', file, one.files.get(file));
          for (const file of paths) {
            check('went', file, undefined);
            check('came back', file, one.files.get(file));
          }
        }),
        [],
      );
    }).timeout(120_000);
  }

  it('name what a rule reads: lines change', () => {
    let turn = 0;
    assert.deepEqual(
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
      [],
    );
  }).timeout(300_000);

  it('name places that there are', () => {
    const raw = new Set(['file/text', 'file/tables', 'file/links']);
    const sections = new Map(Object.values(catalogue.sections).map((section) => [section.title, section]));
    const keys = (kind: string): readonly string[] =>
      Object.values(catalogue.kinds)
        .filter(({ key }) => kind === '*' || kind === key)
        .flatMap((its) => its.keys.map(({ key }) => key));
    const isThere = (read: string): boolean => {
      const [, kind = '', title = '', column] = /^([^/]+)\/([^.]+)(?:\.(.+))?$/.exec(read) ?? [];
      const section = sections.get(title);
      if (!section) return raw.has(read) || keys(kind).includes(title);
      return (
        kind in catalogue.kinds &&
        (column === undefined || section.columns.some((its) => its.title === column))
      );
    };
    const all = [...checkRules, ...dueRules].map(({ code, meta }) => [code, meta.reads] as const);
    const facts = factDefinitions.map(({ name, reads }) => [name, reads] as const);
    const missing = [...all, ...facts].flatMap(([name, reads]) =>
      reads.filter((read) => !isThere(read)).map((read) => `${name} ${read}`),
    );
    assert.deepEqual(missing, []);
  });

  it('are compared with what they are compared with', () => {
    const blind: CheckRule = {
      ...checkRules.find(({ code }) => code === 'DOC002')!,
      meta: { ...checkRules.find(({ code }) => code === 'DOC002')!.meta, reads: ['sla/Services.Hours'] },
    };
    const twice =
      '---\nkind: goals\nstatus: active\n---\n\n## Objectives\n\n| Objective | Owner |\n| --- | --- |\n| One | a |\n';
    const its: Case = {
      title: 'blind',
      rules: [blind],
      files: new Map([
        ['engagement.md', healthy],
        ['goals.md', twice],
      ]),
    };
    const stale = staleRules([its], (one, check) => {
      for (const [file, text] of one.files) check('came', file, text);
      check(
        'twice',
        'goals.md',
        twice.replace(
          '| One | a |',
          '| One | a |\n\n| Objective | Owner |\n| --- | --- |\n| Two | b |\n| Two | b |',
        ),
      );
      check(
        'moved',
        'goals.md',
        `${twice.replace('## Objectives', 'A line.\n\n## Objectives')}| Two | b |\n| Two | c |\n`,
      );
      check(
        'moved again',
        'goals.md',
        `${twice.replace('## Objectives', 'A line.\n\nOne more.\n\n## Objectives')}| Two | b |\n| Two | c |\n`,
      );
    });
    assert.deepEqual(
      stale.map((line) => line.split(' ')[0]),
      ['DOC002'],
    );
  });
});

type Check = (what: string, file: string, text: string | undefined) => void;

/** One line for each rule that ever said something else than a new evaluator, with the first time. */
function staleRules(cases: readonly Case[], run: (one: Case, check: Check) => void): readonly string[] {
  const stale = new Map<string, string>();
  for (const one of cases) {
    const files = new Map<string, ReadDocument>();
    const incremental = createEvaluator(one.rules);
    let shape = '';
    let version = 0;
    run(one, (what, file, text) => {
      if (text === undefined) files.delete(file);
      else files.set(file, reader.read(file, text));
      const now = shapeOf(files);
      if (now !== shape) version++;
      shape = now;
      const input = inputOf(files, version);
      const after = linesOf(incremental.evaluate(input));
      const expected = linesOf(createEvaluator(one.rules).evaluate(input));
      for (const { code } of one.rules) {
        const its = (lines: readonly string[]): string =>
          lines.filter((line) => line.startsWith(code)).join('\n');
        if (stale.has(code) || its(after) === its(expected)) continue;
        stale.set(
          code,
          `${code} after "${what}" of ${file} in "${one.title}": says\n${its(after)}\ninstead of\n${its(expected)}`,
        );
      }
    });
  }
  return [...stale.values()].sort();
}

function inputOf(files: ReadonlyMap<string, ReadDocument>, targetsVersion: number): EvaluateInput {
  const documents: GovernedDocument[] = [];
  for (const file of [...files.keys()].sort()) {
    const { document } = files.get(file)!;
    if (document) documents.push(document);
  }
  const targets: Targets = {
    anchorsOf(file) {
      const its = files.get(file);
      return its && new Set(its.headings.map(({ slug }) => slug));
    },
    exists: (file) => files.has(file),
  };
  const known = { holidays: 0, targets: targetsVersion };
  const frame = { folder: '', documents, profiles, holidays: [], language: undefined, known };
  return { frame, holidays, targets };
}

/** What the index tells the versions of link targets by: paths and anchors. */
function shapeOf(files: ReadonlyMap<string, ReadDocument>): string {
  return [...files]
    .map(([file, { headings }]) => `${file} ${headings.map(({ slug }) => slug).join(' ')}`)
    .sort()
    .join('\n');
}

function linesOf({
  said,
  questions,
}: ReturnType<ReturnType<typeof createEvaluator>['evaluate']>): readonly string[] {
  return [...said, ...[...questions.values()].flat()].map(lineOf).sort();
}

function lineOf({ rule, place, messageId, data, related, fixes, missing }: Remark): string {
  const where = (at: At): string => {
    const { document, span } = placeOf(at);
    return `${document.path}:${span.start}-${span.end}`;
  };
  return JSON.stringify([
    `${where(place)} ${place.at}`,
    place.row?.index,
    messageId,
    missing,
    dataInEnglish(data),
    related.map(({ at, message }) => `${where(at)} ${inEnglish(message)}`),
    fixes.map(({ title, edits }) => [
      inEnglish(title),
      edits.map(({ document, span, text }) => `${where({ document, span })} ${text}`),
    ]),
  ]).replace('["', `${rule.code} `);
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
      return readFixture(readFileSync(path.join(root, folder, name), 'utf8')).cases.map(
        ({ title, files }) => {
          const hasLead = [...files.keys()].some((file) => /(?:^|\/)engagement\.md$/.test(file));
          return {
            title: `${name}: ${title}`,
            rules,
            files: new Map([...(hasLead ? [] : [['engagement.md', healthy] as const]), ...files]),
          };
        },
      );
    });
}
