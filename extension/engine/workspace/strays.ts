import type { ReadingProblem } from '../model/document.ts';
import { compareText } from '../values/compare-text.ts';
import type { Documents } from './documents.ts';
import type { Engagements } from './engagements.ts';
import { isCalledEngagement, isLoud } from './ungoverned.ts';

/** A file below an engagement that is not governed although somebody may think so. */
export interface Stray {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ReadingProblem[];
  /** Nothing of it could be read. */
  readonly unreadable: boolean;
}

/** What is said of a file without an engagement around it: that it is not the engagement that its name says. */
function saidWithout(path: string, problems: Stray['problems']): Stray['problems'] {
  if (!isCalledEngagement(path) || problems.length === 0) return [];
  // The same list where all of it is said: what was said of it is kept by it.
  return problems.every(isLoud) ? problems : problems.filter(isLoud);
}

/** By path. */
export function straysIn(documents: Documents, engagements: Engagements): readonly Stray[] {
  const strays: Stray[] = [];
  for (const [path, one] of documents.all()) {
    if (one.is === 'governed' || one.document) continue;
    const problems = engagements.around(path) ? one.problems : saidWithout(path, one.problems);
    if (problems.length === 0) continue;
    const text = documents.textOf(path) ?? '';
    strays.push({ path, text, problems, unreadable: one.is === 'unreadable' });
  }
  return strays.sort((a, b) => compareText(a.path, b.path));
}
