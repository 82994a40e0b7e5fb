import type { Said } from '../model/said.ts';

/** A clause of a law that an agreement must answer, in our own words. Not legal advice. */
export interface Clause {
  /** As written under Clauses: `GDPR-28.3.a`. */
  readonly id: string;
  readonly label: Said;
  /** What a clause of a contract that answers it says. */
  readonly says: Said;
  /** Absent: always. */
  readonly appliesTo?: 'critical or important' | 'personal data';
  /** Rules of this version, in the profile of the list, that ask the documents for it; absent where only a place under Clauses answers it. */
  readonly rules?: readonly string[];
}

export interface ClauseList {
  readonly profile: 'dora' | 'gdpr' | 'nis2' | 'data-act';
  readonly title: string;
  /** Whom it concerns: no law applies to every engagement. */
  readonly concerns: Said;
  /** The day on which the text was read. Lists are versioned data: a later text is a later list. */
  readonly readOn: string;
  readonly clauses: readonly Clause[];
}
