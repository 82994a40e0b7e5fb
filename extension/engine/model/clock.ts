import type { IsoDate } from './value.ts';

/** The offsets of a zone over a stretch of time: asked once, then used for every day of it. */
export interface ZoneClock {
  readonly zone: string;
  /** In ascending order, without a gap; the first begins and the last ends at infinity. */
  readonly offsets: readonly { readonly until: number; readonly offsetSeconds: number }[];
}

/** Asks for the clock of a zone from one day to another. */
export type Clocks = (zone: string, from: IsoDate, to: IsoDate) => ZoneClock;
