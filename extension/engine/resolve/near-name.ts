import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { NameIn } from '../model/name-in.ts';
import type { SectionKey } from '../model/schema.ts';
import { foldName } from '../values/fold.ts';
import { nearMiss } from '../values/near-miss.ts';
import { nameOfRow } from './names.ts';
import { nearTarget } from './near-target.ts';

/** What an unknown name probably means, as it would be written; undefined where nothing is near, or several are. */
export function nearName(name: NameIn, document: GovernedDocument, view: View): string | undefined {
  const { text, field, header } = name;
  if (name.kind === 'link' || name.kind === 'path') return nearTarget(document, text, view);
  if (header) {
    // A header that another column has already is not what this one means.
    const others = header.section.furtherHeaders.map((other) => foldName(other.text));
    const candidates = headerSections(name).flatMap((key) => namesOfRows(view.rows(key)));
    return nearMiss(
      text,
      candidates.filter((candidate) => !others.includes(foldName(candidate))),
    );
  }
  if (!field) return undefined;
  // Nothing is counted from itself.
  const own = field.row && nameOfRow(field.row);
  const candidates = view.candidatesFor(field).filter((candidate) => candidate !== own);
  return nearMiss(text, candidates) ?? beginningOf(text, candidates) ?? nearPerson(name, view);
}

/** The one name that begins with all words of a text. */
function beginningOf(text: string, candidates: readonly string[]): string | undefined {
  const start = `${foldName(text)} `;
  const found = candidates.filter((candidate) => foldName(candidate).startsWith(start));
  return found.length === 1 && start.length > 4 ? found[0] : undefined;
}

/** The key of the person whose name is nearly this one. */
function nearPerson({ kind, text }: NameIn, view: View): string | undefined {
  if (kind !== 'who') return undefined;
  const people = view.rows('people');
  const near = nearMiss(
    text,
    people.flatMap(({ cells }) => cells.name?.value ?? []),
  );
  const row = near === undefined ? undefined : people.find(({ cells }) => cells.name?.value === near);
  return row && nameOfRow(row);
}

/** Whether an unknown name stands in a document that has ended. */
export function isOnlyInEnded(name: NameIn, view: View): boolean {
  const { text, field, header } = name;
  if (field) return view.onlyInEnded(field, text);
  if (!header) return false;
  const folded = foldName(text);
  return view.everything.some(
    ({ status, sections }) =>
      status === 'ended' &&
      headerSections(name).some((key) =>
        namesOfRows(sections.get(key)?.rows ?? []).some((one) => foldName(one) === folded),
      ),
  );
}

/** Where those stand whom the header of a further column may name. */
function headerSections({ header }: NameIn): readonly SectionKey[] {
  return header?.section.spec.further?.headers === 'holders'
    ? ['people', 'teams']
    : ['people', 'teams', 'subcontractors'];
}

function namesOfRows(rows: readonly unknown[]): readonly string[] {
  return (rows as readonly Row[]).flatMap((row) => nameOfRow(row) ?? []);
}
