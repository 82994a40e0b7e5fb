import type { Fact } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { standingOf, type EngagementData, type FinalDate } from '../report/standing.ts';

/** What a new engagement is told first: the date that the tree and the status tell first too. */
export interface FirstDate extends FinalDate {
  /** How it comes about; absent where it is written down. */
  readonly how: string | undefined;
  readonly working: Said | undefined;
}

/** The date to tell first of an engagement with these facts; undefined where none follows. */
export function firstDate(
  engagement: EngagementData,
  facts: readonly Fact[],
  asOf: IsoDate,
): FirstDate | undefined {
  const { first } = standingOf(engagement, { asOf, facts, due: [], findings: [], questions: [] });
  if (!first) return undefined;
  const from = facts.find(({ name, value }) => name === first.name && value === first.date);
  return { ...first, how: from?.how, working: from?.working };
}
