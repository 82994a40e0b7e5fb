import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from './read-schemas.ts';
import { columnsOf } from './read-schemas.ts';

type Texts = Readonly<Record<string, string>>;

/** Files of `extension/language/texts/sv/` that hold English and its Swedish side by side. */
const parts = ['ui', 'messages', 'fields', 'facts', 'said'];

/** What the editor shows in Swedish, as VS Code reads it: written by hand in parts, with the words of the format added. */
export function renderBundle(root: string, schemas: Schemas): string {
  const read = <T>(name: string): T =>
    JSON.parse(readFileSync(join(root, `extension/language/texts/sv/${name}.json`), 'utf8')) as T;
  const bundle = new Map<string, string>();
  const add = (english: string, swedish: string): void => {
    const known = bundle.get(english);
    if (known !== undefined && known !== swedish)
      throw new Error(`"${english}" has two Swedish texts: "${known}" and "${swedish}"`);
    bundle.set(english, swedish);
  };
  for (const part of parts)
    for (const [english, swedish] of Object.entries(read<Texts>(part))) add(english, swedish);
  for (const [group, phrases] of Object.entries(read<Readonly<Record<string, Texts>>>('phrases')))
    for (const [english, swedish] of Object.entries(phrases)) add(`${english}/${group}`, swedish);
  for (const [english, swedish] of titlesIn(schemas)) add(english, swedish);
  for (const [english, swedish] of wordListsIn(schemas)) add(english, swedish);
  for (const { word, sv } of schemas.grammar['rating'] ?? []) add(`${word}/rating`, sv[0] ?? word);
  const sorted = [...bundle].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}

/** `Tools/section`, `Tools.Purpose/column`, and `Purpose/column` where a title means the same in every section. */
function titlesIn({ sections }: Schemas): readonly (readonly [english: string, swedish: string])[] {
  const all = [...sections.values()];
  const columns = all.flatMap((section) => columnsOf(section).map(([, column]) => ({ section, column })));
  const swedishOf = new Map<string, Set<string>>();
  for (const { column } of columns) {
    const its = swedishOf.get(column.title) ?? new Set();
    swedishOf.set(column.title, its.add(column['x-title-sv']));
  }
  return [
    ...all.map((section) => [`${section.title}/section`, section['x-title-sv']] as const),
    ...columns.map(
      ({ section, column }) => [`${section.title}.${column.title}/column`, column['x-title-sv']] as const,
    ),
    ...[...swedishOf].flatMap(([title, [only, ...others]]) =>
      only === undefined || others.length > 0 ? [] : [[`${title}/column`, only] as const],
    ),
  ];
}

/** The words of each list: `supplier/party list`. */
function wordListsIn({ words }: Schemas): readonly (readonly [english: string, swedish: string])[] {
  return Object.entries(words).flatMap(([list, { words: its }]) =>
    its.map(({ word, sv }) => [`${word}/${list} list`, sv[0] ?? word] as const),
  );
}
