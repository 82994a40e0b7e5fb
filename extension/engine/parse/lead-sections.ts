import type { GovernedDocument, ReadingProblem } from '../model/document.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';
import type { Entry } from './entry.ts';
import type { FieldReader } from './read-field.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a record of some type is kept for. */
const leadOfRecord: ReadonlyMap<unknown, SectionKey> = new Map([
  ['service-review', 'results'],
  ['change', 'changes'],
]);

/**
 * The sections of which a document needs one; none where any document of the engagement may hold it. What a record
 * needs depends on its type.
 */
export function leadSections(
  { catalogue }: Pick<Vocabulary, 'catalogue'>,
  kind: KindKey,
  type: unknown,
): readonly SectionKey[] {
  const { lead, leadAnywhere } = catalogue.kinds[kind];
  if (kind !== 'record') return leadAnywhere ? [] : lead;
  const only = leadOfRecord.get(type);
  return only ? [only] : [];
}

/** The type of a record, before its keys are read; what that says of the word is said there. */
export function typeOfRecord(
  vocabulary: Vocabulary,
  document: GovernedDocument,
  entries: readonly Entry[],
  fields: FieldReader,
  problems: ReadingProblem[],
): unknown {
  if (document.kind !== 'record') return undefined;
  const spec = vocabulary.keyOf(document.kind, 'type');
  const entry = entries.find(({ key }) => key === 'type');
  if (!spec || !entry || entry.broken) return undefined;
  const before = problems.length;
  const { value } = fields.read(document, spec, entry.source);
  problems.length = before;
  return value;
}
