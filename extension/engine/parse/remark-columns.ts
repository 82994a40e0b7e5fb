import { fold } from '../values/fold.ts';
import { andWords, remarkColumnWords } from '../values/grammar-words.ts';
import type { SectionSpec } from '../model/schema.ts';
import type { Headers } from './table-headers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Nobody writes longer ones, and what is looked for in them is bounded by it. */
const lettersAtMost = 60;

/**
 * Whether a header among those that are named after people, teams or candidates is none of them: it says that remarks
 * or sums stand below, of one of the others too ("Baltcode weighted"), or is a column of the section beside
 * which it stands, such as Weight among scores.
 */
export function isNobody(
  vocabulary: Vocabulary,
  spec: SectionSpec,
  headers: Headers,
  header: string,
): boolean {
  if (isRemark(header)) return true;
  const somebody = somebodyIn(header);
  if (somebody !== undefined && headers.some(({ text }) => fold(text) === somebody)) return true;
  return sistersOf(vocabulary, spec).some(({ key }) => vocabulary.columnNamed(key, header) !== undefined);
}

/** Whether a header says that remarks or sums stand below, and nothing else. */
export function isRemark(header: string): boolean {
  const words = wordsIn(header);
  return words.length > 0 && words.every(saysRemark);
}

/** Whether a header says that some number stands below, in a table that may have columns named after people. */
export function mayBeNumber(header: string): boolean {
  const words = wordsIn(header);
  return words.length > 0 && words.every((word) => remarkColumnWords.has(word));
}

/** Sections whose rows have the same names, such as Criteria and Scores. */
function sistersOf({ catalogue }: Vocabulary, spec: SectionSpec): readonly SectionSpec[] {
  const [name, ...rest] = spec.identity;
  if (name === undefined || rest.length > 0) return [];
  return catalogue.kinds[spec.kind].sections
    .map((key) => catalogue.sections[key])
    .filter((one) => one !== spec && one.identity.length === 1 && one.identity[0] === name);
}

function saysRemark(word: string): boolean {
  const what = remarkColumnWords.get(word);
  return what !== undefined && what !== 'number';
}

/** The name that stands before or behind a word for remarks or sums, folded. */
function somebodyIn(header: string): string | undefined {
  if (header.length > lettersAtMost) return undefined;
  const words = fold(header).split(' ');
  const bare = (word: string | undefined): string => (word ?? '').replace(/^[([:–—-]+|[)\]:]+$/g, '');
  if (words.length < 2) return undefined;
  if (remarkColumnWords.has(bare(words.at(-1))))
    return words
      .slice(0, -1)
      .join(' ')
      .replace(/[ :–—-]+$/, '');
  return remarkColumnWords.has(bare(words[0])) ? words.slice(1).join(' ') : undefined;
}

/** "Comments / notes (optional)" as its words. */
function wordsIn(header: string): readonly string[] {
  if (header.length > lettersAtMost) return [];
  return fold(header)
    .replace(/ ?[([{][^()[\]{}]*[)\]}]$/, '')
    .replace(/[ :]+$/, '')
    .split(' ')
    .map((word) => (andWords.has(word) ? '/' : word))
    .join(' ')
    .split(/ ?[/&,+] ?/);
}
