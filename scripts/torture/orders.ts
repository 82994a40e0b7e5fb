import type { StepTime } from './watch.ts';

/** What the thread that runs cases is asked to do. */
export interface Order {
  readonly seed: number;
  /** Names of campaigns. */
  readonly only: readonly string[];
  /** Of each campaign only the case of this number. */
  readonly number: number | undefined;
  readonly rounds: number;
  /** How many cases were begun before, by a thread that had to be stopped. */
  readonly begun: number;
  /** When it is to stop, in milliseconds since 1970. */
  readonly untilMs: number;
  /** Whether it goes on after a fault; each kind is told once. */
  readonly keepGoing: boolean;
}

/** One case of a campaign. */
export interface Told {
  readonly campaign: string;
  readonly number: number;
}

export interface FaultReport extends Told {
  readonly is: 'fault';
  readonly message: string;
  /** The smallest case found. */
  readonly files: ReadonlyMap<string, string>;
  readonly words: string;
}

/** What it tells meanwhile. */
export type Report =
  | (Told & { readonly is: 'begun' | 'shrinking' })
  | (Told & { readonly is: 'done'; readonly slowest: StepTime | undefined })
  | FaultReport
  | { readonly is: 'round' }
  | { readonly is: 'end' };
