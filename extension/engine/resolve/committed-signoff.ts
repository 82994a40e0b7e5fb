import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Committer, OldText } from '../model/history.ts';
import { pathInRepository } from '../model/path-in-repository.ts';
import { digestOf } from '../parse/canonical.ts';
import { renamesOf } from './commit-graph.ts';

/** A sign-off as commits have it. */
export interface CommittedSignoff {
  /** What the commit that brought it made of it. */
  readonly first: OldText;
  /** Who made that commit. */
  readonly author: Committer;
  /** All of its versions from the first one on, which is among them. */
  readonly versions: readonly OldText[];
  /** What it says in the commit that is checked out. */
  readonly committed: string;
}

/** Undefined where it is not committed, or where that is not known. */
export function committedSignoff({ path }: GovernedDocument, view: View): CommittedSignoff | undefined {
  const { history } = view;
  if (history?.kind !== 'read') return undefined;
  const texts = history.texts.get(path);
  if (texts?.committed === undefined) return undefined;
  const isRenaming = renamesOf(pathInRepository(path, history), history);
  // Whatever else the file held before is no sign-off.
  let at = texts.versions.findIndex((version) => view.readOld(path, version)?.kind === 'signoff');
  // Sign-offs are much alike: where one goes and one comes, Git takes that for a new name of a changed file.
  for (const [i, version] of texts.versions.entries())
    if (isRenaming(version.commit) && !version.before.some((text) => isSameSignoff(text, version.text)))
      at = i;
  const first = texts.versions[at];
  const author = history.people[history.commits.author[first?.commit ?? 0] ?? 0];
  if (!first || !author) return undefined;
  return { first, author, versions: texts.versions.slice(at), committed: texts.committed };
}

/** Whether two sign-offs say the same, whatever they look like and wherever what they sign may stand. */
export function isSameSignoff(a: string, b: string): boolean {
  return a === b || contentOf(a) === contentOf(b);
}

function contentOf(text: string): string {
  return digestOf({ text }, { keys: ['document'] });
}
