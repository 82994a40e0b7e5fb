import type { Said } from '../model/said.ts';
import { readKubernetesOwners } from '../parse/kubernetes-owners.ts';
import type { OwnerRule, OwnersPlatform, Word } from '../parse/owner-rules.ts';
import { isTooLargeForGithub } from '../parse/github-codeowners.ts';
import { readCodeowners } from '../parse/read-codeowners.ts';
import { addTo } from '../values/add-to.ts';
import { quote } from '../values/quote.ts';
import { joined, quoted, say } from '../values/say.ts';
import { globOfFolder, globOfPattern } from './globs-of-owners.ts';

/** What somebody else's file of owners says of files, as rows of Components can say it. */
export interface OwnedGlobs {
  /** From 0: of the first line. */
  readonly line: number;
  readonly globs: readonly string[];
  readonly owners: readonly Word[];
  /** What GitLab calls the section; empty where there is none. */
  readonly section: string;
}

export interface OwnersNote {
  /** From 0. */
  readonly line: number;
  readonly said: Said;
}

export interface ReadOwners {
  readonly owned: readonly OwnedGlobs[];
  /** What is not taken over, and why. */
  readonly notes: readonly OwnersNote[];
}

/** The rows of CODEOWNERS: in a section those with the same owners, one after the other, are one. */
export function ownedInCodeowners(text: string, platform: OwnersPlatform): ReadOwners {
  const { rules, sections, skipped } = readCodeowners(text, platform);
  const notes: OwnersNote[] = [...byLine(skipped)].map(([line, words]) => ({
    line,
    said: skippedSaid(words.join(' '), platform),
  }));
  if (platform === 'github' && isTooLargeForGithub(text))
    notes.push({ line: 0, said: say('GitHub reads nothing of this file: it is not under 3 MB.') });
  const owned: OwnedGlobs[] = [];
  for (const rule of rules) {
    const { pattern, owners, section, isExclusion } = rule;
    const glob = isExclusion ? undefined : globOfPattern(pattern.text, platform);
    const { line } = pattern.at;
    if (glob === undefined) notes.push({ line, said: unsaid(rule) });
    else {
      const before = owned.at(-1);
      if (before && isOneWith(before, rule, glob)) owned[owned.length - 1] = together(before, glob);
      else owned.push({ line, globs: [glob], owners, section });
    }
  }
  const [, second] = new Set(rules.map(({ section }) => section));
  if (second !== undefined)
    notes.push({
      line: sections[0]?.name.at.line ?? 0,
      said: say('GitLab asks the owners of each section; in Components the later of two rows counts alone.'),
    });
  return { owned: withoutRepeated(owned), notes: notes.sort((a, b) => a.line - b.line) };
}

/** The words of each line: GitLab knows no comments behind owners, and each of their words is one. */
function byLine(words: readonly Word[]): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, string[]>();
  for (const { text, at } of words) addTo(lines, at.line, text);
  return lines;
}

function skippedSaid(text: string, platform: OwnersPlatform): Said {
  const word = quote(text);
  return platform === 'github'
    ? say('GitHub skips this line because of "{{word}}".', { word })
    : say('GitLab takes "{{word}}" for no owner.', { word });
}

function unsaid({ pattern, isExclusion }: OwnerRule): Said {
  const data = { pattern: quote(pattern.text) };
  return isExclusion
    ? say('Paths cannot leave out "{{pattern}}": it is not taken over.', data)
    : say('Paths cannot say "{{pattern}}": it is not taken over.', data);
}

/** GitLab has a row for a name and one for the folder of that name, where a glob says both. */
function isOneWith(before: OwnedGlobs, { section, owners }: OwnerRule, glob: string): boolean {
  if (before.section !== section || !isSame(before.owners, owners)) return false;
  return section !== '' || glob === `${before.globs.at(-1)}/**`;
}

function together(before: OwnedGlobs, glob: string): OwnedGlobs {
  const isBoth = glob === `${before.globs.at(-1)}/**`;
  return isBoth ? before : { ...before, globs: [...before.globs, glob] };
}

function isSame(a: readonly Word[], b: readonly Word[]): boolean {
  return a.length === b.length && a.every(({ text }, i) => text === b[i]!.text);
}

/** Of one glob in one section the last row counts. */
function withoutRepeated(owned: readonly OwnedGlobs[]): readonly OwnedGlobs[] {
  const last = new Map<string, OwnedGlobs>();
  const keyOf = (section: string, glob: string): string => JSON.stringify([section, glob]);
  for (const one of owned) for (const glob of one.globs) last.set(keyOf(one.section, glob), one);
  return owned.flatMap((one) => {
    const globs = [...new Set(one.globs)].filter((glob) => last.get(keyOf(one.section, glob)) === one);
    return globs.length === 0 ? [] : [{ ...one, globs }];
  });
}

/** An OWNERS file of Kubernetes: those who approve what lies in its folder, from the root of the repository. */
export function ownedInFolder(text: string, folder: string): ReadOwners {
  const read = readKubernetesOwners(text);
  if (read.is === 'broken')
    return {
      owned: [],
      notes: [{ line: read.at.line, said: say('This is no OWNERS file: Prow would ignore it.') }],
    };
  const glob = globOfFolder(folder);
  const owned: OwnedGlobs[] = [];
  const notes: OwnersNote[] = [];
  for (const { filter, approvers, reviewers } of read.entries) {
    const known = new Set(approvers.map((one) => one.text));
    const others = reviewers.filter((one) => !known.has(one.text));
    if (others[0])
      notes.push({
        line: others[0].at.line,
        said: say('Not taken over, since Components have nobody who only reviews: {{names}}.', {
          names: joined(
            others.map((one) => quoted(quote(one.text))),
            ', ',
          ),
        }),
      });
    const [first] = approvers;
    if (!first) continue;
    if (filter)
      notes.push({
        line: filter.at.line,
        said: say('Paths cannot say "{{pattern}}": it is not taken over.', { pattern: quote(filter.text) }),
      });
    else if (glob === undefined)
      notes.push({
        line: 0,
        said: say('Paths cannot say "{{pattern}}": it is not taken over.', { pattern: quote(folder) }),
      });
    else owned.push({ line: first.at.line, globs: [glob], owners: approvers, section: '' });
  }
  if (owned.length > 0 && glob !== '**' && !read.isAlone)
    notes.push({
      line: 0,
      said: say(
        'Who approves in the folders above approves here too; of Components the last row alone counts.',
      ),
    });
  return { owned, notes: notes.sort((a, b) => a.line - b.line) };
}
