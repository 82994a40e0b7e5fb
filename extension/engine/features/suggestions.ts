import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec, SectionKey, ValueTypeName } from '../model/schema.ts';
import type { Side } from '../model/value.ts';
import { cellOf, nameOfRow } from '../resolve/names.ts';
import { wordIn } from '../values/words-in.ts';
import { answerChoices } from './answer-choices.ts';

/** So many names are looked through at one glance. */
const suggestionsAtMost = 12;

/** Where an answer goes. */
interface SuggestionContext {
  readonly language: Language;
  readonly view: View;
  /** The owner of the document. */
  readonly owner: string | undefined;
}

/** What may be the answer, as the document writes it: words of the format, names of the engagement, what stands in that column. */
export function suggestionsFor(
  spec: FieldSpec,
  { language, view, owner }: SuggestionContext,
  /** The column, where it is asked for a cell. */
  column?: { readonly section: SectionKey; readonly key: string },
): readonly string[] {
  const { type } = spec;
  const choices = answerChoices(spec, language);
  if (choices) return choices.values;
  if (type.is === 'who')
    return some(
      column ? [...namesOfRows('people', view), ...namesOfRows('teams', view)] : peopleFor(spec, view, owner),
    );
  if (type.is === 'party') return ['client', 'supplier'].map((word) => wordIn(language, 'party', word));
  if (type.is === 'name' || type.is === 'names' || type.is === 'depends')
    return some(type.of.flatMap((of) => namesOfRows(of, view)));
  if (type.is === 'zone') return some([...valuesOfKey('zone', view), ...cellsOf('teams', 'zone', view)]);
  return column && isRepeated.has(type.is) && !isIdentity(column)
    ? some(cellsOf(column.section, column.key, view))
    : [];
}

/** Values of these types are often the same from row to row. */
const isRepeated: ReadonlySet<ValueTypeName> = new Set(['text', 'duration', 'every', 'hours', 'country']);

function isIdentity({ section, key }: { readonly section: SectionKey; readonly key: string }): boolean {
  return catalogue.sections[section].identity.includes(key);
}

/** People for a key of front matter, those of the side that it is about first; the counterpart is on the other side than the owner. */
function peopleFor({ key }: FieldSpec, view: View, owner: string | undefined): readonly string[] {
  const people = namesOfRows('people', view).filter((name) => key !== 'counterpart' || name !== owner);
  const side = sideOf(key, view, owner);
  const isMeant = (name: string): boolean => view.findWho(name)?.side === side;
  return side === undefined
    ? people
    : [...people.filter(isMeant), ...people.filter((name) => !isMeant(name))];
}

function sideOf(key: string, view: View, owner: string | undefined): Side | undefined {
  if (key.endsWith('_client')) return 'client';
  if (key.endsWith('_supplier')) return 'supplier';
  const side = key === 'counterpart' && owner !== undefined ? view.findWho(owner)?.side : undefined;
  return side && (side === 'client' ? 'supplier' : 'client');
}

function namesOfRows(of: SectionKey | 'candidates' | 'any', view: View): readonly string[] {
  if (of === 'any') return [];
  if (of === 'candidates')
    return view.sections('scores').flatMap(({ furtherHeaders }) => furtherHeaders.map(({ text }) => text));
  return view.rows(of).flatMap((row) => nameOfRow(row) ?? []);
}

function cellsOf(section: SectionKey, key: string, view: View): readonly string[] {
  return view.rows(section).flatMap((row) => {
    const cell = cellOf(row, key);
    return cell?.state === 'read' ? [cell.source.text] : [];
  });
}

function valuesOfKey(
  key: 'zone',
  { lead }: { readonly lead: GovernedDocument | undefined },
): readonly string[] {
  const field = lead?.keys[key];
  return field?.state === 'read' ? [field.source.text] : [];
}

function some(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, suggestionsAtMost);
}
