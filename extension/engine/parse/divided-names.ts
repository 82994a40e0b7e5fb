import type { Field, ReadingProblem } from '../model/document.ts';
import type { Catalogue, SectionKey, ValueType } from '../model/schema.ts';
import { quote } from '../values/quote.ts';

/** How lists that name rows of a section are divided: at commas, or also at `or` and after "2 of". */
export type Division = 'commas' | 'alternatives';

/**
 * The sections whose rows are named in lists, by their division. Rows of other sections are only ever
 * named one at a time, so that their names may hold what they like.
 */
export function dividedSections(catalogue: Catalogue): ReadonlyMap<SectionKey, Division> {
  const sections = new Map<SectionKey, Division>();
  const add = (key: SectionKey, division: Division): void => {
    if (sections.get(key) !== 'alternatives') sections.set(key, division);
  };
  const fields: { readonly type: ValueType; readonly section?: SectionKey }[] = [
    ...Object.values(catalogue.kinds).flatMap(({ keys }) => keys),
    ...Object.values(catalogue.sections).flatMap(({ key, columns }) =>
      columns.map(({ type }) => ({ type, section: key })),
    ),
  ];
  for (const { type, section } of fields) {
    if (type.is === 'who') for (const key of whoSections) add(key, 'commas');
    if (type.is !== 'names' && type.is !== 'depends') continue;
    for (const key of type.of) {
      // Of what comes after what, both names stand in one table, where anybody sees that they are one.
      if (type.is === 'names' && key === section) continue;
      if (key !== 'any' && key !== 'candidates') add(key, type.is === 'depends' ? 'alternatives' : 'commas');
    }
  }
  return sections;
}

const whoSections: readonly SectionKey[] = ['people', 'teams', 'subcontractors'];

/** A name that lists would divide, at the row that defines it (format-details.md item 10). */
export function dividedName({ state, source }: Field, division: Division): ReadingProblem | undefined {
  if (state !== 'read') return undefined;
  const mark = dividerIn(source.text, division);
  if (mark === undefined) return undefined;
  return {
    code: 'DOC021',
    id: 'dividedName',
    data: { name: quote(source.text), mark: quote(mark) },
    span: source.span,
  };
}

function dividerIn(text: string, division: Division): string | undefined {
  const comma = /[,;]/.exec(text);
  if (comma) return comma[0];
  if (division === 'commas') return undefined;
  // "of" divides behind a number at the start and nowhere else: "Change of an order" is safe.
  return (/\s(?:or|eller)\s/iu.exec(text) ?? /^\d{1,3}\s+(?:of|av)\s/iu.exec(text))?.[0].trim();
}
