import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Language } from '../model/language.ts';
import type { FieldSpec, SectionKey, ValueTypeName } from '../model/schema.ts';
import { cellOf, nameOfRow } from '../resolve/names.ts';
import { wordIn } from '../values/words-in.ts';
import { answerChoices } from './answer-choices.ts';

/** So many names are looked through at one glance. */
const suggestionsAtMost = 12;

/** What may be the answer, as the document writes it: words of the format, names of the engagement, what stands in that column. */
export function suggestionsFor(
  spec: FieldSpec,
  { language, view }: { readonly language: Language; readonly view: View },
  /** The column, where it is asked for a cell. */
  column?: { readonly section: SectionKey; readonly key: string },
): readonly string[] {
  const { type } = spec;
  const choices = answerChoices(spec, language);
  if (choices) return choices.values;
  if (type.is === 'who') return some(whoIn(view, column !== undefined));
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

/** Keys of people; where more than one may stand, teams as well. */
function whoIn(view: View, withTeams: boolean): readonly string[] {
  return [...namesOfRows('people', view), ...(withTeams ? namesOfRows('teams', view) : [])];
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
