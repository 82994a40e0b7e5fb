import { addLength, subtractLength } from '../calendar/add-length.ts';
import { addDays } from '../calendar/plain-date.ts';
import type { WorkDays } from '../calendar/working-days.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { DateValue, Duration, IsoDate } from '../model/value.ts';

/**
 * The day that a date stands for. Relative dates are counted from `start` and `end` of the engagement,
 * `valid_from` and `held` of the document itself, the last day of a sprint (`sprint_start` + N x
 * `sprint_length` - 1 day), or the Due of a milestone (format.md section 4). Undefined where an anchor
 * is unknown, has no date, or leads back to itself (format-details 27).
 */
export function resolveDate(
  field: Field<DateValue> | undefined,
  view: View,
  work?: WorkDays,
): IsoDate | undefined {
  return field?.value === undefined ? undefined : resolve(field.value, field.document, view, work, []);
}

function resolve(
  date: DateValue,
  document: GovernedDocument,
  view: View,
  work: WorkDays | undefined,
  path: readonly Row[],
): IsoDate | undefined {
  if (typeof date === 'string') return date;
  const from = dateOfAnchor(date.anchor, document, view, work, path);
  if (from === undefined) return undefined;
  return date.sign === '+' ? addLength(from, date.by, work) : subtractLength(from, date.by, work);
}

function dateOfAnchor(
  anchor: string,
  document: GovernedDocument,
  view: View,
  work: WorkDays | undefined,
  path: readonly Row[],
): IsoDate | undefined {
  const terms = view.lead?.keys;
  if (anchor === 'start') return terms?.start?.value;
  if (anchor === 'end') return terms?.end?.value;
  if (anchor === 'valid_from') return document.keys.valid_from?.value;
  if (anchor === 'held') return document.keys.held?.value;
  const sprint = /^sprint (\d{1,4})$/.exec(anchor);
  if (sprint)
    return lastDayOfSprint(Number(sprint[1]), terms?.sprint_start?.value, terms?.sprint_length?.value);
  const milestone = view.find('milestones', anchor);
  const due = milestone?.cells.due;
  if (!milestone || !due?.value || path.includes(milestone)) return undefined;
  return resolve(due.value, due.document, view, work, [...path, milestone]);
}

function lastDayOfSprint(
  n: number,
  start: IsoDate | undefined,
  length: Duration | 'none' | undefined,
): IsoDate | undefined {
  if (start === undefined || length === undefined || length === 'none') return undefined;
  const whole = { ...length, n: String(Number(length.n) * n) };
  return /^\d+$/.test(length.n) ? addDays(addLength(start, whole), -1) : undefined;
}
