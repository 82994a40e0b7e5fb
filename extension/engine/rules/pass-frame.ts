import type { GovernedDocument } from '../model/document.ts';
import type { Frame } from '../model/frame.ts';
import { compareText } from '../values/compare-text.ts';
import { filesToken, historyToken, tokensIn } from './tokens.ts';

/** Whether two frames have the same documents, one for one. */
export function isSameFrame(a: Frame, b: Frame): boolean {
  return (
    isSameBeside(a, b) &&
    hasSameHistory(a, b) &&
    a.files === b.files &&
    a.documents.every((document, i) => document === b.documents[i])
  );
}

/**
 * Whether two frames differ in nothing but what documents say that define the same. What they define is asked only
 * of those that changed, so a first run never asks.
 */
export function hasSameNames(
  a: Frame,
  b: Frame,
  definitionsOf: (document: GovernedDocument) => string,
): boolean {
  return (
    isSameBeside(a, b) &&
    a.documents.every((old, i) => {
      const now = b.documents[i]!;
      return old === now || definitionsOf(old) === definitionsOf(now);
    })
  );
}

/** The folder, days off and language of the config do not change while an evaluator lives. */
function isSameBeside(a: Frame, b: Frame): boolean {
  return (
    a.profiles === b.profiles &&
    a.known.holidays === b.known.holidays &&
    a.known.targets === b.known.targets &&
    a.documents.length === b.documents.length
  );
}

function hasSameHistory(a: Frame, b: Frame): boolean {
  return (
    historyVersion(a.history) === historyVersion(b.history) &&
    a.others.snapshots === b.others.snapshots &&
    versionsIn(a.others.histories) === versionsIn(b.others.histories)
  );
}

/** Equal for histories that say the same. */
export function historyVersion(history: Frame['history']): string | undefined {
  return history?.kind === 'absent' ? history.why : history?.version;
}

function versionsIn(histories: Frame['others']['histories']): string {
  return [...histories]
    .map(([name, history]) => `${name} ${historyVersion(history)}`)
    .sort(compareText)
    .join('\n');
}

/** What rules must depend on to see the change from one frame to another that has documents of the same paths. */
export function touchedTokens(before: Frame, now: Frame): ReadonlySet<string> {
  const touched = new Set<string>();
  if (!hasSameHistory(before, now)) touched.add(historyToken);
  if (before.files !== now.files) touched.add(filesToken);
  now.documents.forEach((document, i) => {
    const old = before.documents[i]!;
    if (old === document) return;
    for (const token of tokensIn(document)) touched.add(token);
    for (const token of tokensIn(old)) touched.add(token);
  });
  return touched;
}
