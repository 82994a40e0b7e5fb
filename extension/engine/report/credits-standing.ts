import type { Language } from '../model/language.ts';
import type { Decimal, IsoDate } from '../model/value.ts';
import { amountsByState, creditGroups, sumsByCurrency } from '../resolve/credit-sums.ts';
import { creditsOf, creditStates, isCounted, type CreditState } from '../resolve/credits.ts';
import { languageOf } from '../resolve/document-language.ts';
import { claimOf, type Claim } from './credit-claims.ts';
import { compareLines, creditLine, isTold, type CreditLine } from './credit-lines.ts';
import type { EngagementData } from './standing.ts';

/** The service credits of an engagement as of a day: what each result earns, and what it comes to; plain data. */
export interface CreditsStanding {
  readonly folder: string;
  readonly title: string;
  /** That of the engagement document: a letter is written in it where nobody asks for another. */
  readonly language: Language;
  readonly client: string | undefined;
  readonly supplier: string | undefined;
  /** The reference of the contract. */
  readonly contract: string | undefined;
  readonly lines: readonly CreditLine[];
  /** One for each state and currency, without what is disputed. */
  readonly sums: readonly CreditSum[];
  /** What can be claimed, one for each agreement and period. */
  readonly claims: readonly Claim[];
}

export interface CreditSum {
  readonly state: CreditState;
  readonly currency: string;
  readonly amount: Decimal;
}

/** Of active documents and final records alone: nothing is owed by a draft. */
export function creditsStanding({ folder, title, view }: EngagementData, asOf: IsoDate): CreditsStanding {
  const { lead } = view;
  const newest = creditsOf(view).filter(({ isRepeated }) => !isRepeated);
  const lines = new Map(newest.filter(isTold).map((credit) => [credit, creditLine(credit, asOf)] as const));
  const groups = creditGroups(newest.filter(isCounted));
  const amounts = groups.flatMap((group) => amountsByState(group, asOf));
  return {
    folder,
    title,
    language: lead ? languageOf(lead, view) : (view.defaultLanguage ?? 'en'),
    client: lead?.keys.client?.value,
    supplier: lead?.keys.supplier?.value,
    contract: lead?.keys.contract?.value,
    lines: [...lines.values()].sort(compareLines),
    sums: creditStates.flatMap((state) =>
      sumsByCurrency(amounts.filter((one) => one.state === state)).map(({ currency, sum }) => ({
        state,
        currency,
        amount: sum,
      })),
    ),
    claims: groups.flatMap((group) => claimOf(group, asOf, (credit) => lines.get(credit)!) ?? []),
  };
}
