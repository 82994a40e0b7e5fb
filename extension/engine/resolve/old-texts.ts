import type { View } from '../model/engagement.ts';
import type { OldTexts } from '../model/history.ts';

/** What became of a document, by its path from the root of the workspace; undefined where that is not known. */
export function oldTextsOf(path: string, { history }: Pick<View, 'history'>): OldTexts | undefined {
  return history?.kind === 'read' ? history.texts.get(path) : undefined;
}
