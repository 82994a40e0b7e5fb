import { addLength } from '../calendar/add-length.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate } from '../model/value.ts';
import { workDaysOf } from './work-days.ts';

export interface NextReview {
  readonly day: IsoDate;
  /** What it is counted from: the newest sign-off, or `valid_from`. */
  readonly since: IsoDate;
  readonly signoff: GovernedDocument | undefined;
}

/** Newest sign-off plus `review_every`; without one, `valid_from` plus `review_every` (rules.md DOC008). */
export function nextReview(document: GovernedDocument, view: View): NextReview | undefined {
  const every = document.keys.review_every?.value;
  if (every === undefined || every === 'none') return undefined;
  const signoff = view.signoffsOf(document).findLast(({ keys }) => keys.date?.value !== undefined);
  const since = signoff?.keys.date?.value ?? document.keys.valid_from?.value;
  if (since === undefined) return undefined;
  return { day: addLength(since, every, workDaysOf(view)), since, signoff };
}
