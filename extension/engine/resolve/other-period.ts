import type { Field } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Measure, MeasuredOver, Quantity } from '../model/value.ts';
import { feeNamed, partOfFee } from '../values/fee-named.ts';
import { fold } from '../values/fold.ts';
import { windowNamed } from '../values/meant/times.ts';
import { overPeriod } from '../values/measure.ts';

type Period = NonNullable<ReturnType<typeof windowNamed>>;

/** A period that a value names beside what it says, and the value that says another one. */
export interface OtherPeriod {
  readonly of: 'window' | 'fee';
  /** The words that name it. */
  readonly named: string;
  readonly stated: Field;
}

/**
 * "99.9 % monthly" or "Monthly uptime" where a quarter is measured, "10 % of monthly fee" where credits are
 * counted by quarters: what a value says beside itself may not contradict what the document says (spellings 5).
 */
export function otherPeriod(field: Field, view: View): OtherPeriod | undefined {
  const { section } = field.row ?? {};
  if (section?.key === 'service_levels') return otherWindow(field);
  const { is } = field.spec.type;
  if (is !== 'percent' && is !== 'basis') return undefined;
  const text = fold(field.source.text);
  const fee = is === 'percent' ? partOfFee(text)?.fee : feeNamed(text);
  if (fee === undefined || fee === 'fee') return undefined;
  const stated = otherBasis(field, fee, view);
  return stated && { of: 'fee', named: field.source.text, stated };
}

function otherWindow(field: Field): OtherPeriod | undefined {
  const stated = field.document.keys.measured_over;
  const named = stated?.value && periodBeside(field);
  if (!named || mayBe(stated.value, named.period)) return undefined;
  return { of: 'window', named: named.text, stated };
}

/** The period behind a quantity, which is its note, or before "uptime" in a measure, of which it is no part. */
function periodBeside({ spec, value, source }: Field): { text: string; period: Period } | undefined {
  let text: string | undefined;
  if (spec.type.is === 'quantity') text = (value as Quantity).note;
  if (spec.type.is === 'measure' && (value as Measure).kind === 'availability')
    text = overPeriod.exec(fold(source.text))?.[0].trim();
  const period = text === undefined ? undefined : windowNamed(fold(text));
  return period && { text: text!, period };
}

/**
 * What says that credits are not of the fee of a period: the sum that they are a part of, or the window that
 * the fee is counted for (a monthly fee counts three times in a quarter); without a window the fee itself.
 */
function otherBasis(field: Field, named: Period, view: View): Field | undefined {
  const { credit_basis: own, measured_over: window } = field.document.keys;
  const sum = own?.value !== 'fee' ? own?.value : undefined;
  if (sum !== undefined) {
    if (sum.per === undefined) return undefined;
    if (sum.per !== named) return own;
  }
  if (window?.value !== undefined) return mayBe(window.value, named) ? undefined : window;
  const fee = view.lead?.keys.fee;
  const per = sum === undefined ? fee?.value?.per : undefined;
  return per === undefined || per === named ? undefined : fee;
}

/** Whether a window is, or may be called, the calendar window of a name: 30 days are a month to most. */
function mayBe(over: MeasuredOver, name: Period): boolean {
  if (over.kind === 'calendar') return over.unit === name;
  const { n, unit } = over.length;
  const [least, most] = daysOf[name];
  const days = Number(n) * (unit === 'week' ? 7 : unit === 'hour' ? 1 / 24 : 1);
  return days >= least && days <= most;
}

const daysOf = { week: [7, 7], month: [28, 31], quarter: [90, 92], year: [365, 366] } as const;
