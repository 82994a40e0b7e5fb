import type { ReadingProblem } from '../model/document.ts';
import { compareText } from '../values/compare-text.ts';
import type { Documents } from './documents.ts';
import type { Engagements } from './engagements.ts';

/** A file below an engagement that is not governed although somebody may think so. */
export interface Stray {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ReadingProblem[];
  /** Nothing of it could be read. */
  readonly unreadable: boolean;
}

/** By path. */
export function straysIn(documents: Documents, engagements: Engagements): readonly Stray[] {
  const strays: Stray[] = [];
  for (const [path, one] of documents.all()) {
    if (one.is === 'governed' || one.document || one.problems.length === 0) continue;
    if (!engagements.around(path)) continue;
    const text = documents.textOf(path) ?? '';
    strays.push({ path, text, problems: one.problems, unreadable: one.is === 'unreadable' });
  }
  return strays.sort((a, b) => compareText(a.path, b.path));
}
