import type { KeyValues } from '../model/generated/types.ts';
import type { Said } from '../model/said.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';

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
  /** What those rules name where they say that something lacks for it, where they ask for more than that; absent: they ask for no more. */
  readonly named?: string;
  /** Where documents answer it as far as those rules ask: only together with `rules`. */
  readonly answeredIn?: AnsweredIn;
  /**
   * The day on which label and `says` were last held against the wording of the law (`checkedIn` of the list). Absent: never,
   * or against others' words for it alone, and every output says so.
   */
  readonly checkedOn?: string;
}

/** Sections, and keys of the front matter, of the documents of an engagement. */
export interface AnsweredIn {
  /** Only in documents of these kinds, and in the engagement document, which may hold everything; absent: in any. */
  readonly of?: readonly KindKey[];
  readonly sections?: readonly SectionKey[];
  readonly keys?: readonly (keyof KeyValues)[];
}

export interface ClauseList {
  readonly profile: 'dora' | 'gdpr' | 'nis2' | 'data-act';
  readonly title: string;
  /** Whom it concerns: no law applies to every engagement. */
  readonly concerns: Said;
  /** The day on which the text was read. Lists are versioned data: a later text is a later list. */
  readonly readOn: string;
  /** Which wording the clauses were held against, each on its `checkedOn`. */
  readonly checkedIn: Said;
  readonly clauses: readonly Clause[];
}
