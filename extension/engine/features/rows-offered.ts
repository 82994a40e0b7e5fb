import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey } from '../model/schema.ts';
import { wordMeant } from '../values/words-in.ts';
import { rowName, type StartingRows } from './starting-rows.ts';
import { topicsOffered } from './topics-offered.ts';

/** A document that is not there yet. */
export interface NewDocument {
  readonly kind: KindKey;
  /** Where it will stand, relative to the root. */
  readonly path: string;
  readonly values: ReadonlyMap<string, string>;
}

/** What an engagement has, and what it offers for the tables of a new document. `view` holds drafts too. */
export function rowsOffered({ kind, path, values }: NewDocument, view: View): StartingRows {
  const direction = wordMeant('direction', values.get('direction') ?? '');
  return {
    taken: new Map(catalogue.kinds[kind].sections.map((key) => [key, namesIn(key, view)] as const)),
    offered: new Map(kind === 'kt-plan' ? [['topics', topicsOffered(path, direction, view)]] : []),
  };
}

/** Names of rows that no other document may have as well. */
function namesIn(key: keyof typeof catalogue.sections, view: View): ReadonlySet<string> {
  const spec = catalogue.sections[key];
  if (spec.reach !== 'engagement') return new Set();
  const names = view.rows(key).map(({ cells }) => {
    const fields: Readonly<Record<string, Field | undefined>> = cells;
    return rowName(spec, (column) => fields[column]?.source.text ?? '');
  });
  return new Set(names.filter((name) => name !== undefined));
}
