import type { Overview } from '../../engine/reports.ts';

/** One engagement of one workspace folder, as far as it is known by now. */
export interface EngagementLine {
  readonly folderUri: string;
  readonly folderName: string;
  /** The engagement's folder in the workspace folder. */
  readonly folder: string;
  readonly title: string;
  /** Path of the engagement document. */
  readonly lead: string | undefined;
  /** Absent until it is computed. */
  readonly overview: Overview | undefined;
}

/** The same for every line about one engagement. */
export function keyOf({ folderUri, folder }: Omit<EngagementLine, 'overview'>): string {
  return `${folderUri} ${folder}`;
}

export function isSameEngagement(a: EngagementLine, b: EngagementLine): boolean {
  return keyOf(a) === keyOf(b);
}

/** Whether two lines about one engagement say the same. */
export function isSameLine(a: EngagementLine, b: EngagementLine): boolean {
  return a.title === b.title && a.lead === b.lead && a.overview === b.overview;
}

/** Whether two lists of lines say the same. */
export function areSameLines(before: readonly EngagementLine[], now: readonly EngagementLine[]): boolean {
  return (
    before.length === now.length &&
    before.every((line, i) => isSameEngagement(line, now[i]!) && isSameLine(line, now[i]!))
  );
}
