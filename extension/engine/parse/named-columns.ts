import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { rowIdWords } from '../values/grammar-words.ts';
import { knownOf, type Named } from './known-headers.ts';
import type { Headers } from './table-headers.ts';
import { isTiming, mayBeGoal } from './headers-of-two-meanings.ts';
import { foldHeading, type Vocabulary } from './vocabulary.ts';

/**
 * The column of a section that each header of a table means: by its words, by its place beside the header that names
 * the rows, or, where no header names them, by having no words over cells that do.
 */
export function namedColumns(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): Named {
  const { named } = knownOf(vocabulary, headers);
  let its = named.get(spec);
  if (!its) named.set(spec, (its = readNames(vocabulary, spec, headers)));
  return its;
}

/** Whether a table has the column by which the rows of a section are named, if they are. */
export function hasNames(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): boolean {
  const [name] = spec.identity;
  return name === undefined || namedColumns(vocabulary, spec, headers).some((column) => column?.key === name);
}

/** Whether the rows of a table are named by the very name of the column that names them, and by no other word for it. */
export function isNamedSo(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): boolean {
  const named = namedColumns(vocabulary, spec, headers);
  return headers.some(({ text }, i) => {
    const column = named[i];
    return column !== undefined && column.key === spec.identity[0] && vocabulary.nearnessOf(column, text) < 1;
  });
}

function readNames(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): Named {
  const named = headers.map(({ text }) => (text === '' ? undefined : vocabulary.columnNamed(spec.key, text)));
  readBeside(vocabulary, spec, headers, named);
  readGoals(spec, headers, named);
  readTiming(spec, headers, named);
  readActivity(vocabulary, spec, headers, named);
  const [name] = spec.identity;
  const naming = name !== undefined && !named.some((column) => column?.key === name);
  const ids = naming && spec.key === 'people' ? idsInLetters(headers, named) : undefined;
  if (ids !== undefined) named[ids] = spec.columns.find(({ key }) => key === name);
  const wordless = naming && ids === undefined ? wordlessHeader(headers) : undefined;
  if (wordless !== undefined && isTableOf(spec, headers, named))
    named[wordless] = spec.columns.find(({ key }) => key === name);
  return named;
}

/** "ID" over what others call people by, such as `r.shah`, which is their key; numbers are beside their names. */
function idsInLetters(headers: Headers, named: Named): number | undefined {
  const i = headers.findIndex(
    ({ text }, at) =>
      !named[at] && rowIdWords.get(fold(text)) === 'id' && headers.cells?.isFilled(at) === true,
  );
  return i < 0 || headers.cells?.holds(i, { is: 'integer' }) !== false ? undefined : i;
}

/** The first header without words that stands over filled cells. */
function wordlessHeader(headers: Headers): number | undefined {
  for (const [i, { text }] of headers.entries())
    if (text === '' && headers.cells?.isFilled(i) === true) return i;
  return undefined;
}

/** "SLA" beside "Service" is what is measured of it, though it names what is measured where it stands alone. */
function readBeside(
  vocabulary: Vocabulary,
  spec: SectionSpec,
  headers: Headers,
  named: (FieldSpec | undefined)[],
): void {
  const column = spec.columns.find(({ beside }) => beside !== undefined);
  if (!column?.beside || named.includes(column)) return;
  const naming = spec.columns.find(({ key }) => key === spec.identity[0]);
  let best: number | undefined;
  for (const [i, one] of named.entries()) {
    if (one !== naming || !one) continue;
    if (best === undefined || nearness(one, i) < nearness(one, best)) best = i;
  }
  if (best === undefined) return;
  const words = headers.map(({ text }) => foldHeading(text));
  for (const word of column.beside) {
    const i = words.findIndex((one, at) => at !== best && one === word && (named[at] ?? naming) === naming);
    if (i < 0) continue;
    named[i] = column;
    return;
  }

  function nearness(one: FieldSpec, i: number): number {
    return vocabulary.nearnessOf(one, headers[i]!.text);
  }
}

/** "Timing" over anything but lengths of time says something else than when a report is due. */
function readTiming({ key, columns }: SectionSpec, headers: Headers, named: (FieldSpec | undefined)[]): void {
  const due = columns.find((column) => column.key === 'due');
  if (key !== 'reports' || !due || !headers.cells) return;
  const i = headers.findIndex(({ text }) => isTiming(text));
  if (named[i] === due && headers.cells.isFilled(i) && !headers.cells.holds(i, due.type))
    named[i] = undefined;
}

/** "Mål" over figures is what a key figure is to reach, and over texts the objective that it serves. */
function readGoals({ key, columns }: SectionSpec, headers: Headers, named: (FieldSpec | undefined)[]): void {
  const target = columns.find((column) => column.key === 'target');
  if (key !== 'kpis' || !target || named.includes(target)) return;
  const i = headers.findIndex(({ text }) => mayBeGoal(text));
  if (i >= 0 && headers.cells?.holdsFigures(i) === true) named[i] = target;
}

/** "Communication activity" names activities as "Activity" does. */
function readActivity(
  vocabulary: Vocabulary,
  spec: SectionSpec,
  headers: Headers,
  named: (FieldSpec | undefined)[],
): void {
  const [name] = spec.identity;
  if (spec.further?.type.is !== 'raci' || named.some((column) => column?.key === name)) return;
  const i = headers.findIndex(({ text }) => text.length < 60 && text.includes(' '));
  const last = headers[i]?.text.split(' ').at(-1);
  const column = last === undefined ? undefined : vocabulary.columnNamed(spec.key, last);
  if (column?.key === name && i <= 1) named[i] = column;
}

/** Whether the headers with words, or what stands below them, show a table to be one of a section. */
function isTableOf(spec: SectionSpec, headers: Headers, named: Named): boolean {
  const others = headers.flatMap(({ text }, i) => (text === '' ? [] : [i]));
  if (others.length === 0) return false;
  const { further } = spec;
  const fitting = others.filter(
    (i) => named[i] !== undefined || (further && headers.cells?.holds(i, further.type) === true),
  );
  return fitting.length * 2 >= others.length;
}
