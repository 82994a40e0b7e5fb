import type { GovernedDocument } from '../model/document.ts';
import { plainPath } from '../model/spelling.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { joinPath } from './link-targets.ts';

/** Sign-offs by the plain path of the document that they sign, oldest first; one that was moved keeps what was signed before. */
export function signoffsByPath(
  folder: string,
  everything: readonly GovernedDocument[],
): ReadonlyMap<string, readonly GovernedDocument[]> {
  const groups = new Map<string, GovernedDocument[]>();
  const moved = movedTo(folder, everything);
  for (const signoff of everything) {
    const path = signoff.kind === 'signoff' ? signedPath(folder, signoff) : undefined;
    if (path !== undefined) addTo(groups, plainPath(moved.get(plainPath(path)) ?? path), signoff);
  }
  for (const group of groups.values()) {
    group.sort(
      (a, b) =>
        compareText(a.keys.date?.value ?? '', b.keys.date?.value ?? '') || compareText(a.path, b.path),
    );
  }
  return groups;
}

/** The path that a sign-off names, which is relative to the engagement's folder (format-details 13); undefined where it leaves the root. */
export function signedPath(folder: string, { keys }: GovernedDocument): string | undefined {
  const target = keys.document?.value;
  return target === undefined ? undefined : pathIn(folder, target);
}

/**
 * Where documents stand now, by the plain paths under which they stood before (settled 17). A document that stands at a path
 * has it, whoever stood there before; of two that claim one the first has it.
 */
export function movedTo(
  folder: string,
  everything: readonly GovernedDocument[],
): ReadonlyMap<string, string> {
  const present = new Set(everything.map(({ path }) => plainPath(path)));
  const moved = new Map<string, string>();
  for (const { keys, path: now } of everything) {
    for (const { glob, repository } of keys.formerly?.value ?? []) {
      const path = repository === undefined ? pathIn(folder, glob) : undefined;
      const before = path === undefined ? undefined : plainPath(path);
      if (before !== undefined && !present.has(before) && !moved.has(before)) moved.set(before, now);
    }
  }
  return moved;
}

function pathIn(folder: string, path: string): string | undefined {
  return joinPath(folder === '' ? '.' : `${folder}/.`, path);
}
