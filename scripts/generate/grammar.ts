import type { Schemas } from './read-schemas.ts';
import { wordSpec } from './catalogue.ts';
import { generatedNotice } from './producer.ts';

/** `grammar.ts`: the words of the value grammar by group, with all their forms folded. */
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
  ].join('\n');
}
