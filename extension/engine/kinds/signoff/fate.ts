import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { pathInRepository, pathInWorkspace } from '../../model/path-in-repository.ts';
import { oldTextsOf } from '../../resolve/old-texts.ts';

/** What became of a document that does not stand at its path any more, as far as the history says it. */
export type Fate =
  | { readonly is: 'deleted' }
  | { readonly is: 'moved'; readonly to: GovernedDocument }
  | { readonly is: 'unknown' };

/**
 * By where commits put the file that stood at a path, or where one document that none of them has says the same. One that is in
 * another engagement now is not among our documents.
 */
export function fateOf(path: string, view: View): Fate {
  const { history, everything } = view;
  const texts = oldTextsOf(path, view);
  if (history?.kind !== 'read' || !texts) return { is: 'unknown' };
  const files = new Set(history.files);
  const last = texts.versions.findLast((version) => files.has(version.path));
  if (!last) return { is: texts.removals.length > 0 ? 'deleted' : 'unknown' };
  const now = pathInWorkspace(last.path, history);
  const isNew = (one: GovernedDocument): boolean => !files.has(pathInRepository(one.path, history));
  const isIt = (one: GovernedDocument): boolean =>
    one.path === now || (one.text === texts.committed && isNew(one));
  const [to, ...others] = everything.filter((document) => document.kind !== 'signoff' && isIt(document));
  return to && others.length === 0 ? { is: 'moved', to } : { is: 'unknown' };
}
