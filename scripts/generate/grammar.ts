import type { Schemas } from './read-schemas.ts';
import { wordSpec } from './catalogue.ts';
import { generatedNotice } from './producer.ts';

/** `grammar.ts`: the words of the value grammar by group, with all their forms folded, and the lists of ratings. */
export function renderGrammar(schemas: Schemas): string {
  const groups = Object.entries(schemas.grammar).flatMap(([group, words]) => [
    `  ${group}: [`,
    ...words.map((word) => `    ${JSON.stringify(wordSpec(word))},`),
    '  ],',
  ]);
  return [
    generatedNotice,
    '',
    '/** The words of the value grammar by group: the English word, the Swedish one, and every form that is read, folded. */',
    'export const grammar = {',
    ...groups,
    '} as const;',
    '',
    '/** Scales whose words are known, each with its lowest first. */',
    'export const ratingLists: readonly (readonly string[])[] = [',
    ...ratingLists(schemas).map((list) => `  ${JSON.stringify(list)},`),
    '];',
    '',
  ].join('\n');
}

/** The lists in the order in which they are tried: the shortest first. */
function ratingLists({ ratingLists: lists, grammar }: Schemas): Schemas['ratingLists'] {
  const words = new Set(grammar['rating']?.map(({ word }) => word));
  const unknown = lists.flat().find((word) => !words.has(word));
  if (unknown !== undefined)
    throw new Error(`schemas/rating-lists.json has "${unknown}": schemas/grammar.json has no such rating.`);
  return lists.toSorted((a, b) => a.length - b.length);
}
