import type { GovernedDocument } from './document.ts';
import type { History, NoHistory } from './history.ts';
import type { OtherRepositories } from './knowledge.ts';
import type { Language } from './language.ts';
import type { FileContent } from './ports.ts';

/**
 * What is judged of one engagement depends on this and nothing else, and it is plain data: from equal frames follow
 * equal answers, in whichever thread or process they are asked for. What is due and what follows depends on a day besides.
 */
export interface Frame {
  readonly folder: string;
  /** Every governed document of the engagement by path, each with the status that holds for it. */
  readonly documents: readonly GovernedDocument[];
  /** In force, "base" first. */
  readonly profiles: ReadonlySet<string>;
  /** Days off as the config states them, where an engagement does not. */
  readonly holidays: readonly string[];
  /** The language of documents that do not say theirs, as the config states it. */
  readonly language: Language | undefined;
  /** The zone that a day is told in where an engagement states none, as the config states it. */
  readonly zone: string | undefined;
  /** Whether figures may be made of what people did in the history, as the config states it. */
  readonly countsPeople: boolean;
  /** Whether a sign-off counts only where its commit is signed, as the config states it. */
  readonly needsSignedCommits: boolean;
  readonly known: Known;
  /** What is known of the history of the repository that it lies in; undefined as long as nobody has looked. */
  readonly history: History | NoHistory | undefined;
  readonly files: LookedAt;
  /** What is known of those that its Paths name. */
  readonly others: OtherRepositories;
}

/** Files beside the documents that rules look at, as they lie on the disk: undefined where none is, and no entry where nobody has looked. */
export type LookedAt = ReadonlyMap<string, FileContent | undefined>;

/** How often more became known of what stands outside of the documents and is looked up. */
export interface Known {
  /** Days off by region. */
  readonly holidays: number;
  /** Files and headings that a link may lead to. */
  readonly targets: number;
}
