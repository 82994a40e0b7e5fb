import { dueResults } from '../kinds/record/ending-windows.ts';
import { givenResults, keyOf } from '../kinds/record/given-results.ts';
import { openActions, openWaits } from '../kinds/record/open-rows.ts';
import { heldOf } from '../kinds/record/series.ts';
import type { Field, GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DateValue, IsoDate, Period } from '../model/value.ts';
import { asCellText } from '../rules/replacement.ts';
import type { OfferedRow } from './starting-rows.ts';

/** An action that is still open, with the day of the record that first has it. */
export interface OpenAction {
  readonly name: string;
  readonly since: IsoDate;
  readonly row: OfferedRow;
}

/** Actions of these records that no record says to be done, as their newest row has them, in the same words. */
export function actionsCarried(records: readonly GovernedDocument[], view: View): readonly OpenAction[] {
  const ours = new Set(records);
  return openActions(view).flatMap(({ name, rows }): readonly OpenAction[] => {
    if (!rows.some(({ section }) => ours.has(section.document))) return [];
    const { owner, due, status } = rows.at(-1)!.cells;
    const row = {
      action: cellOf(name),
      owner: listOf(owner),
      due: dateOf(due, view),
      status: status?.state === 'read' ? String(status.value) : 'open',
    };
    return [{ name, since: heldOf(rows[0]!.section.document)!, row }];
  });
}

/** What the newest of these records waits for, on either side. */
export function waitsCarried(records: readonly GovernedDocument[], view: View): readonly OfferedRow[] {
  const last = records.at(-1);
  return openWaits(view).flatMap(({ name, rows }): readonly OfferedRow[] => {
    const row = rows.at(-1)!;
    if (row.section.document !== last) return [];
    const { on, since, needed_by: needed } = row.cells;
    return [
      {
        what: cellOf(name),
        on: listOf(on),
        since: cellOf(since?.source.text ?? ''),
        needed_by: dateOf(needed, view),
      },
    ];
  });
}

/**
 * A row for each service level and key figure whose result for a period is due and that no record states. A strategic
 * review looks at the goals: levels are not gone through once more.
 */
export function resultsDue(period: Period, isStrategic: boolean, view: View): readonly OfferedRow[] {
  const given = givenResults(view);
  const seen = new Set<string>();
  return dueResults(view).flatMap((one): readonly OfferedRow[] => {
    const { measured } = one;
    const key = keyOf(measured);
    if ((isStrategic && measured.is === 'level') || seen.has(key)) return [];
    if (one.endsIn(period).length === 0 || given.has(measured, period)) return [];
    seen.add(key);
    if (measured.is === 'kpi') return [{ of: cellOf(measured.row.cells.kpi!.source.text) }];
    const { service, measure } = measured.row.cells;
    return [{ of: cellOf(service!.source.text), measure: cellOf(measure!.source.text) }];
  });
}

/** A date as it was written; one that is counted from the record or the document it stood in as the day it meant. */
function dateOf(field: Field<DateValue> | undefined, view: View): string {
  const text = cellOf(field?.source.text ?? '');
  const { value } = field ?? {};
  if (value === undefined || typeof value === 'string') return text;
  const isOwn = value.anchor === 'held' || value.anchor === 'valid_from';
  return isOwn ? (view.dayOf(field) ?? text) : text;
}

/** Names as a list on one line. */
function listOf(field: Field | undefined): string {
  return cellOf((field?.source.text ?? '').replace(/\s*\n\s*/g, ', '));
}

/** A text as a cell on one line. */
function cellOf(text: string): string {
  return asCellText(text.replace(/\s+/g, ' ').trim());
}
