import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { OldText } from '../../model/history.ts';
import { digestOf } from '../../parse/canonical.ts';
import { committersIn } from '../../resolve/committers.ts';

/** The commit that changed last what a document now says. */
export interface LastChange {
  readonly version: OldText;
  /** Who made it, where People knows. */
  readonly person: Row<'people'> | undefined;
}

/**
 * Merges and programs aside: they put together, or move on, what people have written. Undefined where what the document
 * now says is not committed, and where that is not known.
 */
export function lastChangeOfContent(document: GovernedDocument, view: View): LastChange | undefined {
  const { history } = view;
  if (history?.kind !== 'read') return undefined;
  const { commits, people } = history;
  const texts = history.texts.get(document.path);
  const present = view.digestOf(document);
  const digests = new Map([[document.text, present]]);
  const digestOfText = (text: string): string => {
    const known = digests.get(text) ?? digestOf({ text });
    digests.set(text, known);
    return known;
  };
  if (texts?.committed === undefined || digestOfText(texts.committed) !== present) return undefined;
  const isChange = ({ text, before }: OldText): boolean =>
    before.every((one) => digestOfText(one) !== digestOfText(text));
  const isMerge = ({ commit }: OldText): boolean =>
    (commits.firstParent[commit + 1] ?? 0) - (commits.firstParent[commit] ?? 0) > 1;
  const committers = committersIn(view, people);
  const authorOf = ({ commit }: OldText): (typeof committers)[number] | undefined =>
    committers[commits.author[commit] ?? -1];
  const { versions } = texts;
  // What stood on another branch and did not come into this content was not its last change.
  const made = versions.findLastIndex((one) => digestOfText(one.text) === present && isChange(one));
  const version = versions
    .slice(0, made + 1)
    .findLast((one) => isChange(one) && !isMerge(one) && authorOf(one)?.isBot === false);
  return version && { version, person: authorOf(version)?.person };
}
