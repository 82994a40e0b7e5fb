import type {
  KindSchema,
  PropertySchema,
  Schemas,
  SectionSchema,
  WordListSource,
  WordSource,
} from './read-schemas.ts';
import { columnsOf, keysOf } from './read-schemas.ts';
import { fold } from '../../extension/engine/values/fold.ts';
import { kindsByPhase, kindsByPillar } from './kind-groups.ts';
import { generatedNotice } from './producer.ts';

/** `catalogue.ts`: everything the reader knows of the format, one line for each key, kind, section, list, pillar and phase. */
export function renderCatalogue(schemas: Schemas): string {
  const common = Object.entries(schemas.common.properties);
  const kinds = [...schemas.kinds].map(
    ([key, kind]) => `    ${literal(key)}: ${kindLiteral(schemas, key, kind)},`,
  );
  const sections = [...schemas.sections].map(
    ([key, section]) => `    ${key}: ${sectionLiteral(key, section)},`,
  );
  const groups = (of: Readonly<Record<string, readonly string[]>>): string[] =>
    Object.entries(of).map(([key, kinds]) => `    ${literal(key)}: ${literal(kinds)},`);
  const words = Object.entries(schemas.words).map(
    ([key, list]) =>
      `    ${key}: ${literal({ key, open: list.open, words: list.words.map(wordSpec), ...offersOf(list) })},`,
  );
  return [
    generatedNotice,
    "import type { Catalogue, FieldSpec } from '../schema.ts';",
    '',
    '/** Keys that every kind has. */',
    'const common = {',
    ...common.map(([key, property]) => `  ${key}: ${literal(fieldSpec(key, property, false, false))},`),
    '} as const satisfies Record<string, FieldSpec>;',
    '',
    '/** Everything the reader knows of the format. */',
    'export const catalogue: Catalogue = {',
    '  kinds: {',
    ...kinds,
    '  },',
    '  sections: {',
    ...sections,
    '  },',
    '  words: {',
    ...words,
    '  },',
    '  pillars: {',
    ...groups(kindsByPillar(schemas)),
    '  },',
    '  phases: {',
    ...groups(kindsByPhase(schemas)),
    '  },',
    '};',
    '',
  ].join('\n');
}

/** The word as the catalogue and the grammar hold it: the first English and Swedish form, and every form folded. */
export function wordSpec(source: WordSource): { word: string; sv: string; forms: string[] } {
  return {
    word: source.word,
    sv: source.sv[0] ?? source.word,
    forms: [...new Set([source.word, ...source.en, ...source.sv].map(fold))],
  };
}

/** Words offered for others, by the folded form of these. A word that is read is never offered another. */
function offersOf({ words, offers = [] }: WordListSource): { offers?: Record<string, readonly string[]> } {
  if (offers.length === 0) return {};
  const read = new Set(words.flatMap((word) => wordSpec(word).forms));
  const known = new Set(words.map(({ word }) => word));
  const entries = offers.flatMap(({ forms, words: offered }) => {
    const wrong = offered.find((word) => !known.has(word)) ?? forms.find((form) => read.has(fold(form)));
    if (wrong !== undefined) throw new Error(`schemas/words.json offers "${wrong}" in vain.`);
    return forms.map((form) => [fold(form), offered] as const);
  });
  return { offers: Object.fromEntries(entries) };
}

function kindLiteral(schemas: Schemas, key: string, kind: KindSchema): string {
  const required = new Set(kind.required);
  const keys = keysOf(schemas, kind).map(([name, property]) => {
    if (!(name in schemas.common.properties))
      return literal(fieldSpec(name, property, required.has(name), false));
    return required.has(name) ? `{ ...common.${name}, required: true }` : `common.${name}`;
  });
  const head = {
    key,
    title: kind.title,
    titleSv: kind['x-title-sv'],
    plural: kind['x-plural'],
    pluralSv: kind['x-plural-sv'],
    aliases: folded(kind['x-aliases'] ?? []),
    isSeries: kind['x-series'],
    namedBy: kind['x-named-by'],
    begunWith: kind['x-begun-with'] ?? [],
    description: kind.description,
  };
  const tail = { sections: kind['x-sections'], lead: kind['x-lead'], leadAnywhere: kind['x-lead-anywhere'] };
  return `{${entries(head)},"keys":[${keys.join(',')}],${entries(tail)}}`;
}

function sectionLiteral(key: string, section: SectionSchema): string {
  const required = new Set(section.required);
  const wanted = new Set(section['x-wanted']);
  const further = section['x-further'];
  return literal({
    key,
    title: section.title,
    titleSv: section['x-title-sv'],
    aliases: folded(section['x-aliases']),
    shape: section['x-shape'],
    columns: columnsOf(section).map(([name, property]) => ({
      ...fieldSpec(name, property, required.has(name), true),
      ...(wanted.has(name) ? { wanted: true } : {}),
    })),
    ...(further ? { further: { ...further, down: folded(further.down) } } : {}),
    identity: section['x-identity'],
    reach: section['x-reach'],
    kind: section['x-kind'],
    ownKindOnly: section['x-own-kind-only'],
    description: section.description,
  });
}

function fieldSpec(key: string, property: PropertySchema, required: boolean, isColumn: boolean): object {
  return {
    key,
    title: isColumn ? property.title : key,
    titleSv: property['x-title-sv'],
    type: property['x-type'],
    required,
    aliases: folded(property['x-aliases'] ?? []),
    description: property.description,
    ask: property['x-ask'],
    example: property['x-example'],
    ...(property['x-aliases-beside'] ? { beside: folded(property['x-aliases-beside']) } : {}),
    ...(property['x-within'] ? { within: property['x-within'] } : {}),
  };
}

function folded(aliases: readonly string[]): string[] {
  return [...new Set(aliases.map(fold))];
}

/** The members of an object literal, without its braces. */
function entries(value: object): string {
  return literal(value).slice(1, -1);
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
