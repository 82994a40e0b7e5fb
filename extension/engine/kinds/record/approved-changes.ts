import { catalogue } from '../../model/generated/catalogue.ts';
import type { Field, GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Span } from '../../model/text.ts';
import type { IsoDate } from '../../model/value.ts';
import { anchorOf } from '../../resolve/link-targets.ts';
import { behindLink, normal, placeNamed, valuesNamed } from '../../resolve/named-place.ts';
import { fold } from '../../values/fold.ts';
import { nearMiss } from '../../values/near-miss.ts';
import { spanWithin } from '../../values/span-within.ts';

/** A row of a change that was agreed, whose What reads as a link with a place behind it. */
export interface ApprovedChange {
  readonly row: Row<'changes'>;
  readonly held: IsoDate;
  /** The document that it changes. */
  readonly of: GovernedDocument;
  /** The words for the place, and their characters. */
  readonly words: string;
  readonly span: Span;
  /** The row or the values that they name; several values where they fit several, none where they fit nothing. */
  readonly place: { readonly row: Row } | { readonly values: readonly Field[] };
}

/** Changes that were agreed and name a place, or seem to, oldest first. */
export function approvedChanges(view: View): readonly ApprovedChange[] {
  return linkedChanges(view).flatMap((change) => placed(change) ?? []);
}

/** A change that was agreed, of a document: what its words name there is not asked. */
export type LinkedChange = Omit<ApprovedChange, 'place'> & { readonly anchor: string | undefined };

/** Changes of the final records that were approved, which is what an empty outcome means, oldest first. */
export function linkedChanges(view: View): readonly LinkedChange[] {
  const changes = view.documentsOf('record').flatMap((record) => {
    const { type, held, outcome } = record.keys;
    if (record.status !== 'active' || type?.value !== 'change' || held?.value === undefined) return [];
    if (outcome?.state === 'unread' || (outcome?.value ?? 'approved') !== 'approved') return [];
    const rows = record.sections.get('changes')?.rows ?? [];
    return rows.flatMap((row) => changeOf(row, held.value!, view) ?? []);
  });
  return changes.sort((a, b) => (a.held < b.held ? -1 : a.held > b.held ? 1 : 0));
}

function changeOf(row: Row<'changes'>, held: IsoDate, view: View): LinkedChange | undefined {
  const { what } = row.cells;
  const [link, ...more] = what?.source.links ?? [];
  if (what?.state !== 'read' || !link || link.image || more.length > 0) return undefined;
  const { text } = what.source;
  if (!text.startsWith(link.text) || !/^\s*:/.test(text.slice(link.text.length))) return undefined;
  const of = view.linked(row.section.document, link.target);
  if (!of || !view.documents.includes(of)) return undefined;
  const { start, end } = behindLink(0, [link], text);
  const words = text.slice(start, end);
  return { row, held, of, words, span: spanWithin(what.source, start, end), anchor: anchorOf(link.target) };
}

function placed({ anchor, ...change }: LinkedChange): ApprovedChange | undefined {
  const { words, of } = change;
  const named = words === '' ? undefined : placeNamed(words, of, anchor);
  const place = named && 'cells' in named ? { row: named } : { values: valuesNamed(words, of, anchor) };
  if ('values' in place && place.values.length === 0 && !isPlace(words, of)) return undefined;
  return { ...change, place };
}

/**
 * Whether words that name nothing are meant for a place all the same: they are a key, known or written as one, or end in a
 * column that the document has or nearly has. Anything else is prose.
 */
function isPlace(words: string, document: GovernedDocument): boolean {
  const name = normal(words);
  if (/^[a-z]+(?:_[a-z]+)*$/.test(name)) return name.includes('_') || isNear(name, keysOf(document));
  const column = name.slice(name.lastIndexOf(', ') + 2);
  return name.includes(', ') && isNear(column, columnsOf(document));
}

function isNear(word: string, known: ReadonlySet<string>): boolean {
  return known.has(fold(word)) || nearMiss(word, known) !== undefined;
}

/** Keys that the document may have: those of its kind and of the kinds whose sections it holds. */
function keysOf({ kind, sections }: GovernedDocument): ReadonlySet<string> {
  const kinds = [kind, ...[...sections.values()].map(({ spec }) => spec.kind)];
  return new Set(kinds.flatMap((one) => catalogue.kinds[one].keys.map(({ key }) => key)));
}

function columnsOf({ sections }: GovernedDocument): ReadonlySet<string> {
  return new Set(
    [...sections.values()].flatMap(({ spec }) => spec.columns.flatMap(({ aliases }) => aliases)),
  );
}
