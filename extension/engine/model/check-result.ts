import type { Finding } from './finding.ts';

/** What a check counted. */
export interface CheckSummary {
  readonly engagements: number;
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Findings that an accepted deviation removed. */
  readonly accepted: number;
  readonly questions: number;
}

/** What a check found. */
export interface CheckResult {
  /** The union of the profiles in force, "base" first. */
  readonly profiles: readonly string[];
  readonly summary: CheckSummary;
  readonly notRun: readonly { readonly codes: readonly string[]; readonly reason: string }[];
  /** By path, line, column, code, message. */
  readonly findings: readonly Finding[];
  /** The config, and files below an engagement, of which nothing could be read. */
  readonly unreadable: readonly string[];
  /** A rule failed: something is wrong with Outrigger, not with the documents. */
  readonly failed: boolean;
}
