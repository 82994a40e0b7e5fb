import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec, KindKey } from '../model/schema.ts';
import { oneLine } from '../values/one-line.ts';
import { yamlText } from '../values/plain-yaml.ts';
import { titleIn, wordFrom, wordTitle } from '../values/words-in.ts';
import { slugOf } from './slug.ts';
import { withRows, type StartingRows } from './starting-rows.ts';
import { templateOf } from './template-of.ts';

export type TemplateLanguage = Language;

/** Kinds that a person begins; sign-offs are written by the tool. */
export const scaffoldKinds: readonly KindKey[] = Object.values(catalogue.kinds)
  .map(({ key }) => key)
  .filter((kind) => kind !== 'signoff');

/**
 * A draft of a kind from its template. `values` are front matter keys that have been read; of those without a value only
 * the required ones are written, empty, and a comment names the others. A word of a list is written in the language of the
 * document (settled 25). The title is the kind's name unless it is given. `rows` are what the engagement has, and what it offers
 * for the tables.
 */
export function scaffold(
  kind: KindKey,
  language: TemplateLanguage,
  values: ReadonlyMap<string, string>,
  rows?: StartingRows,
): string {
  const template = templateOf(kind, language, values);
  const given = inLanguage(kind, language, values);
  if ((given.get('title') ?? '') === '') given.set('title', titleOf(kind, language, given));
  const end = template.indexOf(fence, 4);
  const { lines, further } = filledMatter(kind, template.slice(4, end).split('\n'), given);
  const body = filledBody(template.slice(end + fence.length), given);
  const whole = rows ? withRows(body, kind, language, rows) : body;
  return `---\n${lines.join('\n')}${fence}${furtherKeys(further, language)}${whole}`;
}

const fence = '\n---\n';

/** The name of the file for a new document: what its kind is named by, as far as it has a value, else its kind. */
export function fileNameOf(kind: KindKey, values: ReadonlyMap<string, string>): string {
  const naming = catalogue.kinds[kind].namedBy.map((key) => values.get(key) ?? '');
  return `${slugOf(naming.filter(Boolean).join(' ')) || kind}.md`;
}

/** The keys without which `fileNameOf` has no name of its own for a document, in the order to ask for them. A title is asked of each. */
export function namingKeys(kind: KindKey): readonly FieldSpec[] {
  const { keys, namedBy } = catalogue.kinds[kind];
  return keys.filter(({ key }) => key !== 'title' && namedBy.includes(key));
}

/** All keys to ask for before a document is begun, its title apart: those that it is named by, then those that its rows follow from. */
export function askedKeys(kind: KindKey): readonly FieldSpec[] {
  const { keys, begunWith } = catalogue.kinds[kind];
  return [...namingKeys(kind), ...keys.filter(({ key }) => begunWith.includes(key))];
}

/** What a new document is called until somebody says otherwise: what else its file is named by, else its kind. */
export function titleOf(
  kind: KindKey,
  language: TemplateLanguage,
  values: ReadonlyMap<string, string> = new Map(),
): string {
  const naming = namingKeys(kind).map(({ key, type }) => {
    const value = values.get(key) ?? '';
    return type.is === 'word' ? wordTitle(language, type.list, value) : value;
  });
  if (naming.length > 0 && !naming.includes('')) {
    const title = naming.join(' ');
    return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
  }
  return titleIn(language, catalogue.kinds[kind]);
}

function inLanguage(
  kind: KindKey,
  language: TemplateLanguage,
  values: ReadonlyMap<string, string>,
): Map<string, string> {
  const written = new Map(values);
  for (const { key, type } of catalogue.kinds[kind].keys) {
    const value = values.get(key);
    if (value === undefined) continue;
    if (type.is === 'word') written.set(key, wordFrom(language, type.list, value));
    else if (type.is === 'words') {
      const words = value.split(',').map((word) => wordFrom(language, type.list, word.trim()));
      written.set(key, words.join(', '));
    }
  }
  return written;
}

/** The keys of a document, and those that its template has beside them. */
interface Matter {
  readonly lines: readonly string[];
  readonly further: readonly string[];
}

/** Keys of the template that have a value or must have one; then those that it does not have. */
function filledMatter(kind: KindKey, lines: readonly string[], values: ReadonlyMap<string, string>): Matter {
  const required = new Set(catalogue.kinds[kind].keys.flatMap((spec) => (spec.required ? spec.key : [])));
  const left = new Map(values);
  const further: string[] = [];
  const filled = lines.flatMap((line) => {
    const [, key = '', rest = ''] = /^([a-z_]+):\s*(.*)$/.exec(line) ?? [];
    const value = left.get(key) ?? '';
    left.delete(key);
    if (value !== '') return matterLine(key, value);
    if (!/^\{\{\w+\}\}$/.test(rest)) return line;
    if (required.has(key)) return `${key}:`;
    further.push(key);
    return [];
  });
  const own = [...left].filter(([, value]) => value !== '').map(([key, value]) => matterLine(key, value));
  return { lines: [...filled, ...own], further };
}

/** What else front matter may say, below it: an empty key would look like something that is missing. */
function furtherKeys(further: readonly string[], language: TemplateLanguage): string {
  return further.length === 0 ? '' : `\n<!-- ${furtherWords[language]}: ${further.join(', ')} -->\n`;
}

const furtherWords: Readonly<Record<TemplateLanguage, string>> = {
  en: 'Front matter may also hold',
  sv: 'Dokumenthuvudet kan också innehålla',
};

/** A value of a key as YAML reads it as that text: in quotes where it would be something else. */
export function matterLine(key: string, value: string): string {
  const text = oneLine(value);
  return text === '' ? `${key}:` : `${key}: ${yamlText(text)}`;
}

function filledBody(body: string, values: ReadonlyMap<string, string>): string {
  return body
    .split('\n')
    .map((line) => {
      if (!line.includes('{{')) return line;
      const isRow = line.startsWith('|');
      const filled = line.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
        const text = oneLine(values.get(key) ?? '');
        return isRow ? text.replace(/\|/g, '\\|') : text;
      });
      return isRow ? filled.replace(/\| +(?=\|)/g, '| ') : filled.trimEnd();
    })
    .join('\n');
}
