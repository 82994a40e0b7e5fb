import { fold } from '../values/fold.ts';
import { andWords, remarkColumnWords } from '../values/grammar-words.ts';
import type { SectionSpec } from '../model/schema.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Nobody writes longer ones, and what is looked for in them is bounded by it. */
const lettersAtMost = 60;

/**
 * Whether a header among those that are named after people, teams or candidates is none of them: it says that remarks
 * or sums stand below, or is a column of the section beside which it stands, such as Weight among scores.
 */
export function isNobody(vocabulary: Vocabulary, spec: SectionSpec, header: string): boolean {
  const words = wordsIn(header);
  if (words.length > 0 && words.every((word) => remarkColumnWords.has(word) && !isNumber(word))) return true;
  return sistersOf(vocabulary, spec).some(({ key }) => vocabulary.columnNamed(key, header) !== undefined);
}

/** Sections whose rows have the same names, such as Criteria and Scores. */
function sistersOf({ catalogue }: Vocabulary, spec: SectionSpec): readonly SectionSpec[] {
  const [name, ...rest] = spec.identity;
  if (name === undefined || rest.length > 0) return [];
  return catalogue.kinds[spec.kind].sections
    .map((key) => catalogue.sections[key])
    .filter((one) => one !== spec && one.identity.length === 1 && one.identity[0] === name);
}

function isNumber(word: string): boolean {
  return remarkColumnWords.get(word) === 'number';
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
