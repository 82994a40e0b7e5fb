import type { GovernedDocument } from '../model/document.ts';
import { plainPath } from '../model/spelling.ts';
import { pathOf, relativePath, resolveTarget, type Targets } from './link-targets.ts';
import { movedTo } from './signoffs.ts';

/** Where links of documents lead, of what is final to where a document stands now. */
export interface Links {
  /** The file and the heading that a link leads to; undefined where it leads nowhere. */
  targetOf(from: GovernedDocument, target: string): ReturnType<typeof resolveTarget>;
  /** The link as it would be now, where what it names has moved. */
  movedTarget(from: GovernedDocument, target: string): string | undefined;
}

export function createLinks(
  folder: string,
  everything: readonly GovernedDocument[],
  targets: Targets,
): Links {
  let moved: ReadonlyMap<string, string> | undefined;

  function movedTarget(from: GovernedDocument, target: string): string | undefined {
    moved ??= movedTo(folder, everything);
    const path = moved.size === 0 ? undefined : pathOf(from.path, target);
    const now = path === undefined ? undefined : moved.get(plainPath(path));
    if (now === undefined) return undefined;
    const hash = target.indexOf('#');
    return `${relativePath(from.path, now)}${hash < 0 ? '' : target.slice(hash)}`;
  }

  return {
    movedTarget,
    // What is final stays as it was written (settled 17).
    targetOf(from, target) {
      const found = resolveTarget(from.path, target, targets);
      if (found || !isFinal(from)) return found;
      const now = movedTarget(from, target);
      return now === undefined ? undefined : resolveTarget(from.path, now, targets);
    },
  };
}

function isFinal({ kind, status }: GovernedDocument): boolean {
  return status === 'ended' || kind === 'signoff' || (kind === 'record' && status === 'active');
}
