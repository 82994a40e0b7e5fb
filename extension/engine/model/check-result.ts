import type { Coverage } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { Said } from './said.ts';

export interface CheckSummary {
  readonly engagements: number;
  readonly documents: number;
  /** What of them was read: tables of sections, their cells that hold something, and names that values and headers refer to. */
  readonly tables: number;
  readonly cells: number;
  readonly names: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Findings that an accepted deviation removed. */
  readonly accepted: number;
  readonly questions: number;
}

/** Rules by code, or facts by name, that could not say all that they would have said, and why. */
export interface NotRun {
  readonly codes: readonly string[];
  readonly said: Said;
  /** In English. */
  readonly reason: string;
}

/** A path of which nothing was checked, and why. */
export interface NotGoverned {
  readonly path: string;
  readonly said: Said;
  /** In English. */
  readonly reason: string;
}

/** The commit that a change is compared with. */
export interface BaseNamed {
  /** As it was asked for. */
  readonly rev: string;
  /** Its hash. */
  readonly commit: string;
  /** ISO date on which it was made. */
  readonly on: string;
  /** Why it is that commit: the branches part there; or it is the named one, as they have none in common, or none in this clone. */
  readonly is: 'merge-base' | 'unrelated' | 'shallow';
}

/** What stood at that commit already and is not counted. */
export interface Against extends BaseNamed {
  readonly known: number;
  /** Findings that stood there and stand no more. */
  readonly gone: number;
  /** Questions of drafts that stood there already. */
  readonly knownQuestions: number;
  /** How many of the known findings each rule has, by code. */
  readonly knownByRule: ReadonlyMap<string, number>;
  /** The config says something else there. */
  readonly configDiffers: boolean;
}

/** What a check found, as it is shown. */
export interface CheckReport {
  /** The union of the profiles in force, "base" first. */
  readonly profiles: readonly string[];
  readonly summary: CheckSummary;
  readonly notRun: readonly NotRun[];
  /** Paths that were asked about and of which nothing was checked. */
  readonly notGoverned: readonly NotGoverned[];
  /** By path, line, column, code, message. */
  readonly findings: readonly Finding[];
  /** Only where it was asked for. */
  readonly coverage?: Coverage;
  /** Only where a change was asked about: then all that is found and counted is new. */
  readonly against?: Against;
}

export interface CheckResult extends CheckReport {
  /** The config, and files below an engagement, of which nothing could be read. */
  readonly unreadable: readonly string[];
  /** A rule failed: something is wrong with Outrigger, not with the documents. */
  readonly failed: boolean;
}
