import { dayOfMoment } from '../calendar/day-at.ts';
import type { View } from '../model/engagement.ts';
import type { CommitOfDocument } from '../model/history.ts';
import type { IsoDate } from '../model/value.ts';

/** The day of whoever made a commit, by their own clock. */
export function dayOfAuthor({ authored }: Pick<CommitOfDocument, 'authored'>): IsoDate {
  return authored.slice(0, 10);
}

/**
 * The last day that it was where somebody signed and committed: by the author's own clock, in a zone of the engagement or of the
 * config, or in UTC, in which the command line dates where nothing names one.
 */
export function latestDayOf(
  commit: Pick<CommitOfDocument, 'authored'>,
  { defaultZone, lead }: Pick<View, 'defaultZone' | 'lead'>,
): IsoDate {
  const zones = ['UTC', defaultZone, lead?.keys.zone?.value];
  return zones
    .map((zone) => dayOfMoment(commit.authored, zone) ?? '')
    .reduce((latest, day) => (day > latest ? day : latest), dayOfAuthor(commit));
}
