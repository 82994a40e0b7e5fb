import { catalogue } from '../model/generated/catalogue.ts';
import type { Remark } from '../rules/remark.ts';
import { engagementQuestions } from './engagement-questions.ts';

/**
 * The order in which questions are put, such that most follows soonest from the answers: keys of the engagement, from which
 * its dates follow; the other keys as the kind lists them; then the sections from top to bottom, as their template has
 * them, because later tables name rows of earlier ones.
 */
export function byWhatFollows(a: Remark, b: Remark): number {
  const [ofA, ofB] = [orderOf(a), orderOf(b)];
  for (const [i, rank] of ofA.entries()) if (rank !== ofB[i]) return rank - ofB[i]!;
  return 0;
}

function orderOf({ place, data }: Remark): readonly [group: number, rank: number, start: number] {
  const { document, at, span } = place;
  const key = at === '' ? data['key'] : at;
  const { kind } = document;
  const early = kind === 'engagement' ? engagementQuestions.findIndex((spec) => spec.key === key) : -1;
  if (early >= 0) return [0, early, 0];
  const rank = catalogue.kinds[kind].keys.findIndex((spec) => spec.key === key && key !== 'kind');
  if (rank >= 0) return [1, rank, 0];
  // What stands nowhere yet is asked for at the kind, and comes last.
  return [at === 'kind' ? 3 : 2, 0, span.start];
}
