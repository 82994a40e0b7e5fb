import type { Source, ValueProblem } from '../model/document.ts';
import type { Catalogue, ValueType, WordListSpec } from '../model/schema.ts';
import { fold } from '../values/fold.ts';
import { formsOfList } from '../values/forms-of-list.ts';
import { asSign, isMark, mayBeginWithMark, tickedWord, withoutMark } from '../values/marks.ts';
import { quote } from '../values/quote.ts';
import type { ReadResult } from '../values/read-result.ts';
import type { ValueReader } from '../values/read-value.ts';
import { listed, listSaid, quoted } from '../values/say.ts';
import { spanWithin } from '../values/span-within.ts';

/** Reads a word or an answer that has a mark before it or is one, and the one word of several whose box is ticked. */
export function readMarked(
  values: ValueReader,
  words: Catalogue['words'],
  type: ValueType,
  source: Source,
): ReadResult {
  if (source.items || !mayBeginWithMark(source.text)) return values.read(type, source);
  const ticked = tickedWord(source.text)?.word;
  if (ticked) {
    const from = source.text.indexOf(ticked);
    const read = values.read(type, { text: ticked, span: spanWithin(source, from, from + ticked.length) });
    if (!read.problem) return read;
  }
  if (!isMark(source.text)) return values.read(type, withoutMark(source));
  const sign = asSign(source.text);
  const list = 'list' in type ? words[type.list] : undefined;
  if (!list || formsOfList(list).has(fold(sign))) {
    const read = values.read(type, { ...source, text: sign });
    return read.problem ? values.read(type, source) : read;
  }
  // In an open list it would be a word of its own.
  return { problem: markAlone(list, source) };
}

function markAlone(list: WordListSpec, source: Source): ValueProblem {
  const meant = meanings.get(fold(asSign(source.text))) ?? [];
  const replacements = meant.flatMap((one) => {
    const word = list.words.find(({ word }) => word === one);
    return word ? [{ en: word.word, sv: word.sv }] : [];
  });
  const allowed = listSaid(
    list.words.map(({ word }) => quoted(listed(word, list.key))),
    'or',
  );
  return {
    id: 'markAlone',
    data: { value: quote(source.text), words: allowed },
    span: spanWithin(source),
    replacements,
    replaced: source.span,
  };
}

/** Words for what is bad, which some write with the same mark as what is not begun. */
const bad = ['failed', 'missed', 'dropped'] as const;
const notBegun = ['open', 'planned', 'identified'] as const;

/** What a mark means in one document and what in another, by words of several lists. */
const meanings: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['❌', '✗', '✘', '✖', '☒'].map((mark) => [mark, [...bad, ...notBegun]] as const),
  ...['🔴'].map((mark) => [mark, ['at risk', ...bad]] as const),
  ...['✅', '☑', '✓', '✔'].map((mark) => [mark, ['closed', 'accepted', 'done']] as const),
]);
