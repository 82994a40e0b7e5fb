import { foldersAround } from '../model/file-paths.ts';
import type { Range } from '../model/text.ts';
import { addTo } from '../values/add-to.ts';
import { compareText } from '../values/compare-text.ts';
import { nearMiss } from '../values/near-miss.ts';
import { quote } from '../values/quote.ts';
import type { Ungoverned } from './ungoverned.ts';

/** Documents of one folder, and of those in it, that have no engagement above them. */
export interface LostDocuments {
  /** The outermost folder that holds one of them, or a file that nearly is their engagement. */
  readonly folder: string;
  readonly count: number;
  /** The first of them by path, and where its kind stands. */
  readonly path: string;
  readonly range: Range;
  /** The file that nearly is their engagement. */
  readonly near: NearEngagement | undefined;
}

/** A file that would be an engagement, and what it lacks. */
export interface NearEngagement {
  readonly path: string;
  readonly range: Range;
  readonly lacks: 'nearKind' | 'noKind' | 'otherKind' | 'otherName' | 'unread';
  /** Its kind as it is written, as a message shows it. */
  readonly kind: string;
  /** Another rule says so at that file. */
  readonly isSpokenOf: boolean;
}

/** The documents in force without an engagement, by the outermost folder of each. */
export function lostDocuments(files: readonly Ungoverned[]): readonly LostDocuments[] {
  const [ended, near] = nearlyEngagements(files);
  // A config that names other folders leaves these engagements out, and what lies below them.
  const lost = files
    .filter(({ path, isInForce }) => isInForce && !foldersAround(path).some((folder) => ended.has(folder)))
    .sort((a, b) => compareText(a.path, b.path));
  const holding = new Set([...lost.map(({ path }) => foldersAround(path)[0]!), ...near.keys()]);
  const byFolder = new Map<string, Ungoverned[]>();
  for (const one of lost)
    addTo(
      byFolder,
      foldersAround(one.path).findLast((at) => holding.has(at))!,
      one,
    );
  return [...byFolder].map(([folder, its]) => {
    const { path, range } = its[0]!;
    const nearest = foldersAround(path).find((at) => near.has(at));
    const found = nearest === undefined ? undefined : near.get(nearest);
    return { folder, count: its.length, path, range, near: found && asNear(found) };
  });
}

/** The folders of engagements that the config does not name, and by folder the files that nearly are engagements. */
function nearlyEngagements(
  files: readonly Ungoverned[],
): readonly [ReadonlySet<string>, ReadonlyMap<string, Ungoverned>] {
  const left = new Set<string>();
  const near = new Map<string, Ungoverned>();
  for (const file of files) {
    const [folder = ''] = foldersAround(file.path);
    if (file.isCalledEngagement && file.kind === 'engagement') left.add(folder);
    else if (file.isCalledEngagement || (file.kind === 'engagement' && !near.has(folder)))
      near.set(folder, file);
  }
  return [left, near];
}

function asNear({ path, range, kind, written, isCalledEngagement, isSpokenOf }: Ungoverned): NearEngagement {
  const shown = quote(written ?? '');
  const lacks = isSpokenOf
    ? 'unread'
    : !isCalledEngagement
      ? 'otherName'
      : written === undefined
        ? 'noKind'
        : kind === undefined && nearMiss(written, ['engagement']) !== undefined
          ? 'nearKind'
          : 'otherKind';
  return { path, range, lacks, kind: shown, isSpokenOf };
}
