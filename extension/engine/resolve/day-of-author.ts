import type { CommitOfDocument } from '../model/history.ts';
import type { IsoDate } from '../model/value.ts';

/** The day of whoever made a commit, by their own clock. */
export function dayOfAuthor({ authored }: Pick<CommitOfDocument, 'authored'>): IsoDate {
  return authored.slice(0, 10);
}
