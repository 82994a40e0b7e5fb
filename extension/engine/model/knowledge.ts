import type { History, NoHistory } from './history.ts';
import type { Decimal, IsoDate } from './value.ts';

/** Whoever is not named under People, or whose side is not known, is `unknown`. */
export const knownSides = ['client', 'supplier', 'unknown'] as const;
export type KnownSide = (typeof knownSides)[number];

export type SideShares = Readonly<Record<KnownSide, Decimal>>;

/** A quarter of a year of work on a component. */
export interface QuarterShares {
  /** `2026-Q1`. */
  readonly quarter: string;
  readonly changes: number;
  /** In percent. */
  readonly sides: SideShares;
}

export interface BusFactor {
  /** How many authors would have to leave before fewer than half of the files had one left; 0 where none has one. */
  readonly factor: number;
  /** Share of files that still have an author, as [files, of all] after each of them has left; first with all of them. */
  readonly coverage: readonly (readonly [number, number])[];
}

/** What is told of it: the steps between would count the files of one person. */
export interface ToldBusFactor extends Pick<BusFactor, 'factor'> {
  /** Files that have an author. */
  readonly authored: number;
  readonly files: number;
}

/** The last days on which somebody changed a component, up to the day that it was counted on. */
export interface LastActivity {
  /** Undefined: nobody ever. */
  readonly sides: Readonly<Record<KnownSide, IsoDate | undefined>>;
  /** Of teams of three people or more who can all be recognised, by name; undefined: nobody of it ever. */
  readonly teams: Readonly<Record<string, IsoDate | undefined>>;
}

/** What the history says of the work on a component: of sides and of teams of three people or more, and of no person. */
export interface ComponentWork {
  /** Commits of the last twelve months that change it. */
  readonly changes: number;
  /** Which part of them each side made, in percent with one decimal. */
  readonly sides: SideShares;
  /** And each team of which three people or more made some, by name. */
  readonly teams: Readonly<Record<string, Decimal>>;
  /** Of the last two years, where there was any work, the oldest first. */
  readonly quarters: readonly QuarterShares[];
  readonly lastActivity: LastActivity;
  /** Undefined where no file of it has, or had, an author. */
  readonly busFactor: ToldBusFactor | undefined;
}

/** What a code repository tells of its components to those who do not have its history. */
export interface KnowledgeSnapshot {
  /** As Paths name it: "org/payments"; undefined: the one that the documents stand in. */
  readonly repository: string | undefined;
  /** The hash of the commit that it was counted up to. */
  readonly commit: string;
  /** The day of that commit in UTC: periods end there. */
  readonly day: IsoDate;
  readonly components: readonly SnapshotComponent[];
}

export interface SnapshotComponent extends ComponentWork {
  readonly component: string;
}

/** What is known of repositories that Paths name, beside the one that the documents stand in. */
export interface OtherRepositories {
  /** By name in small letters, as far as somebody has looked. */
  readonly histories: ReadonlyMap<string, History | NoHistory>;
  /** The newest first. */
  readonly snapshots: readonly KnowledgeSnapshot[];
}
