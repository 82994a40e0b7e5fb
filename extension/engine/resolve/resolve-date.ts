import { addLength, subtractLength } from '../calendar/add-length.ts';
import { addDays } from '../calendar/plain-date.ts';
import type { Work } from '../calendar/working-days.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { DateValue, Duration, IsoDate, RelativeDate } from '../model/value.ts';
import { isFixedAnchor } from '../values/date.ts';

/** What dates of an engagement are counted from. */
export interface DateAnchors {
  readonly lead: GovernedDocument | undefined;
  milestone(name: string): Row<'milestones'> | undefined;
  /** The working days that a working length in this field counts. */
  work(field: Field): Work;
}

/**
 * Says which day a date stands for. Relative dates are counted from `start` and `end` of the engagement,
 * `valid_from` and `held` of the document itself, the last day of a sprint (`sprint_start` + N x
 * `sprint_length` - 1 day), or the Due of a milestone (format.md section 4). Undefined where an anchor
 * is unknown, has no date, or leads back to itself (format-details 27). Each milestone is counted once.
 */
export function createDateResolver(
  anchors: DateAnchors,
): (field: Field<DateValue> | undefined) => IsoDate | undefined {
  const known = new Map<Row<'milestones'>, IsoDate | undefined>();

  /** From the milestone at the end of a chain of anchors back to the first: a long chain is no reason to fall over. */
  function dueOf(first: Row<'milestones'>): IsoDate | undefined {
    const chain: Row<'milestones'>[] = [];
    const inChain = new Set<Row<'milestones'>>();
    let next: Row<'milestones'> | undefined = first;
    while (next && !known.has(next) && !inChain.has(next)) {
      chain.push(next);
      inChain.add(next);
      const value: DateValue | undefined = next.cells.due?.value;
      next = typeof value === 'object' ? milestoneOf(value, anchors) : undefined;
    }
    for (const milestone of chain.reverse()) known.set(milestone, dayOf(milestone.cells.due));
    return known.get(first);
  }

  function dayOf(field: Field<DateValue> | undefined): IsoDate | undefined {
    const { value, document } = field ?? {};
    if (typeof value !== 'object' || !document) return value as IsoDate | undefined;
    const milestone = milestoneOf(value, anchors);
    const from = milestone ? known.get(milestone) : dayOfFixed(value.anchor, document, anchors);
    if (from === undefined) return undefined;
    const work = value.by.working && field ? anchors.work(field) : undefined;
    return value.sign === '+' ? addLength(from, value.by, work) : subtractLength(from, value.by, work);
  }

  return (field) => {
    const { value } = field ?? {};
    const milestone = typeof value === 'object' ? milestoneOf(value, anchors) : undefined;
    if (milestone) dueOf(milestone);
    return dayOf(field);
  };
}

/** The milestone that a date is counted from. */
function milestoneOf({ anchor }: RelativeDate, anchors: DateAnchors): Row<'milestones'> | undefined {
  return isFixedAnchor(anchor) ? undefined : anchors.milestone(anchor);
}

function dayOfFixed(
  anchor: string,
  { keys }: GovernedDocument,
  { lead, work }: DateAnchors,
): IsoDate | undefined {
  const terms = lead?.keys;
  if (anchor === 'start') return terms?.start?.value;
  if (anchor === 'end') return terms?.end?.value;
  if (anchor === 'valid_from') return keys.valid_from?.value;
  if (anchor === 'held') return keys.held?.value;
  const sprint = /^sprint (\d+)$/.exec(anchor);
  const length = terms?.sprint_length;
  if (!sprint || length?.value === undefined) return undefined;
  return lastDayOfSprint(Number(sprint[1]), terms?.sprint_start?.value, length.value, work(length));
}

function lastDayOfSprint(
  n: number,
  start: IsoDate | undefined,
  length: Duration | 'none',
  work: Work,
): IsoDate | undefined {
  if (start === undefined || length === 'none') return undefined;
  if (!/^\d+$/.test(length.n)) return undefined;
  return addDays(addLength(start, { ...length, n: String(BigInt(length.n) * BigInt(n)) }, work), -1);
}
