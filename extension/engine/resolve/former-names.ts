import type { GovernedDocument, Row } from '../model/document.ts';
import type { SectionKey, ValueType } from '../model/schema.ts';
import type { View } from '../model/engagement.ts';
import { onceFor } from '../values/once-for.ts';
import { foldName } from '../values/fold.ts';
import { itemsOf } from '../values/items.ts';
import { leadOf } from './lead.ts';
import { nameOfRow, namesOf, type Names } from './names.ts';

/** What rows are called now that had other names before (settled 17). */
export interface FormerNames {
  /** What is called otherwise now, where a value of this type may name it; undefined where something has this name still. */
  nowOf(type: ValueType, name: string): string | undefined;
  /** The same of a row of whatever section. */
  nowOfAny(name: string): string | undefined;
  /** What was called otherwise before: its former names. */
  before(name: string): readonly string[];
  /** Whether a row that shares its names with those of a section has this name now. */
  isPresentIn(section: SectionKey, name: string): boolean;
  /** Whether a value of this type may have this name, now or before. */
  isKnown(type: ValueType, name: string): boolean;
  /** Equal for former names that say the same. */
  readonly key: string;
}

/** People, teams and subcontractors share one set of names. */
const whoSections: ReadonlySet<SectionKey> = new Set(['people', 'teams', 'subcontractors']);

/**
 * The former names of the rows of documents that are active; undefined where no row has any. A present name wins over a
 * former one, so that two rows may change names; of two rows with the same former name the first has it.
 */
export function formerNamesOf(documents: readonly GovernedDocument[]): FormerNames | undefined {
  const actives = documents.filter(({ status }) => status === 'active');
  const written = actives.flatMap(formerIn);
  if (written.length === 0) return undefined;
  const names = namesOf(actives, leadOf(actives));
  const now = new Map<string, Map<string, string>>();
  for (const { group, former, name } of written) {
    const its = now.get(group) ?? new Map<string, string>();
    now.set(group, its);
    if (!isPresent(group, former, names) && !its.has(foldName(former))) its.set(foldName(former), name);
  }
  const nowIn = (groups: readonly string[], name: string): string | undefined =>
    groups.reduce<string | undefined>(
      (found, group) => found ?? now.get(group)?.get(foldName(name)),
      undefined,
    );
  return {
    nowOf: (type, name) => nowIn(groupsOf(type), name),
    nowOfAny: (name) => nowIn([...now.keys()], name),
    before: (name) => written.flatMap((one) => (foldName(one.name) === foldName(name) ? [one.former] : [])),
    isPresentIn: (section, name) => isPresent(groupOf(section), name, names),
    isKnown: (type, name) =>
      groupsOf(type).some((group) => isPresent(group, name, names)) ||
      nowIn(groupsOf(type), name) !== undefined,
    key: JSON.stringify([...now].map(([group, its]) => [group, ...its])),
  };
}

/** Those of the documents that are in force. */
export const formerNames = onceFor((view: View) => formerNamesOf(view.documents));

/** What something with this name was called before, in texts of that time. */
export function namesBefore(name: string, view: View): readonly string[] {
  return formerNames(view)?.before(name) ?? [];
}

/** A former name of a row, with its name now. */
interface Former {
  /** The section whose rows share names with it. */
  readonly group: string;
  readonly former: string;
  readonly name: string;
}

function formerIn(document: GovernedDocument): readonly Former[] {
  return [...document.sections.values()].flatMap(({ key, rows, within }) =>
    within
      ? []
      : rows.flatMap((row) =>
          formerNamesIn(row).map((former) => ({ group: groupOf(key), former, name: nameOfRow(row) ?? '' })),
        ),
  );
}

/** The names that a row had before, in order; its own name now is none of them. */
export function formerNamesIn(row: Row): readonly string[] {
  if (row.formerly?.state !== 'read') return [];
  const name = nameOfRow(row) ?? '';
  const { text } = row.formerly.source;
  return itemsOf(text)
    .map(({ from, to }) => text.slice(from, to))
    .filter((one) => foldName(one) !== foldName(name));
}

/** A service that stands in no table of services is known by its levels. */
function groupOf(section: SectionKey): string {
  if (whoSections.has(section)) return 'who';
  return section === 'service_levels' ? 'services' : section;
}

function groupsOf(type: ValueType): readonly string[] {
  switch (type.is) {
    case 'who':
    case 'party':
      return ['who'];
    case 'date':
      return ['milestones'];
    case 'name':
    case 'names':
    case 'depends':
      return type.of.map((of) => (of === 'candidates' || of === 'any' ? of : groupOf(of)));
    default:
      return [];
  }
}

function isPresent(group: string, name: string, names: Names): boolean {
  if (group === 'who') return names.who(name) !== undefined;
  if (group === 'candidates') return names.candidate(name) !== undefined;
  if (group === 'any') return false;
  return (
    names.row(group as SectionKey, name) !== undefined || (group === 'services' && isOfLevel(name, names))
  );
}

/** Where services stand in no table of their own, their levels name them. */
function isOfLevel(service: string, names: Names): boolean {
  if (names.rowNames('services').length > 0) return false;
  return names.rowNames('service_levels').some((name) => foldName(name) === foldName(service));
}
