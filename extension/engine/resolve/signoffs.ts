import type { GovernedDocument } from '../model/document.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { joinPath } from './link-targets.ts';

/** Sign-offs by the path of the document that they sign, oldest first. */
export function signoffsByPath(
  folder: string,
  everything: readonly GovernedDocument[],
): ReadonlyMap<string, readonly GovernedDocument[]> {
  const groups = new Map<string, GovernedDocument[]>();
  for (const signoff of everything) {
    const target = signoff.kind === 'signoff' ? signoff.keys.document?.value : undefined;
    // `document` is relative to the engagement's folder (format-details 13).
    const path = target === undefined ? undefined : joinPath(folder === '' ? '.' : `${folder}/.`, target);
    if (path !== undefined) addTo(groups, path, signoff);
  }
  for (const group of groups.values()) {
    group.sort(
      (a, b) =>
        compareText(a.keys.date?.value ?? '', b.keys.date?.value ?? '') || compareText(a.path, b.path),
    );
  }
  return groups;
}
