import { daysBetween } from '../calendar/plain-date.ts';
import { creditSaid, periodSaid, valueEarnsSaid } from '../kinds/record/credit-said.ts';
import type { Field } from '../model/document.ts';
import type { Said, SaidPart } from '../model/said.ts';
import { rangeOf, type Range } from '../model/text.ts';
import type { Decimal, IsoDate } from '../model/value.ts';
import { periodOfCredit } from '../resolve/credit-sums.ts';
import { isOwed, stateOf, type Credit, type CreditState } from '../resolve/credits.ts';
import { compareText } from '../values/compare-text.ts';
import { joined } from '../values/say.ts';
import { valueSaid } from '../values/value-said.ts';

/** `disputed`: the other party states another value, so that it is neither won nor lost. */
export type LineState = CreditState | 'disputed';

/** What one result earns; plain data. */
export interface CreditLine {
  readonly state: LineState;
  readonly service: string;
  readonly measure: Said;
  readonly period: PeriodTold;
  readonly result: Said;
  /** In the minor unit of its currency, alone: where a cap holds a sum down, more than its part of that. */
  readonly amount: Decimal;
  readonly currency: string;
  readonly isCapped: boolean;
  readonly working: Said;
  /** Last day to claim; undefined where the agreement has none that reads. */
  readonly claimBy: IsoDate | undefined;
  /** From the day asked about to that day, negative once it has passed. */
  readonly daysLeft: number | undefined;
  /** What the record says was credited; undefined where it says nothing that reads. */
  readonly credited: Said | undefined;
  /** What the other party states. */
  readonly other: OtherValue | undefined;
  /** The newest record that states it, and the row there. */
  readonly record: { readonly title: string; readonly path: string; readonly held: IsoDate | undefined };
  readonly range: Range;
  /** Paths of all records that state it. */
  readonly statedIn: readonly string[];
  /** What the agreement promises, and the tier that holds the result, in percent. */
  readonly target: Said | undefined;
  readonly tier: { readonly from: Decimal; readonly below: Decimal; readonly credit: Decimal } | undefined;
}

export interface PeriodTold {
  /** "2026-10", "2026-07-01 to 2026-08-15". */
  readonly text: string;
  readonly said: SaidPart;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

interface OtherValue {
  readonly value: Said;
  /** Undefined where the value is no percentage that reads. */
  readonly earns: { readonly amount: Decimal; readonly working: Said } | undefined;
}

/** Whether it comes to something, or may: of what is disputed the value of one side is enough. */
export function isTold(credit: Credit): boolean {
  const { dispute } = credit;
  return isOwed(credit) || (dispute !== undefined && (!dispute.earned || isOwed(dispute.earned)));
}

export function creditLine(credit: Credit, asOf: IsoDate): CreditLine {
  const { row, record, level, dispute, claimBy, tier } = credit;
  const { result, credited } = row.cells;
  const { service, measure, target } = level.cells;
  return {
    state: dispute ? 'disputed' : stateOf(credit, asOf),
    service: service!.source.text,
    measure: fieldSaid(measure!),
    period: periodTold(credit),
    result: fieldSaid(result!),
    amount: credit.amount,
    currency: credit.terms.currency,
    isCapped: credit.capped,
    working: creditSaid(credit),
    claimBy,
    daysLeft: claimBy === undefined ? undefined : daysBetween(asOf, claimBy),
    credited: credited?.value === undefined ? undefined : fieldSaid(credited),
    other: otherValue(credit),
    record: { title: record.title, path: record.path, held: record.keys.held?.value },
    range: rangeOf(record.lineStarts, row.span),
    statedIn: credit.statedIn.map(({ path }) => path).sort(compareText),
    target: target?.value === undefined ? undefined : fieldSaid(target),
    tier: tier && {
      from: tier.cells.from!.value!,
      below: tier.cells.below!.value!,
      credit: tier.cells.credit!.value!,
    },
  };
}

export function periodTold(credit: Pick<Credit, 'period'>): PeriodTold {
  const { period } = credit;
  return { text: periodOfCredit(credit), said: periodSaid(period), from: period.from, to: period.to };
}

const lineStates: readonly LineState[] = ['due', 'disputed', 'claimed', 'credited', 'lapsed'];

/** What is to be done first stands first: what is due by its last day, then what is disputed, and what is done. */
export function compareLines(a: CreditLine, b: CreditLine): number {
  return (
    lineStates.indexOf(a.state) - lineStates.indexOf(b.state) ||
    compareText(a.claimBy ?? '9999', b.claimBy ?? '9999') ||
    compareText(a.period.from, b.period.from) ||
    compareText(a.record.path, b.record.path) ||
    a.range.start.line - b.range.start.line
  );
}

function otherValue(credit: Credit): OtherValue | undefined {
  const { dispute } = credit;
  if (!dispute) return undefined;
  const { value, earned } = dispute;
  return {
    value: fieldSaid(value),
    earns: earned && {
      amount: earned.amount,
      working: valueEarnsSaid(value.source.text, earned, credit),
    },
  };
}

/** A value as each language writes it; what does not read stands as it was written. */
function fieldSaid({ spec, value, source }: Field): Said {
  return value === undefined ? joined([source.text], '') : valueSaid(spec.type, value);
}
