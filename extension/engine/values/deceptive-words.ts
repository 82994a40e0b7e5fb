import type { Wording } from '../model/language.ts';
import { lengthIn } from './length-in.ts';

/**
 * Words that look right and are a finding, with what is offered instead (format-aliases.md section 6).
 * Forms are folded.
 */

/** "vardag" includes Saturday: in a length of time working days are offered. */
export const weekdayWords: ReadonlyMap<string, string> = new Map([
  ['vardag', 'arbetsdag'],
  ['vardagar', 'arbetsdagar'],
]);

export const bankDayWords: ReadonlyMap<string, string> = new Map([
  ['bankdag', 'arbetsdag'],
  ['bankdagar', 'arbetsdagar'],
]);

/** Words for days that leave open which: in days and hours the days themselves are offered. */
export const vagueDayWords: ReadonlyMap<string, string> = new Map([
  ['vardag', 'måndag-fredag'],
  ['vardagar', 'måndag-fredag'],
  ['arbetsdagar', 'måndag-fredag'],
  ['bankdagar', 'måndag-fredag'],
  ['weekdays', 'Monday-Friday'],
  ['working days', 'Monday-Friday'],
  ['business days', 'Monday-Friday'],
]);

/** "except holidays": they have their own column. */
export const exceptHolidaysWords: ReadonlySet<string> = new Set(['helgfri', 'helgfria', 'helgfritt']);

export const minutesOrMonthsWord = 'm';

/** No lengths of time, however urgent. */
export const urgencyWords: ReadonlySet<string> = new Set(['omgående', 'snarast', 'asap']);
export const urgencyOffers: readonly Wording[] = ['0', '30'].map((n) =>
  lengthIn(n, { unit: 'minute', working: false }),
);

/** What is said for the sign. */
export const percentWords: ReadonlySet<string> = new Set(['percent', 'per cent', 'pct', 'pct.', 'procent']);

/** Three currencies go by this name. */
export const crownWords: ReadonlySet<string> = new Set(['kr', 'kronor']);
export const crowns: readonly string[] = ['SEK', 'DKK', 'NOK'];

/** Signs and names of money that have one code. */
export const currencyNames: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['$', 'USD'],
]);

/** Abbreviations that people write for a zone, with zones they may mean. */
export const zoneAbbreviations: ReadonlyMap<string, readonly string[]> = new Map([
  ['cet', ['Europe/Stockholm']],
  ['cest', ['Europe/Stockholm']],
  ['svensk tid', ['Europe/Stockholm']],
  ['eet', ['Europe/Helsinki', 'Europe/Vilnius']],
  ['eest', ['Europe/Helsinki', 'Europe/Vilnius']],
  ['wet', ['Europe/Lisbon']],
  ['west', ['Europe/Lisbon']],
  ['gmt', ['Europe/London', 'UTC']],
  ['bst', ['Europe/London']],
  ['ist', ['Asia/Kolkata', 'Europe/Dublin']],
  ['est', ['America/New_York']],
  ['edt', ['America/New_York']],
  ['cst', ['America/Chicago', 'Asia/Shanghai']],
  ['cdt', ['America/Chicago']],
  ['mst', ['America/Denver']],
  ['mdt', ['America/Denver']],
  ['pst', ['America/Los_Angeles']],
  ['pdt', ['America/Los_Angeles']],
  ['pht', ['Asia/Manila']],
  ['jst', ['Asia/Tokyo']],
  ['sgt', ['Asia/Singapore']],
]);

/** What people write for a country and is less or other than it, with the ISO 3166-1 code of the country. */
export const countryNicknames: ReadonlyMap<string, string> = new Map([
  ['el', 'GR'],
  ['england', 'GB'],
  ['england and wales', 'GB'],
  ['english law', 'GB'],
  ['scotland', 'GB'],
  ['skottland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['nordirland', 'GB'],
]);

/** Languages by their names, which say what their tags say. */
export const languageNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['english', ['en']],
  ['engelska', ['en']],
  ['swedish', ['sv']],
  ['svenska', ['sv']],
]);
