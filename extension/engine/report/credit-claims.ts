import { periodSaid } from '../kinds/record/credit-said.ts';
import { compareDecimals, exact, subtract } from '../measure/decimal.ts';
import { roundMoney } from '../measure/money.ts';
import type { Said } from '../model/said.ts';
import type { Decimal, IsoDate, Money } from '../model/value.ts';
import { amountsByState, sumOfGroup, type CreditGroup } from '../resolve/credit-sums.ts';
import { stateOf, type Credit } from '../resolve/credits.ts';
import { durationSaid } from '../values/length-said.ts';
import { say } from '../values/say.ts';
import { periodTold, type CreditLine, type PeriodTold } from './credit-lines.ts';

/** What can be claimed under one document of service levels for one period; plain data. */
export interface Claim {
  readonly period: PeriodTold;
  readonly agreement: {
    readonly title: string;
    readonly path: string;
    readonly validFrom: IsoDate | undefined;
  };
  readonly currency: string;
  /** What the percentages are a part of, and what that is for the period. */
  readonly basis: {
    readonly is: Credit['basis']['key'];
    readonly stated: Money;
    readonly amount: Decimal;
    /** Whether the amount is all of it: a third of a fee has no last digit. */
    readonly isExact: boolean;
  };
  /** In percent of the basis; undefined where nothing bounds the credits of a period. */
  readonly cap: Decimal | undefined;
  /** What is claimed, in the minor unit of the currency. */
  readonly amount: Decimal;
  /** What the credits of the period come to that have not lapsed: those claimed and credited before, and these. */
  readonly together: {
    readonly percents: readonly Decimal[];
    readonly isCapped: boolean;
    readonly amount: Decimal;
    /** What of it was claimed or credited before. */
    readonly before: Decimal;
  };
  readonly claimBy: IsoDate | undefined;
  readonly claimByFollows: Said | undefined;
  readonly lines: readonly CreditLine[];
}

/** What of a group is due; undefined where nothing is. */
export function claimOf(
  group: CreditGroup,
  asOf: IsoDate,
  lineOf: (credit: Credit) => CreditLine,
): Claim | undefined {
  const due = amountsByState(group, asOf).find(({ state }) => state === 'due');
  if (!due || compareDecimals(due.amount, '0') <= 0) return undefined;
  const first = due.credits[0]!;
  const { sla, terms } = first;
  return {
    period: periodTold(first),
    agreement: { title: sla.title, path: sla.path, validFrom: sla.keys.valid_from?.value },
    currency: group.currency,
    basis: basisOf(first),
    cap: terms.cap,
    amount: due.amount,
    together: togetherOf(group, asOf, due.amount),
    claimBy: first.claimBy,
    claimByFollows: followsSaid(first),
    lines: due.credits.map(lineOf),
  };
}

function togetherOf(group: CreditGroup, asOf: IsoDate, claimed: Decimal): Claim['together'] {
  const credits = group.credits.filter((credit) => stateOf(credit, asOf) !== 'lapsed');
  const { amount, capped } = sumOfGroup({ credits });
  return {
    percents: credits.map(({ percent }) => percent),
    isCapped: capped,
    amount,
    before: roundMoney(subtract(exact(amount), exact(claimed)), group.currency),
  };
}

function basisOf({ basis, terms }: Credit): Claim['basis'] {
  const amount = roundMoney(terms.basis, terms.currency);
  const rest = subtract(terms.basis, exact(amount));
  return { is: basis.key, stated: basis.money, amount, isExact: rest.numerator === 0n };
}

/** What the last day to claim follows from; undefined where it follows from nothing that reads. */
function followsSaid({ sla, period }: Credit): Said | undefined {
  const within = sla.keys.claim_within?.value;
  if (within === undefined) return undefined;
  return say('{{length}} after {{end}}, the last day of {{period}}', {
    length: durationSaid(within),
    end: period.to,
    period: periodSaid(period),
  });
}
