import type { Wording } from '../../model/language.ts';
import type { ValueType, WordListKey } from '../../model/schema.ts';
import { inEachLanguage } from '../wording.ts';
import { wordIn, wordMeant } from '../words-in.ts';

interface Several {
  readonly texts: readonly string[];
  readonly words: readonly string[];
}

/** What people write where a list has words that say less or more: of two of them one is meant, of one perhaps another. */
const several: Readonly<Partial<Record<WordListKey, readonly Several[]>>> = {
  importance: [
    { texts: ['high', 'very high', 'hög', 'högt', 'mycket hög'], words: ['critical', 'important'] },
    { texts: ['medium', 'moderate', 'medel', 'mellan', 'måttlig'], words: ['important', 'standard'] },
    { texts: ['low', 'very low', 'minor', 'låg', 'lågt', 'mycket låg'], words: ['standard'] },
  ],
  stage: [
    {
      texts: ['done', 'complete', 'completed', 'closed', 'finished', 'klar', 'klart', 'färdig', 'avslutad'],
      words: ['accepted', 'walkthrough'],
    },
  ],
  milestone_status: [
    {
      texts: ['delayed', 'late', 'blocked', 'behind', 'behind schedule', 'försenad', 'försenat', 'blockerad'],
      words: ['at risk'],
    },
  ],
  risk_status: [
    { texts: ['mitigated', 'åtgärdad', 'mitigerad', 'reducerad'], words: ['treating', 'closed'] },
  ],
  contract_type: [
    {
      texts: ['capped price', 'capped time and materials', 'takpris'],
      words: ['time and materials', 'fixed price'],
    },
    { texts: ['service agreement', 'tjänsteavtal'], words: ['managed service', 'dedicated team'] },
  ],
};

/** Words of a list that a text can mean which is none of it, folded: those that it stands for elsewhere, and the two of "transfer/reduce". */
export function wordsMeant(text: string, near: boolean, type: ValueType): readonly Wording[] {
  if (type.is !== 'word') return [];
  const { list } = type;
  const known = several[list]?.find(({ texts }) => texts.includes(text))?.words ?? wordsOfTwo(text, list);
  // One alone is a guess.
  return known.length > 1 || near
    ? known.map((word) => inEachLanguage((language) => wordIn(language, list, word)))
    : [];
}

function wordsOfTwo(text: string, list: WordListKey): readonly string[] {
  const pieces = text.split(/ ?(?:[/,&|+]|(?<= )(?:and|or|och|eller)(?= )) ?/);
  const words = pieces.flatMap((piece) => wordMeant(list, piece.trim()) ?? []);
  return pieces.length === 2 && new Set(words).size === 2 ? words : [];
}
