import type { KindKey, SectionSpec } from '../model/schema.ts';
import { hasNames } from './named-columns.ts';
import { matchColumns, nearColumn } from './tables.ts';
import type { Headers } from './table-headers.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Whether a table under the word for a section is rather somebody's own: it stands in a document whose kind does not
 * hold the section, and has one column of it among others, or two at most of which none names its rows. "Options" with pros and cons in a
 * change, or "Meetings" that were held in a report, are no part of an exit plan or a calendar. An engagement may be
 * one file, and holds everything.
 */
export function isStrange(
  vocabulary: Vocabulary,
  kind: KindKey,
  spec: SectionSpec,
  headers: Headers,
): boolean {
  if (kind === 'engagement' || vocabulary.kindsHolding(spec.key).includes(kind)) return false;
  const { count, hasRequired } = matchColumns(vocabulary, spec, headers);
  // Where not one column is known, the reader may have it in another language; that is said elsewhere.
  if (count === 0 || hasRequired) return false;
  if (count === 1 && headers.length > 2) return true;
  return count <= 2 && !hasNames(vocabulary, spec, headers) && !nearlyHasNames(vocabulary, spec, headers);
}

/** Whether a header would be that of the names of rows but for a slip of the pen: that is said, and not passed over. */
function nearlyHasNames(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): boolean {
  return headers.some(({ text }) => {
    const near = text === '' ? undefined : nearColumn(vocabulary, spec, text, new Map());
    return near !== undefined && vocabulary.columnNamed(spec.key, near)?.key === spec.identity[0];
  });
}

/** Whether all tables below a heading that names a section are. */
export function areStrange(
  vocabulary: Vocabulary,
  kind: KindKey,
  spec: SectionSpec,
  tables: readonly Headers[],
): boolean {
  if (spec.columns.length === 0 || tables.length === 0) return false;
  return tables.every((headers) => isStrange(vocabulary, kind, spec, headers));
}
