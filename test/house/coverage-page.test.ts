import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkRules, dueRules, factDefinitions } from '../../extension/engine/index.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import type { KindKey } from '../../extension/engine/model/schema.ts';
import { slugOf } from '../../extension/engine/parse/headings.ts';
import { readFixtureFile } from '../support/read-fixture.ts';

const root = path.join(import.meta.dirname, '../..');
const docs = path.join(root, 'docs');
const page = readFileSync(path.join(docs, 'coverage.md'), 'utf8');

const ideas = 61;

const standing = new Map([...checkRules, ...dueRules].map(({ code, name }) => [code, name]));
const facts = new Set(factDefinitions.map(({ name }) => name));
const designed = JSON.parse(readFileSync(path.join(root, 'test/catalogue.json'), 'utf8')) as readonly {
  readonly code: string;
  readonly name: string;
  readonly scope: string;
}[];

describe('the page of what Outrigger was made for', () => {
  it('says of each idea where it is written, what keeps it, and a case that shows how', () => {
    assert.deepEqual(complaintsOf(page), []);
  });

  // A test of the test: whatever cell is emptied or leads nowhere, it must say so.
  for (const [what, from, to, says] of [
    ['an idea is missing', /^\| 7 \|.*\n/m, '', '60 rows'],
    ['a key is missing', /(?<=^\| 3 \|[^|]*\|)[^|]*/m, ' ', '3: no key or column'],
    ['a rule is missing', /(?<=^\| 3 \|(?:[^|]*\|){2})[^|]*/m, ' ', '3: nothing keeps it'],
    ['a case is missing', /(?<=^\| 3 \|(?:[^|]*\|){3})[^|]*/m, ' ', '3: no case shows ENG004'],
    ['a key is none', '`engagement/phase`', '`engagement/faze`', '3: "engagement/faze" is no key or column'],
    ['a column is none', 'KPIs.Baseline', 'KPIs.Base', '2: "goals/KPIs.Base" is no key or column'],
    [
      'a section is none',
      '/Who does what`',
      '/Who does`',
      '24: "ownership-map/Who does" is no key or column',
    ],
    [
      'a rule has another name',
      'phase-documents-present',
      'phase-documents',
      '3: no rule is "ENG004 phase-documents"',
    ],
    [
      'a rule stands for later',
      '[ENG004](rules/ENG004.md) phase-documents-present',
      'ENG004 phase-documents-present (later)',
      '3: ENG004 is not for later',
    ],
    ['a page is not there', '](rules/ENG004.md)', '](rules/ENG400.md)', '3: rules/ENG400.md is not there'],
    [
      'a file is not there',
      '/ENG004-phase-documents-present.md#',
      '/ENG004.md#',
      '3: test/rules/ENG004.md is not there',
    ],
    ['a heading is not there', '.md#reports-what-a-phase-lacks', '.md#reports-a-phase', '3: no case is'],
  ] as const)
    it(`is not well where ${what}`, () => {
      const broken = page.replace(from, to);
      assert.notEqual(broken, page);
      const complaints = complaintsOf(broken);
      assert.ok(
        complaints.some((complaint) => complaint.startsWith(says)),
        complaints.join('\n'),
      );
    });
});

/** What is empty on the page, or leads nowhere. */
function complaintsOf(text: string): readonly string[] {
  const rows = [...text.matchAll(/^\| *(\d+) *\|(.*)\|$/gm)];
  const numbers = rows.map(([, number]) => Number(number));
  const complaints = rows.flatMap(([, number = '', cells = '']) => {
    const [idea = '', places = '', kept = '', shown = ''] = cells
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    return [
      ...(idea === '' ? ['no idea'] : []),
      ...placeComplaints(places),
      ...keptComplaints(kept),
      ...shownComplaints(shown, kept),
    ].map((complaint) => `${number}: ${complaint}`);
  });
  const isWhole = numbers.length === ideas && numbers.every((number, i) => number === i + 1);
  return isWhole ? complaints : [`${numbers.length} rows, not ideas 1 to ${ideas}`, ...complaints];
}

function placeComplaints(cell: string): readonly string[] {
  if (cell === '') return ['no key or column'];
  return parts(cell).flatMap((part) => {
    const place = /^`(.+)`$/.exec(part)?.[1];
    return place !== undefined && isPlace(place) ? [] : [`"${place ?? part}" is no key or column`];
  });
}

/** Whether a document can hold something at `kind/key`, `kind/Section` or `kind/Section.Column`. */
function isPlace(place: string): boolean {
  const [, kind = '', section = '', column] = /^([^/]+)\/([^.]+)(?:\.(.+))?$/.exec(place) ?? [];
  const kinds = Object.values(catalogue.kinds).filter(({ key }) => kind === '*' || key === kind);
  if (kinds.length === 0) return false;
  const isKey = kinds.every(({ keys }) => keys.some(({ key }) => key === section));
  if (column === undefined && isKey) return true;
  const its = Object.values(catalogue.sections).find(({ title }) => title === section);
  if (!its || (its.ownKindOnly && its.kind !== (kind as KindKey))) return false;
  return column === undefined || its.columns.some(({ title }) => title === column);
}

function keptComplaints(cell: string): readonly string[] {
  const keepers = parts(cell).filter((part) => !part.endsWith(' (later)'));
  return [...(keepers.length > 0 ? [] : ['nothing keeps it']), ...parts(cell).flatMap(keeperComplaints)];
}

function keeperComplaints(part: string): readonly string[] {
  const later = /^([A-Z]{3}\d{3}) (.+) \(later\)$/.exec(part);
  if (later) {
    const [, code = '', name] = later;
    const its = designed.find((one) => one.code === code);
    if (!its || its.name !== name) return [`no rule is "${code} ${name}"`];
    return its.scope === 'G' && !standing.has(code) ? [] : [`${code} is not for later`];
  }
  const [, word = '', target = '', name = ''] = /^\[(.+)\]\((.+)\) ?(.*)$/.exec(part) ?? [];
  if (word === '') return [`"${part}" is no rule or fact`];
  if (!existsSync(path.join(docs, target.replace(/#.*$/, '')))) return [`${target} is not there`];
  if (facts.has(word)) return [];
  return standing.get(word) === name ? [] : [`no rule is "${word} ${name}"`];
}

function shownComplaints(cell: string, kept: string): readonly string[] {
  const keepers = [...kept.matchAll(/\[([^\]]+)\]/g)].map(([, word = '']) => word);
  const cases = parts(cell);
  const shown = new Set(cases.map((part) => part.split(':')[0]));
  return [
    ...keepers.filter((word) => !shown.has(word)).map((word) => `no case shows ${word}`),
    ...cases.flatMap(caseComplaints),
  ];
}

/** Whether the case that a cell leads to is there, and is about what the cell says. */
function caseComplaints(part: string): readonly string[] {
  const [, word = '', title = '', target = '', anchor = ''] =
    /^(.+?): \[(.+)\]\(\.\.\/(.+)#(.+)\)$/.exec(part) ?? [];
  if (title === '') return [`"${part}" leads to no case`];
  const file = path.join(root, target);
  if (!existsSync(file)) return [`${target} is not there`];
  const isAbout = path.basename(file).startsWith(standing.has(word) ? `${word}-` : `${word}.md`);
  if (!isAbout) return [`${target} is not about ${word}`];
  const found = readFixtureFile(file).cases.find((one) => slugOf(one.title) === anchor);
  const says = found && [...found.expectations].some(({ lines }) => lines.length > 0);
  return says ? [] : [`no case is ${target}#${anchor} of which something is said`];
}

function parts(cell: string): readonly string[] {
  return cell.split('<br>').filter((part) => part !== '');
}
