import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { plainPath } from '../model/spelling.ts';
import { pathOf, relativePath, resolveTarget, type Targets } from './link-targets.ts';
import { movedTo } from './signoffs.ts';
import { isHistory } from './is-history.ts';

/** The part of a view that says where links lead. */
type Links = Pick<View, 'linkResolves' | 'movedTarget' | 'linkedPath' | 'linked'>;

type Found = ReturnType<typeof resolveTarget>;

/** Links among the documents of the engagement in a folder. */
export function createLinks(
  folder: string,
  everything: readonly GovernedDocument[],
  targets: Targets,
): Links {
  const knownOf = new Map<GovernedDocument, Map<string, Found>>();
  let moved: ReadonlyMap<string, string> | undefined;

  function movedTarget(from: GovernedDocument, target: string): string | undefined {
    moved ??= movedTo(folder, everything);
    const path = moved.size === 0 ? undefined : pathOf(from.path, target);
    const now = path === undefined ? undefined : moved.get(plainPath(path));
    if (now === undefined) return undefined;
    const hash = target.indexOf('#');
    // In a link these characters of a name would mean something else.
    const link = relativePath(from.path, now).replace(/[%#?]/g, encodeURIComponent);
    return `${link}${hash < 0 ? '' : target.slice(hash)}`;
  }
  /** What is final stays as it was written: its links lead on to where documents stand now (settled 17). */
  function targetOf(from: GovernedDocument, target: string): Found {
    let known = knownOf.get(from);
    if (!known) knownOf.set(from, (known = new Map()));
    // A definition may have thousands of links that go by it.
    if (!known.has(target)) known.set(target, lookUp(from, target));
    return known.get(target);
  }
  function lookUp(from: GovernedDocument, target: string): Found {
    const found = resolveTarget(from.path, target, targets);
    if (found || !isHistory(from)) return found;
    const now = movedTarget(from, target);
    return now === undefined ? undefined : resolveTarget(from.path, now, targets);
  }

  return {
    linkResolves: (from, target) => targetOf(from, target) !== undefined,
    movedTarget,
    linkedPath: (from, target) => targetOf(from, target)?.path,
    linked(from, target) {
      const found = targetOf(from, target);
      return found && everything.find((document) => document.path === found.path);
    },
  };
}
