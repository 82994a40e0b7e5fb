import type { Source } from '../model/document.ts';
import type { ValueType, ValueTypeName } from '../model/schema.ts';
import { tidy } from './part.ts';

/** Types whose value is the text: any text is one, or the names in it are looked up elsewhere. */
export const textTypes: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>([
  'text',
  'identity',
  'who',
  'name',
  'names',
  'depends',
  'link',
  'sign',
  'change',
  'asPlace',
]);

/** The value of a type whose value is the text. */
export function textOf(type: ValueType, source: Source): string {
  if (source.items) return joinedItems(source.items);
  if (!textLists.has(type.is) || !source.text.includes('\n')) return tidy(source.text);
  return source.text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '')
    .join(', ')
    .replace(/,(?:, )+/g, ', ');
}

/** The entries of a YAML list as one text. */
export function joinedItems(items: readonly Source[]): string {
  return items.map((item) => tidy(item.text)).join(', ');
}

/** Of these a line end divides entries, as a comma does. */
const textLists: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>(['who', 'names', 'depends']);
