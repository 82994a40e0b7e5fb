import { foldHeading } from './vocabulary.ts';

/** Whether only what stands below tells what a header means. */
export function isOfTwoMeanings(header: string): boolean {
  return mayBeGoal(header) || isTiming(header);
}

/** What is to be reached, or the objective that is served. */
export function mayBeGoal(header: string): boolean {
  return header.length < 30 && /^mål(?: ?\([^()]*\))?$/.test(foldHeading(header));
}

/** When a report is due, or on which day it comes. */
export function isTiming(header: string): boolean {
  return header.length < 30 && foldHeading(header) === 'timing';
}
