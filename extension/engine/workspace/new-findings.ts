import type { Finding } from '../model/finding.ts';
import type { Against } from '../model/check-result.ts';
import { addTo } from '../values/add-to.ts';
import { movesBetween } from './moved-documents.ts';
import { toldKeys, type ToldKeys } from './told-keys.ts';
import { isSection, markOf, type ToldSide } from './told-side.ts';

/** One way to know again what was said before: what has the same key is the same. */
interface Way {
  readonly key: (keys: ToldKeys) => readonly string[] | undefined;
  /** What else must be true of the two. */
  readonly holds?: (before: ToldKeys, now: ToldKeys, sides: Sides) => boolean;
}

interface Sides {
  readonly base: ToldSide;
  readonly now: ToldSide;
  readonly pathNow: (path: string) => string;
  /** The path of the base that is this one now. */
  readonly pathBefore: (path: string) => string;
}

/** From what is the same in every way to what has moved: what is known in an earlier way is not taken for something else. */
const ways: readonly Way[] = [
  { key: ({ what, data, path, place, told }) => [what, data, path, place, told.place.text] },
  { key: ({ what, data, path, place }) => [what, data, path, place] },
  { key: ({ what, dataElsewhere, path, place }) => [what, dataElsewhere, path, place] },
  // What lists less than it did.
  {
    key: ({ what, dataBesideLists, path, place }) =>
      dataBesideLists === undefined ? undefined : [what, dataBesideLists, path, place],
    holds: ({ lists: before }, { lists }) =>
      lists.every((list, i) => list.every((one) => before[i]?.includes(one))),
  },
  // What gives another example, which stood there before.
  {
    key: ({ what, dataBesideExample, path, place }) =>
      dataBesideExample === undefined ? undefined : [what, dataBesideExample, path, place],
    holds: (_before, { told }, { base }) =>
      told.related.every(({ text }) => [...base.documents.values()].some((one) => one.text.includes(text))),
  },
  // A line of prose that was moved within its document.
  {
    key: ({ what, dataElsewhere, path, told: { place } }) =>
      place.at === '' && place.text !== '' ? [what, dataElsewhere, path, place.text] : undefined,
  },
  // What is said of two things, and stands at the other one now.
  { key: ({ what, values, places }) => (places === undefined ? undefined : [what, values, places]) },
  // What is said of several things, of which others come first now.
  {
    key: ({ what, values, path, told }) =>
      told.related.length === 0 || values === '[]' ? undefined : [what, values, path, told.place.at],
  },
  // A row, a section or a key that was moved to another document of its engagement.
  {
    key: ({ what, dataElsewhere, engagement, place, told }) =>
      told.place.engagement === undefined ? undefined : [what, dataElsewhere, engagement, place],
    holds: hasMoved,
  },
  // What a document lacks as a whole, once what it is about stands in another one.
  {
    key: ({ what, dataElsewhere, engagement, place, told }) =>
      told.place.engagement !== undefined && markOf(told.place) === undefined
        ? [what, dataElsewhere, engagement, place]
        : undefined,
    holds: ({ told: before }, { told: now }, sides) => hasGivenTo(before.place.path, now.place.path, sides),
  },
  // Lines of prose that were moved likewise.
  {
    key: ({ what, dataElsewhere, engagement, told: { place } }) =>
      place.engagement !== undefined && place.at === '' && place.text.length >= 3
        ? [what, dataElsewhere, engagement, place.text]
        : undefined,
    holds: hasMovedAsText,
  },
  {
    key: ({ what, values, engagement, placesElsewhere }) =>
      placesElsewhere === undefined ? undefined : [what, values, engagement, placesElsewhere],
  },
];

/** What the present says that the base did not say. */
export interface NewFindings extends Pick<Against, 'known' | 'gone' | 'knownQuestions' | 'knownByRule'> {
  readonly findings: readonly Finding[];
}

/** `renamed` is what Git takes for renamed; `isAsked` whether findings of a path are asked about. */
export function newFindings(
  base: { readonly side: ToldSide; readonly findings: readonly Finding[] },
  now: { readonly side: ToldSide; readonly findings: readonly Finding[] },
  {
    renamed,
    isAsked,
  }: { readonly renamed: ReadonlyMap<string, string>; readonly isAsked: (path: string) => boolean },
): NewFindings {
  const moves = movesBetween(base.side, now.side, renamed);
  const keysBefore = toldKeys(base.side, moves);
  const keysNow = toldKeys(now.side, {
    pathNow: (path) => path,
    engagementNow: (folder) => folder,
    nameNow: (name) => name,
  });
  const before = new Map([...base.side.documents.keys()].map((path) => [moves.pathNow(path), path]));
  const sides: Sides = {
    base: base.side,
    now: now.side,
    pathNow: moves.pathNow,
    pathBefore: (path) => before.get(path) ?? path,
  };
  const said = now.findings.map((finding) => ({ finding, keys: keysNow(now.side.toldOf(finding)) }));
  const stood = base.findings.map((finding) => keysBefore(base.side.toldOf(finding)));
  const { known, left } = matched(
    stood,
    said.map(({ keys }) => keys),
    sides,
  );
  const questions = matched(base.side.questions.map(keysBefore), now.side.questions.map(keysNow), sides);
  const knownByRule = new Map<string, number>();
  for (const { told } of known) knownByRule.set(told.code, (knownByRule.get(told.code) ?? 0) + 1);
  return {
    findings: said.filter(({ keys }) => !known.has(keys)).map(({ finding }) => finding),
    known: known.size,
    knownByRule,
    gone: left.filter(({ path, told }) => isAsked(path) || isAsked(told.place.path)).length,
    knownQuestions: questions.known.size,
  };
}

/** Each of what was said before stands for one of what is said now, at most. */
function matched(
  before: readonly ToldKeys[],
  now: readonly ToldKeys[],
  sides: Sides,
): { readonly known: ReadonlySet<ToldKeys>; readonly left: readonly ToldKeys[] } {
  const left = new Set(before);
  const known = new Set<ToldKeys>();
  for (const { key, holds } of ways) {
    const byKey = new Map<string, ToldKeys[]>();
    for (const one of left) {
      const its = key(one);
      if (its) addTo(byKey, JSON.stringify(its), one);
    }
    for (const one of now) {
      const its = known.has(one) ? undefined : key(one);
      const same = its && byKey.get(JSON.stringify(its));
      const at = same?.findIndex((old) => isNoMore(one, old) && (holds?.(old, one, sides) ?? true)) ?? -1;
      if (!same || at < 0) continue;
      for (const old of same.splice(at, 1)) left.delete(old);
      known.add(one);
    }
  }
  return { known, left: [...left] };
}

/** Whether what a message counts has not become more. */
function isNoMore({ told: now }: ToldKeys, { told: before }: ToldKeys): boolean {
  return countOf(now) <= countOf(before);
}

function countOf({ data, counts }: ToldKeys['told']): number {
  const count = counts === undefined ? undefined : data[counts];
  return typeof count === 'string' ? Number(count) : 0;
}

/** Whether what it is about went from where it stood, and came to where it stands: else one is mended and another one made. */
function hasMoved(
  before: ToldKeys,
  now: ToldKeys,
  { base, now: present, pathNow, pathBefore }: Sides,
): boolean {
  const [old, its] = [markOf(before.told.place), markOf(now.told.place)];
  if (old === undefined || its === undefined) return false;
  return (
    !present.documents.get(pathNow(before.told.place.path))?.marks.has(its) &&
    !base.documents.get(pathBefore(now.told.place.path))?.marks.has(old)
  );
}

/** Whether something that stood in a document of the base stands in this one now. */
function hasGivenTo(
  before: string,
  now: string,
  { base, now: present, pathNow, pathBefore }: Sides,
): boolean {
  const here = present.documents.get(pathNow(before))?.marks;
  const there = base.documents.get(pathBefore(now))?.marks;
  const marks = present.documents.get(now)?.marks;
  return [...(base.documents.get(before)?.marks ?? [])].some(
    (mark) => isSection(mark) && marks?.has(mark) && !here?.has(mark) && !there?.has(mark),
  );
}

/** The same of some characters. */
function hasMovedAsText(
  before: ToldKeys,
  now: ToldKeys,
  { base, now: present, pathNow, pathBefore }: Sides,
): boolean {
  const { text } = now.told.place;
  return (
    !present.documents.get(pathNow(before.told.place.path))?.text.includes(text) &&
    !base.documents.get(pathBefore(now.told.place.path))?.text.includes(text)
  );
}
