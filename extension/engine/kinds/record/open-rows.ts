import type { Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { formerNamesIn } from '../../resolve/former-names.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { foldName } from '../../values/fold.ts';
import { heldOf, recordsOf, seriesOf } from './series.ts';

/** Rows of one name through the final records, oldest first. */
interface Thread<K extends 'actions' | 'waiting_for'> {
  readonly name: string;
  readonly rows: readonly Row<K>[];
}

/** Actions whose newest row says that they are open: Status neither done nor dropped, Done empty (rules.md 1.4). */
export function openActions(view: View): readonly Thread<'actions'>[] {
  return threadsOf(view, 'actions').filter(({ rows }) => {
    const { status, done } = rows.at(-1)!.cells;
    const isFilled = done !== undefined && done.state !== 'empty' && done.state !== 'placeholder';
    return !isFilled && status?.value !== 'done' && status?.value !== 'dropped';
  });
}

/** One stretch of waiting, with the day of the first record of its series that no longer has it. */
interface Wait extends Thread<'waiting_for'> {
  readonly closedOn: IsoDate | undefined;
}

/**
 * Every wait. One that was gone from a record of its series and came back later is two; one without an
 * end is open: the newest record of its series still has it (rules.md 1.4).
 */
export function waits(view: View): readonly Wait[] {
  const records = recordsOf(view);
  return threadsOf(view, 'waiting_for').flatMap(({ name, rows }) => {
    const stretches: Wait[] = [];
    let from = 0;
    rows.forEach((row, i) => {
      const record = row.section.document;
      const next = rows[i + 1]?.section.document;
      const until = next === undefined ? records.length : records.indexOf(next);
      const without = records
        .slice(records.indexOf(record) + 1, until)
        .find((later) => seriesOf(later) === seriesOf(record));
      if (next !== undefined && without === undefined) return;
      stretches.push({ name, rows: rows.slice(from, i + 1), closedOn: without && heldOf(without) });
      from = i + 1;
    });
    return stretches;
  });
}

/** Waits that the newest record of their series still holds. */
export function openWaits(view: View): readonly Wait[] {
  return waits(view).filter(({ closedOn }) => closedOn === undefined);
}

function threadsOf<K extends 'actions' | 'waiting_for'>(view: View, key: K): readonly Thread<K>[] {
  const threads = new Map<string, { name: string; rows: Row<K>[] }>();
  for (const record of recordsOf(view)) {
    const rows = record.sections.get(key)?.rows ?? [];
    const here = new Set(rows.map((row) => foldName(nameOf(row as unknown as Row))));
    for (const row of rows) {
      const name = nameOf(row);
      const folded = foldName(name);
      if (folded === '') continue;
      const former = formerNamesIn(row as unknown as Row).map(foldName);
      const known = [folded, ...former.filter((one) => !here.has(one))].find((one) => threads.has(one));
      const thread = known === undefined ? { name, rows: [] } : threads.get(known)!;
      thread.rows.push(row);
      if (known === folded) continue;
      if (known !== undefined) threads.delete(known);
      threads.set(folded, { ...thread, name });
    }
  }
  return [...threads.values()];
}

function nameOf(row: Row): string {
  return nameOfRow(row) ?? '';
}
