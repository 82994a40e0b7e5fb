import { inEnglish, type Said } from '../model/said.ts';

/** What a report is written in: English, with the names that programs know, unless a shell has other words. */
export interface ReportLanguage {
  say(said: Said): string;
  /** What a fact is called, or a date in the chain of one. */
  name(name: string): string;
  /** What a place is called: `Section[row].Column`, or a key of the front matter. */
  place(at: string): string;
}

export const english: ReportLanguage = { say: inEnglish, name: (name) => name, place: (at) => at };
