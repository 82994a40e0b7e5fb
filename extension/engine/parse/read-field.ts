import type { Field, GovernedDocument, ReadingProblem, Row, Source } from '../model/document.ts';
import type { FieldSpec, ValueTypeName, WordListSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { formsOfList } from '../values/forms-of-list.ts';
import { nearMiss } from '../values/near-miss.ts';
import { isMark, markedTypes, withoutMark } from '../values/marks.ts';
import { isChoiceToMake, isStillToCome, saysNothing } from '../values/no-value.ts';
import { quote } from '../values/quote.ts';
import type { ValueReader } from '../values/read-value.ts';
import { spanReplaced, spanWithin } from '../values/span-within.ts';
import { wholeEdit } from '../values/whole-edit.ts';
import { checkWithin } from '../values/within.ts';
import { readMarked } from './read-marked.ts';
import { readInUnit, unitOfHeader } from './header-remarks.ts';
import type { Vocabulary } from './vocabulary.ts';
import { say } from '../values/say.ts';

/** Reads values of one document: what state they are in, what they mean, and words that nearly are known. */
export interface FieldReader {
  /** `unit` is what the header of a column gives to bare numbers. */
  read(document: GovernedDocument, spec: FieldSpec, source: Source, row?: Row, unit?: string): Field;
  /** The unit in the header of a column, which its bare numbers have. */
  unitIn(spec: FieldSpec, header: string): string | undefined;
}

export function createFieldReader(
  vocabulary: Vocabulary,
  values: ValueReader,
  problems: ReadingProblem[],
): FieldReader {
  return {
    unitIn: (spec, header) => unitOfHeader(values, spec, header),
    read(document, spec, written, row, unit) {
      const source = values.sourceOf?.(spec, written, row?.section.key) ?? written;
      const { text } = source;
      if (text === '' && !source.links?.some((link) => !link.image))
        return fieldOf(document, spec, source, row, 'empty', undefined);
      if (saysNothing(text, spec.type.is)) return fieldOf(document, spec, source, row, 'empty', undefined);
      const isMarked = markedTypes.has(spec.type.is);
      const isOpen = !(isMarked && isMark(text)) && isPlaceholder(source) && !isWord(vocabulary, spec, text);
      // A scale is all of its words.
      if (isOpen || (!namesAll.has(spec.type.is) && isChoiceToMake(text)))
        return fieldOf(document, spec, source, row, 'placeholder', undefined);
      const { value, problem } = isMarked
        ? readMarked(values, vocabulary.catalogue.words, spec.type, source)
        : unit === undefined
          ? values.read(spec.type, source)
          : readInUnit(values, spec.type, source, unit);
      if (problem) return { ...fieldOf(document, spec, source, row, 'unread', undefined), problem };
      const outside = spec.within && checkWithin(spec, value, source);
      if (outside) return { ...fieldOf(document, spec, source, row, 'unread', undefined), problem: outside };
      const open = openList(vocabulary, spec);
      if (open) noteNearWords(open, document, spec, isMarked ? withoutMark(source) : source, problems);
      return fieldOf(document, spec, source, row, 'read', value);
    },
  };
}

const namesAll: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>(['identity', 'scale']);

export function fieldOf(
  document: GovernedDocument,
  spec: FieldSpec,
  source: Source,
  row: Row | undefined,
  state: Field['state'],
  value: unknown,
): Field {
  return row ? { document, spec, row, source, state, value } : { document, spec, source, state, value };
}

/** Whether a list has a word that stands elsewhere for what is still to be written: `todo` is a status. */
function isWord({ catalogue }: Vocabulary, { type }: FieldSpec, text: string): boolean {
  return 'list' in type && formsOfList(catalogue.words[type.list]).has(fold(text));
}

/** Texts that stand for what is still to be written (rules.md 1.7). */
export function isPlaceholder({
  text,
  links,
}: {
  readonly text: string;
  readonly links?: Source['links'];
}): boolean {
  if (text.charCodeAt(0) === 0x5b && /^\[[^[\]]{0,200}\]$/.test(text)) return links === undefined;
  return isStillToCome(text);
}

/** A word of an open list that nearly is a known one (DOC021). */
function noteNearWords(
  list: WordListSpec,
  document: GovernedDocument,
  spec: FieldSpec,
  source: Source,
  problems: ReadingProblem[],
): void {
  const known = formsOfList(list);
  const pieces = source.items ?? [source];
  const isList = spec.type.is === 'words' && !source.items;
  for (const piece of pieces) {
    // Nearly every one is a known word; a measure with its comma may be one as a whole.
    if (!(isList && /[,\n]/.test(piece.text)) && known.has(fold(piece.text))) continue;
    for (const { from, to } of words(piece.text, isList)) {
      const word = piece.text.slice(from, to);
      const folded = fold(word);
      if (known.has(folded)) continue;
      const near = nearMiss(word, known);
      if (near === undefined || near === folded) continue;
      const span = spanWithin(piece, from, to);
      problems.push({
        code: 'DOC021',
        id: 'nearWord',
        data: { word: quote(word), near },
        span,
        fixes: [
          {
            title: say('Replace by "{{text}}"', { text: near }),
            edits: [wholeEdit(document.text, [piece.span], spanReplaced(piece, span), near)],
          },
        ],
      });
    }
  }
}

function openList({ catalogue }: Vocabulary, { type }: FieldSpec): WordListSpec | undefined {
  const key = 'list' in type ? type.list : type.is === 'measure' ? 'measure' : undefined;
  const list = key && catalogue.words[key];
  return list?.open ? list : undefined;
}

/** Every entry of a comma list, or what stands before the first comma. */
function words(text: string, isList: boolean): { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/[^,\n]+/g)) {
    const trimmed = match[0].trim();
    const from = match.index + match[0].length - match[0].trimStart().length;
    if (trimmed !== '') found.push({ from, to: from + trimmed.length });
    if (!isList) break;
  }
  return found;
}
