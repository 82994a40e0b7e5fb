import type { Overview } from '../engine/reports.ts';

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
