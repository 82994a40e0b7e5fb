import type { ReadingProblem } from '../model/document.ts';
import type { SectionSpec, ValueType } from '../model/schema.ts';
import { quote } from '../values/quote.ts';
import { listSaid, quoted, sectionTitle } from '../values/say.ts';
import type { Block } from './blocks.ts';
import { idSpec } from './id-column.ts';
import { lineBreakOf } from './lines.ts';
import { namedColumns } from './named-columns.ts';
import type { SectionContext } from './section-context.ts';
import { textsOfRow } from './split-row.ts';
import type { Headers } from './table-headers.ts';
import { turningFix } from './turned-table.ts';

/** More names make no columns that anybody reads. */
const namesAtMost = 30;

/** The columns of a table that are letters, by position: R, A, C or I. */
type LettersAt = ReadonlyMap<number, string>;

/**
 * The headers of a table of responsibilities that are letters or their words, with names below: "Responsible",
 * "Accountable", "Consulted", "Informed". Undefined where fewer than three are, or letters stand below too.
 */
export function lettersAcross(
  { document, fields, problems }: Pick<SectionContext, 'document' | 'fields' | 'problems'>,
  { further }: SectionSpec,
  headers: Headers,
): LettersAt | undefined {
  if (further?.type.is !== 'raci' || headers.length < 4) return undefined;
  const before = problems.length;
  const found = new Map<number, string>();
  for (const [i, header] of headers.entries()) {
    const letter = letterOf(header.text) ?? '';
    const { value } = fields.read(document, { ...idSpec, type: further.type }, { ...header, text: letter });
    if (typeof value === 'string' && value.length === 1) found.set(i, value);
  }
  problems.length = before;
  const isOfNames = [...found.keys()].every((i) => !holdsLetters(headers, i, further.type));
  return new Set(found.values()).size >= 3 && isOfNames ? found : undefined;
}

function holdsLetters({ cells }: Headers, i: number, type: ValueType): boolean {
  return cells?.holds(i, type) === true;
}

/** "Responsible (R)", "R - Responsible" and "Responsible" as what a cell would say. */
function letterOf(header: string): string | undefined {
  const [, first] = /^([RACI])(?: ?[-–—:=(] ?\p{L}+\)?)?$/u.exec(header) ?? [];
  const [, last] = /\(([RACI])\)$/.exec(header) ?? [];
  return first ?? last ?? header;
}

/** What is wrong with such a table, with the fix that gives each name a column (real-kinds P21). */
export function lettersAcrossProblem(
  { text, vocabulary }: Pick<SectionContext, 'text' | 'vocabulary'>,
  spec: SectionSpec,
  { lines }: Block,
  headers: Headers,
  letters: LettersAt,
): ReadingProblem {
  const span = { start: lines[0] ?? 0, end: lines[1] ?? 0 };
  const turned = turn(text, lines, namingColumn(vocabulary, spec, headers, letters), letters);
  return {
    code: 'DOC020',
    id: 'lettersAcross',
    data: {
      headers: listSaid([...letters.keys()].map((i) => quoted(quote(headers[i]!.text)))),
      section: sectionTitle(spec),
    },
    span,
    unread: spec.key,
    fixes: turned ? [turningFix(lines, spec.columns[0]!, turned)] : [],
  };
}

/** Where the activities stand: in the column that is called so, else in the first that is no letter. */
function namingColumn(
  vocabulary: SectionContext['vocabulary'],
  spec: SectionSpec,
  headers: Headers,
  letters: LettersAt,
): number {
  const named = namedColumns(vocabulary, spec, headers);
  const called = named.findIndex((column, i) => column?.key === spec.identity[0] && !letters.has(i));
  return called < 0 ? headers.findIndex((_, i) => !letters.has(i)) : called;
}

/** The table with a column for each name, given what its first header shall be; undefined where there are too many. */
function turn(
  text: string,
  lines: readonly number[],
  naming: number,
  letters: LettersAt,
): ((header: string) => string) | undefined {
  const names: string[] = [];
  const rows: { readonly activity: string; readonly of: ReadonlyMap<string, string> }[] = [];
  for (let i = 4; i + 1 < lines.length; i += 2) {
    const cells = textsOfRow(text, lines[i] ?? 0, lines[i + 1] ?? 0);
    const of = new Map<string, string>();
    for (const [at, letter] of letters) {
      for (const name of namesIn(cells[at] ?? '')) {
        if (!names.includes(name)) names.push(name);
        const before = of.get(name);
        of.set(name, before === undefined ? letter : `${before}/${letter}`);
      }
    }
    if (of.size > 0) rows.push({ activity: cells[naming] ?? '', of });
  }
  if (naming < 0 || names.length === 0 || names.length > namesAtMost) return undefined;
  return (header) => {
    const body = rows.map(({ activity, of }) => [activity, ...names.map((name) => of.get(name) ?? '')]);
    const [head, ...below] = [[header, ...names], ...body].map((cells) => `| ${cells.join(' | ')} |`);
    return [head, `|${' --- |'.repeat(names.length + 1)}`, ...below].join(lineBreakOf(text));
  };
}

/** The names in a cell; a dash is none. */
function namesIn(cell: string): readonly string[] {
  return cell
    .split(/ ?(?:[,;/+&]|<br ?\/?>) ?| (?:and|och) /)
    .map((name) => name.replace(/^[*_]+|[*_]+$/g, '').trim())
    .filter((name) => name !== '' && !/^[-–—]+$/.test(name));
}
