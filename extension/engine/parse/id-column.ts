import type { Source } from '../model/document.ts';
import type { FieldSpec, SectionSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { rowIdWords } from '../values/grammar-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The optional column in which rows have a number beside their name: `R-01`, `KR 1.1`, `3`. */
export const idSpec: FieldSpec = {
  key: 'id',
  title: 'Id',
  titleSv: 'Nr',
  type: { is: 'identity' },
  required: false,
  aliases: [],
  description: '',
  ask: '',
  example: '',
};

/**
 * The position of the column of numbers in a table whose rows have names: by its header, or by what stands below a
 * header that may be one. Undefined where there is none.
 */
export function idColumnOf(
  vocabulary: Vocabulary,
  spec: SectionSpec,
  headers: readonly Source[],
  named: readonly (FieldSpec | undefined)[],
  cellsOf: (column: number) => readonly string[],
): number | undefined {
  if (spec.identity.length === 0) return undefined;
  let unsure: number | undefined;
  for (const [i, { text }] of headers.entries()) {
    if (named[i]) continue;
    const kind = text.length > 60 ? undefined : idWordIn(vocabulary, spec, fold(text).replace(/[ :]+$/, ''));
    if (kind === 'id' && mayBeIds(filled(cellsOf(i)))) return i;
    // The first column may have no header at all.
    if (kind === 'reference' || (i === 0 && text === '')) unsure ??= i;
  }
  if (unsure === undefined) return undefined;
  const cells = filled(cellsOf(unsure));
  const isNumbered = cells.length > 0 && new Set(cells).size === cells.length && cells.every(looksLikeId);
  return isNumbered ? unsure : undefined;
}

function filled(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell !== '');
}

/** Below a header that says so one number is enough; texts alone make it a column of somebody's own. */
function mayBeIds(cells: readonly string[]): boolean {
  return cells.length === 0 || cells.some(looksLikeId);
}

/** What a header says of the numbers below it: "risk id", "nr", "#"; "ref" may be another thing. */
function idWordIn(vocabulary: Vocabulary, spec: SectionSpec, header: string): 'id' | 'reference' | undefined {
  const alone = rowIdWords.get(header);
  if (alone) return alone;
  const match = /^(\p{L}[\p{L} ]{0,40}?)[ _-]?(\p{L}{2,10}\.?|#)$/u.exec(header);
  const [, what = '', word = ''] = match ?? [];
  if (rowIdWords.get(word) !== 'id') return undefined;
  const isOfRows =
    spec.identity.includes(vocabulary.columnNamed(spec.key, what)?.key ?? '') ||
    [what, `${what}s`].some((one) => vocabulary.sectionsNamed(one).includes(spec));
  return isOfRows ? 'id' : undefined;
}

/** Letters and a number, or numbers with points between them. */
function looksLikeId(text: string): boolean {
  return /^(?:\p{L}{1,8}[ ._-]?){0,3}\d{1,5}(?:[.-]\d{1,4}){0,3}[.)]?$/u.test(text);
}
