import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValueType } from '../../extension/engine/model/schema.ts';
import { kindProblems } from './kind-groups.ts';

/** One front matter key or column as a schema file states it. */
export interface PropertySchema {
  readonly title: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  /** The shape of the value, in `values.json`; a closed word list stands as `enum` instead. */
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly 'x-type': ValueType;
  readonly 'x-title-sv': string;
  readonly 'x-ask': string;
  readonly 'x-example': string;
  readonly 'x-aliases'?: readonly string[];
  /** Words that mean the column where another header means the column that names the rows. */
  readonly 'x-aliases-beside'?: readonly string[];
  readonly 'x-within'?: { readonly low: string; readonly high: string };
}

export interface CommonSchema {
  readonly properties: Readonly<Record<string, PropertySchema>>;
}

export interface KindSchema {
  readonly title: string;
  readonly description: string;
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly 'x-title-sv': string;
  /** What several are called, as it stands in the middle of a sentence. */
  readonly 'x-plural': string;
  readonly 'x-plural-sv': string;
  /** What else one is called, in both languages: a document that says so is told what to write. */
  readonly 'x-aliases'?: readonly string[];
  /** Whether one is never enough, as of processes and records. */
  readonly 'x-series': boolean;
  /** The keys whose values name its file, in their order there; none: the kind itself does. */
  readonly 'x-named-by': readonly string[];
  /** Further keys that are asked for before one is begun, because its rows follow from them. */
  readonly 'x-begun-with'?: readonly string[];
  /** What codes of its rules begin with. */
  readonly 'x-codes': readonly string[];
  /** Where its documents stand in the tree, the lower turn first; null: they are told with others, as sign-offs are. */
  readonly 'x-pillar': { readonly name: string; readonly turn: number } | null;
  /** The phases that ask for it. What has the lower turn is worth beginning first. */
  readonly 'x-phases': Readonly<Record<string, number>>;
  readonly 'x-sections': readonly string[];
  readonly 'x-lead': readonly string[];
  readonly 'x-lead-anywhere': boolean;
}

export interface SectionSchema {
  readonly title: string;
  readonly description: string;
  /** Columns; `per`, which holds further columns, is none. */
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly 'x-title-sv': string;
  readonly 'x-aliases': readonly string[];
  readonly 'x-shape': string;
  readonly 'x-kind': string;
  readonly 'x-own-kind-only': boolean;
  readonly 'x-reach': string;
  readonly 'x-identity': readonly string[];
  /** Columns that a draft asks for, and an active document under the profile "full" alone (DOC028). */
  readonly 'x-wanted'?: readonly string[];
  readonly 'x-further'?: {
    readonly type: ValueType;
    readonly headers: string;
    readonly down: readonly string[];
  };
}

export interface WordSource {
  readonly word: string;
  readonly en: readonly string[];
  readonly sv: readonly string[];
}

export interface WordListSource {
  readonly open: boolean;
  readonly words: readonly WordSource[];
  /** What is not read and has a meaning, or one of several: the words that are offered in its place. */
  readonly offers?: readonly { readonly forms: readonly string[]; readonly words: readonly string[] }[];
}

/** Everything that `schemas/` states; kinds and sections in the order of the assembled engagement. */
export interface Schemas {
  readonly common: CommonSchema;
  readonly kinds: ReadonlyMap<string, KindSchema>;
  readonly sections: ReadonlyMap<string, SectionSchema>;
  /** The pillars in the order of the tree. */
  readonly pillars: readonly string[];
  readonly words: Readonly<Record<string, WordListSource>>;
  readonly grammar: Readonly<Record<string, readonly WordSource[]>>;
  /** Scales of words, lowest first. */
  readonly ratingLists: readonly (readonly string[])[];
  /** Every schema file by its path below `schemas/`: what a validator is compiled from. */
  readonly files: ReadonlyMap<string, object>;
}

/**
 * Reads the folder `schemas/`.
 * Throws if a kind or section has a file and no place in `engagement.json`, or the reverse, and if the description of a
 * kind lacks something.
 */
export function readSchemas(folder: string): Schemas {
  const read = <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
  const names = (sub: string): string[] =>
    readdirSync(join(folder, sub))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length));

  const engagement = read<{
    'x-pillars': string[];
    $defs: {
      document: { properties: { kind: { enum: string[] } } };
      sections: { properties: Record<string, unknown> };
    };
  }>('engagement.json');
  const kindNames = engagement.$defs.document.properties.kind.enum;
  const sectionNames = Object.keys(engagement.$defs.sections.properties);
  agree('kinds', kindNames, names('kinds'));
  agree('sections', sectionNames, names('sections'));

  const files = new Map<string, object>();
  for (const path of [
    'values.json',
    'common.json',
    ...kindNames.map((name) => `kinds/${name}.json`),
    ...sectionNames.map((name) => `sections/${name}.json`),
    'engagement.json',
    'config.json',
    'knowledge.json',
  ])
    files.set(path, read<object>(path));

  const schemas: Schemas = {
    common: files.get('common.json') as CommonSchema,
    kinds: new Map(kindNames.map((name) => [name, files.get(`kinds/${name}.json`) as KindSchema])),
    sections: new Map(
      sectionNames.map((name) => [name, files.get(`sections/${name}.json`) as SectionSchema]),
    ),
    pillars: engagement['x-pillars'],
    words: read('words.json'),
    grammar: read('grammar.json'),
    ratingLists: read<{ readonly lists: Schemas['ratingLists'] }>('rating-lists.json').lists,
    files,
  };
  const problems = kindProblems(schemas);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return schemas;
}

/** The columns of a section by key, without the further ones. */
export function columnsOf(section: SectionSchema): readonly (readonly [string, PropertySchema])[] {
  return Object.entries(section.properties ?? {}).filter(([key]) => key !== 'per');
}

/** The keys of a kind: the common ones, then its own. */
export function keysOf(schemas: Schemas, kind: KindSchema): readonly (readonly [string, PropertySchema])[] {
  return [...Object.entries(schemas.common.properties), ...Object.entries(kind.properties ?? {})];
}

function agree(what: string, listed: readonly string[], present: readonly string[]): void {
  const unlisted = present.filter((name) => !listed.includes(name));
  const absent = listed.filter((name) => !present.includes(name));
  if (unlisted.length > 0)
    throw new Error(`schemas/${what}/ holds "${unlisted.join('", "')}": list it in schemas/engagement.json.`);
  if (absent.length > 0)
    throw new Error(
      `schemas/engagement.json lists "${absent.join('", "')}": write the file in schemas/${what}/.`,
    );
}
