import type { Schemas } from './read-schemas.ts';
import { generatedNotice } from './producer.ts';

/** `names.ts`: the unions of kinds, pillars, sections and word lists. */
export function renderNames(schemas: Schemas): string {
  return [
    generatedNotice,
    '',
    union('KindKey', [...schemas.kinds.keys()]),
    union('PillarKey', schemas.pillars),
    union('SectionKey', [...schemas.sections.keys()]),
    union('WordListKey', Object.keys(schemas.words)),
  ].join('\n');
}

function union(name: string, members: readonly string[]): string {
  return `export type ${name} =\n${members.map((member) => `  | '${member}'`).join('\n')};\n`;
}
