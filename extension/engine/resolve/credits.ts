import { addLength } from '../calendar/add-length.ts';
import { feePeriodsIn } from '../calendar/periods.ts';
import { creditDue, tierOf, type CreditTerms, type CreditTier } from '../measure/credits.ts';
import { compareDecimals, exact, multiply, type Exact } from '../measure/decimal.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Decimal, IsoDate, Money, Period, Quantity } from '../model/value.ts';
import { fold, foldName } from '../values/fold.ts';
import { tierSetsOf, tiersOf, type TierSet } from './credit-tiers.ts';
import { isFilled } from './is-filled.ts';
import { isInForce, pastResults, targetOf, type PastResult } from './results.ts';
import { isAvailability, levelsByService } from './service-levels.ts';
import { workDaysOf } from './work-days.ts';
import { addTo } from '../values/add-to.ts';

/** What a value earns under the service credits of a document. */
export interface Earned {
  /** The tier that holds the value; undefined where none does: then nothing is due. */
  readonly tier: Row<'service_credits'> | undefined;
  /** In percent of the basis. */
  readonly percent: Decimal;
  /** What it earns alone, held to the cap. */
  readonly amount: Decimal;
  readonly capped: boolean;
}

/** What a result of an availability level earns under the service credits of its document. */
export interface Credit extends Earned {
  readonly row: Row<'results'>;
  readonly record: GovernedDocument;
  readonly level: Row<'service_levels'>;
  readonly sla: GovernedDocument;
  readonly period: Period;
  readonly basis: CreditBasis;
  readonly terms: CreditTerms;
  /** Last day on which it can be claimed; undefined without a readable `claim_within`. */
  readonly claimBy: IsoDate | undefined;
  /** Whether Claimed and Credited are filled, here or where another final record states the same result. */
  readonly claimed: Claimed;
  readonly isCredited: boolean;
  /** A newer record states the result of the same level and period. */
  readonly isRepeated: boolean;
  /** The records that state it, this one among them. */
  readonly statedIn: readonly GovernedDocument[];
  /** Undefined where both parties state the same. */
  readonly dispute: Dispute | undefined;
}

/** What the other party states of a result. */
export interface Dispute {
  readonly value: Field<Quantity>;
  /** What that value earns; undefined where it is no percentage, or does not read. */
  readonly earned: Earned | undefined;
}

/** `no` is a claim that was given up; `unknown` is filled and does not read. */
export type Claimed =
  | { readonly is: 'open' | 'yes' | 'no' | 'unknown' }
  | { readonly is: 'on'; readonly day: IsoDate };

/** The money that credits are a part of, for one period. */
export interface CreditBasis {
  readonly key: 'credit_basis' | 'fee';
  readonly money: Money;
}

/** In the order in which they take of a sum that is held to a cap. */
export const creditStates = ['credited', 'claimed', 'due', 'lapsed'] as const;

export type CreditState = (typeof creditStates)[number];

/**
 * What each result of an availability level in the view earns (rules.md section 3, credit-due), in the
 * order of the records. Not given where an input is empty, unknown or does not read, and for a result
 * older than the `valid_from` of its document (format-details 12).
 */
export function creditsOf(view: View): readonly Credit[] {
  const levels = levelsByService(view);
  const sets = new Map<GovernedDocument, readonly TierSet[]>();
  const credits = view.rows('results').flatMap((row) => {
    const target = targetOf(row, view, levels);
    if (target?.is !== 'level') return [];
    const sla = target.row.section.document;
    let its = sets.get(sla);
    if (!its) sets.set(sla, (its = tierSetsOf(sla, view)));
    return creditOf(row, target.row, its, view) ?? [];
  });
  return withClaims(credits);
}

/** Past results that would earn a credit, or nothing, under the credits of their document as it is now. */
export function pastCredits(view: View): readonly PastResult[] {
  return pastResults(view).filter(
    ({ of, terms }) =>
      of.is === 'level' &&
      isAvailability(of.row.cells.measure?.value) &&
      (terms.sections.get('service_credits')?.rows.length ?? 0) > 0,
  );
}

/** Where a credit stands on a day: what can be claimed until a day has lapsed after it. */
export function stateOf({ claimed, isCredited, claimBy }: Credit, asOf: IsoDate): CreditState {
  if (isCredited) return 'credited';
  if (claimed.is === 'no') return 'lapsed';
  if (claimed.is !== 'open') return 'claimed';
  return claimBy !== undefined && claimBy < asOf ? 'lapsed' : 'due';
}

/** Whether a credit is more than nothing. */
export function isOwed({ amount }: Pick<Credit, 'amount'>): boolean {
  return compareDecimals(amount, '0') > 0;
}

/** Whether it counts in a sum: each result once, and none that is disputed, which neither side has won. */
export function isCounted(credit: Credit): boolean {
  return isOwed(credit) && !credit.isRepeated && !credit.dispute;
}

type UnclaimedCredit = Omit<Credit, 'claimed' | 'isCredited' | 'isRepeated' | 'statedIn'>;

function creditOf(
  row: Row<'results'>,
  level: Row<'service_levels'>,
  sets: readonly TierSet[],
  view: View,
): UnclaimedCredit | undefined {
  const record = row.section.document;
  const sla = level.section.document;
  const period = record.keys.period?.value;
  const service = level.cells.service!.source.text;
  const set = tiersOf(service, sets);
  if (period === undefined || !isAvailability(level.cells.measure?.value) || !isInForce(sla, record))
    return undefined;
  const tiers = set?.isComplete ? set.rows.flatMap(readTier) : [];
  if (set === undefined || tiers.length !== set.rows.length) return undefined;
  const terms = termsOf(sla, period, view);
  const earned = terms && earnedBy(row.cells.result, tiers, terms.terms);
  if (!earned) return undefined;
  const { disputed } = row.cells;
  const dispute =
    disputed && isFilled(disputed)
      ? { value: disputed, earned: earnedBy(disputed, tiers, terms.terms) }
      : undefined;
  const claimBy = claimByOf(sla, period, view);
  return { row, record, level, sla, period, ...terms, ...earned, claimBy, dispute };
}

/** Undefined where the value is empty, does not read, or is no percentage. */
function earnedBy(
  field: Field<Quantity> | undefined,
  tiers: readonly ReadTier[],
  terms: CreditTerms,
): Earned | undefined {
  const { unit, value } = field?.value ?? {};
  if (unit !== '%' || value === undefined) return undefined;
  const place = tierOf(value, tiers);
  const tier = place === undefined ? undefined : tiers[place];
  const percent = tier?.credit ?? '0';
  const { amount, capped } = creditDue([percent], terms);
  return { tier: tier?.row, percent, amount, capped };
}

type ReadTier = CreditTier & { readonly row: Row<'service_credits'> };

function readTier(row: Row<'service_credits'>): readonly ReadTier[] {
  const { from, below, credit } = row.cells;
  if (from?.value === undefined || below?.value === undefined || credit?.value === undefined) return [];
  return [{ row, from: from.value, below: below.value, credit: credit.value }];
}

/** The basis for a period, the cap and the rounding; undefined where one of them does not read or nothing says of what. */
function termsOf(
  sla: GovernedDocument,
  period: Period,
  view: View,
): { readonly basis: CreditBasis; readonly terms: CreditTerms } | undefined {
  const { credit_basis: ownBasis, credit_cap: cap, rounding } = sla.keys;
  if ([ownBasis, cap, rounding].some((field) => field?.state === 'unread')) return undefined;
  const own = ownBasis?.value;
  const basis: CreditBasis | undefined =
    own !== undefined && own !== 'fee' ? { key: 'credit_basis', money: own } : feeOf(view.lead?.keys.fee);
  const amount = basis && amountFor(basis, period);
  if (!basis || !amount) return undefined;
  const { currency } = basis.money;
  return { basis, terms: { basis: amount, currency, cap: cap?.value, rounding: rounding?.value } };
}

function feeOf(fee: Field<Money> | undefined): CreditBasis | undefined {
  return fee?.value && { key: 'fee', money: fee.value };
}

/** A `credit_basis` without a period is the sum itself; of a fee without one nobody knows what it pays for. */
function amountFor({ key, money }: CreditBasis, period: Period): Exact | undefined {
  if (money.per === undefined) return key === 'credit_basis' ? exact(money.amount) : undefined;
  const periods = feePeriodsIn(period, money.per);
  return periods && multiply(exact(money.amount), periods);
}

function claimByOf(sla: GovernedDocument, period: Period, view: View): IsoDate | undefined {
  const within = sla.keys.claim_within?.value;
  if (within === undefined) return undefined;
  return addLength(period.to, within, workDaysOf(view));
}

/** Joins what several records state of one result: claims and payments of any of them count, and the newest is the one that stands. */
function withClaims(credits: readonly UnclaimedCredit[]): readonly Credit[] {
  const groups = new Map<string, UnclaimedCredit[]>();
  for (const credit of credits) addTo(groups, keyOf(credit), credit);
  return credits.map((credit) => {
    const group = groups.get(keyOf(credit))!;
    const newest = group.reduce((best, one) => (heldOf(one) >= heldOf(best) ? one : best));
    return {
      ...credit,
      claimed: claimIn(group.map(({ row }) => row.cells.claimed)),
      isCredited: group.some(({ row }) => isFilled(row.cells.credited)),
      isRepeated: credit !== newest,
      statedIn: group.map(({ record }) => record),
    };
  });
}

function keyOf({ level, period }: UnclaimedCredit): string {
  const { service, measure } = level.cells;
  const { kind, detail = '' } = measure!.value!;
  return [foldName(service!.source.text), fold(kind), fold(detail), period.from, period.to].join('\n');
}

function heldOf({ record }: UnclaimedCredit): IsoDate {
  return record.keys.held?.value ?? '';
}

/** A day says most, then any claim, then that there will be none. */
function claimIn(fields: readonly (Field<IsoDate | boolean> | undefined)[]): Claimed {
  const filled = fields.filter((field) => isFilled(field));
  const days = filled.flatMap((field) => (typeof field?.value === 'string' ? [field.value] : [])).sort();
  if (days[0] !== undefined) return { is: 'on', day: days[0] };
  if (filled.some((field) => field?.value === true)) return { is: 'yes' };
  if (filled.some((field) => field?.value === false)) return { is: 'no' };
  return { is: filled.length > 0 ? 'unknown' : 'open' };
}
