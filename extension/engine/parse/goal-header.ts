import { foldHeading } from './vocabulary.ts';

/** Whether only what stands below tells what a header means. */
export function mayBeGoal(header: string): boolean {
  return header.length < 30 && /^mål(?: ?\([^()]*\))?$/.test(foldHeading(header));
}
