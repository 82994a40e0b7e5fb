import { catalogue } from '../model/generated/catalogue.ts';
import type { Named } from '../model/engagement.ts';
import { addTo } from '../values/add-to.ts';
import { fold, foldName } from '../values/fold.ts';
import { companyForms } from '../values/grammar-words.ts';

/** What parties and subcontractors are called beside their names, folded, as far as only one is called so. */
export function companiesByCalling(who: Iterable<Named>): ReadonlyMap<string, Named> {
  const companies = [...who].filter(
    ({ is, name }) => is === 'subcontractor' || (is === 'party' && !partyWords.has(name)),
  );
  const called = new Map<string, Named>();
  // What says more of the name holds over what says less: of two that are both called so neither is meant.
  for (const callingsOf of [shortNames, firstWords, initials, kindsOfBody]) {
    const tier = new Map<string, Named[]>();
    for (const company of companies)
      for (const calling of callingsOf(company.name)) addTo(tier, foldName(calling), company);
    for (const [calling, its] of tier)
      if (!called.has(calling) && its.every(({ name }) => name === its[0]!.name))
        called.set(calling, its[0]!);
  }
  return called;
}

const partyWords: ReadonlySet<string> = new Set(catalogue.words.party.words.map(({ word }) => word));

/** A company without what its name has in law behind or before it: "Baltcode" of "Baltcode UAB". */
function shortCompany(name: string): string | undefined {
  const words = fold(name).split(/,? /, 12);
  for (const length of [3, 2, 1]) {
    if (words.length <= length) continue;
    if (companyForms.has(words.slice(-length).join(' '))) return words.slice(0, -length).join(' ');
    if (companyForms.has(words.slice(0, length).join(' '))) return words.slice(length).join(' ');
  }
  return undefined;
}

function shortNames(name: string): readonly string[] {
  const short = shortCompany(name);
  return short === undefined ? [] : [short];
}

function wordsOf(name: string): readonly string[] {
  return (shortCompany(name) ?? fold(name)).split(/[ -]+/, 12).filter((word) => word !== '');
}

/** "Captiva" of "Captiva Business Services Ltd"; a short word or an article names nobody. */
function firstWords(name: string): readonly string[] {
  const [first = '', ...others] = wordsOf(name);
  return first.length < 4 || others.length === 0 || ordinary.has(first) ? [] : [first];
}

/** Words with which many names begin, and which also name a department or a trade. */
const ordinary: ReadonlySet<string> = new Set(
  'data digital drift support service services system systems software cloud network security national global general united state city county department ministry office'.split(
    ' ',
  ),
);

/** "NHS" of "National Health Service". */
function initials(name: string): readonly string[] {
  const words = wordsOf(name).filter((word) => !joining.has(word));
  return words.length < 3 ? [] : [words.map((word) => [...word][0]!).join('')];
}

const joining: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', 'och', 'för', 'av', '&']);

/** "Council" of "Midborough City Council", "kommunen" of "Sjöviks kommun", "myndigheten" of "Vägtrafikmyndigheten". */
function kindsOfBody(name: string): readonly string[] {
  const words = wordsOf(name);
  return bodies.flatMap((body) => {
    const [noun = ''] = body;
    const isOne = words.some(
      (word) => body.includes(word) || (noun.length > 5 && body.some((one) => word.endsWith(one))),
    );
    return isOne ? body : [];
  });
}

/** What a public body or a company is, as people call it among themselves. */
const bodies: readonly (readonly string[])[] = [
  ['council', 'the council'],
  ['trust', 'the trust'],
  ['authority', 'the authority'],
  ['agency', 'the agency'],
  ['department', 'the department'],
  ['ministry', 'the ministry'],
  ['university', 'the university'],
  ['hospital', 'the hospital'],
  ['bank', 'banken', 'the bank'],
  ['kommun', 'kommunen'],
  ['region', 'regionen'],
  ['landsting', 'landstinget'],
  ['myndighet', 'myndigheten'],
  ['universitet', 'universitetet'],
  ['sjukhus', 'sjukhuset'],
  ['styrelse', 'styrelsen'],
  ['verk', 'verket'],
];
