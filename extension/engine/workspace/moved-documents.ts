import { folderOf } from '../model/file-paths.ts';
import { plainPath } from '../model/spelling.ts';
import { compareText } from '../values/compare-text.ts';
import { similarity } from '../values/similarity.ts';
import type { SeenDocument, ToldSide } from './told-side.ts';

/** Where what stood at the base stands now, and what it is called. */
export interface Moves {
  pathNow(path: string): string;
  engagementNow(folder: string): string;
  /** The name that a row of an engagement of the base has now. */
  nameNow(name: string, engagement: string): string;
}

/** `renamed` is what Git takes for renamed, up to the commit that is checked out. */
export function movesBetween(base: ToldSide, now: ToldSide, renamed: ReadonlyMap<string, string>): Moves {
  const paths = new Map<string, string>();
  const claimed = new Set<string>();
  const left: string[] = [];
  const formerly = new Map([...now.engagements.values()].flatMap(({ moved }) => [...moved]));
  for (const path of base.documents.keys()) {
    if (now.documents.has(path)) continue;
    const to = [renamed.get(path), formerly.get(plainPath(path))].find(
      (one) => one !== undefined && now.documents.has(one) && !base.documents.has(one) && !claimed.has(one),
    );
    if (to === undefined) left.push(path);
    else {
      paths.set(path, to);
      claimed.add(to);
    }
  }
  const free = [...now.documents.keys()].filter((path) => !base.documents.has(path) && !claimed.has(path));
  for (const [before, to] of likest(left, free, base, now)) paths.set(before, to);
  const pathNow = (path: string): string => paths.get(path) ?? renamed.get(path) ?? path;
  const engagements = new Map<string, string>();
  for (const [path, { engagement }] of base.documents) {
    const its = now.documents.get(pathNow(path));
    if (its && !engagements.has(engagement)) engagements.set(engagement, its.engagement);
  }
  const engagementNow = (folder: string): string =>
    now.engagements.has(folder) ? folder : (engagements.get(folder) ?? folder);
  return {
    pathNow,
    engagementNow,
    nameNow: (name, engagement) =>
      now.engagements.get(engagementNow(engagement))?.former?.nowOfAny(name) ?? name,
  };
}

/** Of more files at once only those are compared that hold the same. */
const comparedAtMost = 200;
/** As Git has it: half of what a file holds makes it the same file. */
const leastAlike = 0.5;

/** Which of the documents that came is which of those that went: each is one at most, and those that are most alike come first. */
function likest(
  before: readonly string[],
  after: readonly string[],
  base: ToldSide,
  now: ToldSide,
): readonly (readonly [string, string])[] {
  const isFew = before.length <= comparedAtMost && after.length <= comparedAtMost;
  const pairs = before.flatMap((from) =>
    after.flatMap((to) => {
      const alike = alikeness(base.documents.get(from), now.documents.get(to), isFew);
      const isNear = folderOf(from) === folderOf(to);
      return alike < leastAlike ? [] : [{ from, to, alike, isNear }];
    }),
  );
  pairs.sort(
    (a, b) =>
      b.alike - a.alike ||
      Number(b.isNear) - Number(a.isNear) ||
      compareText(a.from, b.from) ||
      compareText(a.to, b.to),
  );
  const found = new Map<string, string>();
  const claimed = new Set<string>();
  for (const { from, to } of pairs) {
    if (found.has(from) || claimed.has(to)) continue;
    found.set(from, to);
    claimed.add(to);
  }
  return [...found];
}

function alikeness(a: SeenDocument | undefined, b: SeenDocument | undefined, isFew: boolean): number {
  if (!a || !b) return 0;
  if (a.text === b.text) return 1;
  return isFew ? similarity(linesOf(a.text), linesOf(b.text)) : 0;
}

/** How wide the columns of a table are set is no difference. */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/-{3,}/g, '---')
    .split(/ ?(?:\r\n|\r|\n)/);
}
