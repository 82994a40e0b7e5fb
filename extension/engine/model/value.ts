/**
 * What a value or a cell means once it is read. Decimals are exact strings without
 * trailing zeros beyond what was written ("99.90" stays "99.90"); dates are ISO 8601.
 * `schemas/values.json` holds the same shapes for `export --json`.
 */

/** An exact decimal number as written, with a point: "99.9", "48500.00", "-1". */
export type Decimal = string;

/** A decimal, or "pass" or "fail" where something is only passed or failed. */
export type Score = string;

/** A calendar date, ISO 8601: "2027-06-30". */
export type IsoDate = string;

/** A time of day: "08:00". "24:00" only as an end. */
export type ClockTime = string;

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A length of time. `working` counts only the working hours and days of a team or office. */
export interface Duration {
  readonly n: Decimal;
  readonly unit: TimeUnit;
  readonly working: boolean;
}

/** `none`, `0 minutes` and `at once` are zero lengths; `none` keeps its own form. */
export type DurationValue = Duration | 'none';

export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
  readonly per?: TimeUnit;
}

export type Comparator = 'at least' | 'at most' | 'above' | 'below';

/** `at least 4.2 of 5` is { op: 'at least', value: '4.2', of: '5' }; `800 ms` has unit "ms"; a percentage has unit "%". `no data` has no value. `note` is what was written behind it and changes nothing: "99.5 % (monthly)". */
export interface Quantity {
  readonly op?: Comparator;
  readonly value?: Decimal;
  readonly of?: Decimal;
  readonly unit?: string;
  readonly note?: string;
  readonly noData?: true;
}

/** `end - 14 days`, `sprint 5 + 5 days`, `Pilot + 2 weeks`: a date relative to a named date. The anchor `sprint 5` is written "sprint 5"; words of a milestone's name as written. */
export interface RelativeDate {
  readonly anchor: string;
  readonly sign: '+' | '-';
  readonly by: Duration;
}

export type DateValue = IsoDate | RelativeDate;

/** First and last day, both inclusive, with the text's own form: "2026-10", "2026-Q4", "2026-W46", "2026", "2026-07-01 to 2026-08-15". */
export interface Period {
  readonly form: 'year' | 'quarter' | 'month' | 'week' | 'days';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export type Renewal =
  | { readonly kind: 'none' }
  | { readonly kind: 'automatic' | 'option'; readonly term?: Duration };

/** The window that a service level is measured over. Rolling windows are n x 24 h. */
export type MeasuredOver =
  | { readonly kind: 'calendar'; readonly unit: 'week' | 'month' | 'quarter' | 'year' }
  | { readonly kind: 'rolling'; readonly length: Duration };

/** How often: every `n` units; `parity` for even and odd ISO weeks. */
export interface Every {
  readonly n: number;
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly parity?: 'even' | 'odd';
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When in its period something happens. `nth` -1 is the last. `month` 1 to 12 names the month of a quarter or year. */
export interface When {
  readonly weekdays?: readonly Weekday[];
  readonly nth?: 1 | 2 | 3 | 4 | -1;
  /** "working": `last working day`; "day": a day of the month, `day 15`. */
  readonly day?: 'working' | number;
  readonly month?: number;
  readonly parity?: 'even' | 'odd';
  readonly from?: ClockTime;
  readonly to?: ClockTime;
  /** An IANA zone named beside the time; otherwise the engagement's. */
  readonly zone?: string;
}

/** From one time of day to another; an end at or before its start lies on the next day. */
export interface TimeSpan {
  readonly from: ClockTime;
  readonly to: ClockTime;
}

/** Days that have the same hours. */
export interface DaysWithHours {
  readonly days: readonly Weekday[];
  readonly spans: readonly TimeSpan[];
}

export type Hours =
  | { readonly kind: 'always' }
  | { readonly kind: 'office' }
  | { readonly kind: 'team'; readonly team: string }
  | {
      readonly kind: 'times';
      readonly days?: readonly Weekday[];
      readonly spans: readonly TimeSpan[];
    }
  | {
      readonly kind: 'weekly';
      /** Two or more, in the order of their first days; no day is in two of them, and no two have the same hours. */
      readonly week: readonly DaysWithHours[];
    };

/** A known word, or any other word of an open list, then a detail after a comma. */
export interface WordDetail {
  readonly word: string;
  readonly detail?: string;
}

export interface Measure {
  /** Known: availability, availability per minute, latency, quality, throughput, timeliness. Others as written, folded. */
  readonly kind: string;
  readonly detail?: string;
}

export interface NumberRange {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** The steps of a scale: whole numbers, both ends among them, or words, the lowest first. */
export type Scale = NumberRange | readonly string[];

export interface PathPattern {
  readonly glob: string;
  /** `org/repo`; absent for this repository. */
  readonly repository?: string;
}

export type Raci = 'R' | 'A' | 'R/A' | 'C' | 'I';

/** The two sides of an engagement. Subcontractors stand on the supplier's side. */
export type Side = 'client' | 'supplier';
