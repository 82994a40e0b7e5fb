import { changeKinds } from '../engine/model/history.ts';
import type { CommitOfDocument, OldText, OldTexts } from '../engine/model/history.ts';
import { readCommit, type CommitFacts } from './commit-object.ts';
import type { FollowedFiles } from './follow-files.ts';
import { readMerges } from './read-merges.ts';
import { readObjects, type GitObject } from './read-objects.ts';
import type { Git } from './run-git.ts';

/** A text that is longer is none that anybody wrote. */
export const bytesAtMost = 2 ** 20;

/** A document: where it lies in the repository, and what it is called by whoever asks. */
export interface DocumentAsked {
  readonly name: string;
  readonly path: string;
}

/** The history in which documents are looked up. */
export interface TextSource {
  readonly git: Git;
  /** The folder of the repository's files. */
  readonly top: string;
  readonly followed: FollowedFiles;
  /** The hash of the commit that is checked out. */
  readonly head: string;
}

/**
 * What became of documents, by name; undefined where one of the texts cannot be read: what the others say would not be the
 * whole.
 */
export async function readTexts(
  source: TextSource,
  documents: readonly DocumentAsked[],
): Promise<ReadonlyMap<string, OldTexts | undefined>> {
  const asked = documents.map(({ name, path }) => ({ name, path, steps: stepsOf(path, source.followed) }));
  await addMerges(source, asked);
  const names = asked.flatMap(({ path, steps }) => [`${source.head}:${path}`, ...steps.flatMap(objectsOf)]);
  const objects = await readObjects(source.git, names);
  const found = new Map(names.map((name, i) => [name, objects[i]]));
  const texts = new Map<string, string>();
  const textOf = (name: string): string | undefined => textIn(found.get(name), texts);
  return new Map(
    asked.map(({ name, path, steps }) => {
      const told = steps.map((step) => toldOf(step, found, textOf));
      const head = found.get(`${source.head}:${path}`);
      const committed = head && textOf(`${source.head}:${path}`);
      const isWhole = told.every((one) => one !== undefined) && (committed !== undefined || !head);
      if (!isWhole) return [name, undefined];
      const all = told.filter((one) => one !== undefined);
      const isVersion = (one: CommitOfDocument | OldText): one is OldText => 'text' in one;
      return [
        name,
        {
          versions: all.filter(isVersion),
          removals: all.filter((one) => !isVersion(one)),
          committed,
        },
      ];
    }),
  );
}

/** What one commit did with a document, as Git names it. */
interface Step {
  readonly commit: number;
  readonly hash: string;
  readonly path: string;
  readonly movedFrom?: string;
  readonly isRemoval: boolean;
  /** What each parent may have had, under any of these names. */
  readonly before: readonly (readonly string[])[];
}

const [added, deleted] = [changeKinds.indexOf('added'), changeKinds.indexOf('deleted')];

function stepsOf(path: string, followed: FollowedFiles): Step[] {
  const { commits, fileAt } = followed;
  const file = fileAt(path);
  const steps: Step[] = [];
  if (file < 0) return steps;
  for (let commit = 0; commit < commits.count; commit++)
    for (let at = commits.firstChange[commit] ?? 0; at < (commits.firstChange[commit + 1] ?? 0); at++)
      if (commits.file[at] === file)
        steps.push({
          commit,
          hash: followed.hashOf(commit),
          path: followed.pathThen(at),
          ...movedBy(at, followed),
          isRemoval: commits.change[at] === deleted,
          before:
            commits.change[at] === added
              ? []
              : parentsOf(commit, followed).map((parent) => [`${parent}:${followed.pathBefore(at)}`]),
        });
  return steps;
}

function movedBy(at: number, { pathThen, pathBefore }: FollowedFiles): Pick<Step, 'movedFrom'> {
  return pathBefore(at) === pathThen(at) ? {} : { movedFrom: pathBefore(at) };
}

function parentsOf(commit: number, { commits, hashOf }: FollowedFiles): readonly string[] {
  const { firstParent, parents } = commits;
  return [...parents.subarray(firstParent[commit], firstParent[commit + 1])].map(hashOf);
}

/** The log says nothing of what a merge made; here it is one more step, where that is none of what its parents had. */
async function addMerges(
  { git, followed, head }: TextSource,
  asked: readonly { readonly path: string; readonly steps: Step[] }[],
): Promise<void> {
  const { commits, hashOf } = followed;
  if (commits.parents.length < commits.count) return; // each but the first has one: no merge
  const namesOf = asked.map(({ path, steps }) => new Set([path, ...steps.map((step) => step.path)]));
  const paths = [...new Set(namesOf.flatMap((names) => [...names]))];
  if (paths.length === 0) return;
  const merges = await readMerges(git, head, paths);
  if (merges.size === 0) return;
  for (let commit = 0; commit < commits.count; commit++) {
    const hash = hashOf(commit);
    const files = merges.get(hash);
    if (!files) continue;
    for (const [i, { steps }] of asked.entries()) {
      const path = files.find((one) => namesOf[i]?.has(one));
      if (path === undefined) continue;
      const names = [path, ...(namesOf[i] ?? [])];
      const before = parentsOf(commit, followed).map((parent) => names.map((name) => `${parent}:${name}`));
      steps.push({ commit, hash, path, isRemoval: false, before });
    }
  }
  for (const { steps } of asked) steps.sort((a, b) => a.commit - b.commit);
}

function objectsOf({ hash, path, isRemoval, before }: Step): readonly string[] {
  return [hash, ...(isRemoval ? [] : [`${hash}:${path}`]), ...before.flat()];
}

/** Undefined where something of it cannot be read. */
function toldOf(
  { commit, hash, path, movedFrom, isRemoval, before }: Step,
  found: ReadonlyMap<string, GitObject | undefined>,
  textOf: (name: string) => string | undefined,
): CommitOfDocument | OldText | undefined {
  const object = found.get(hash);
  const facts: CommitFacts | undefined = object?.type === 'commit' ? readCommit(object.bytes) : undefined;
  if (!facts) return undefined;
  const texts: string[] = [];
  for (const names of before) {
    const its = names.find((name) => found.get(name));
    const text = its === undefined ? undefined : textOf(its);
    // A merge may have it from one parent alone.
    if (text !== undefined) texts.push(text);
    else if (its !== undefined || before.length === 1) return undefined;
  }
  const told = {
    commit,
    hash,
    path,
    ...(movedFrom !== undefined && { movedFrom }),
    ...facts,
    before: texts,
  };
  if (isRemoval) return told;
  const text = textOf(`${hash}:${path}`);
  return text === undefined ? undefined : { ...told, text };
}

/** The text of a file, the same one each time, without the mark that may stand at its beginning. */
function textIn(object: GitObject | undefined, known: Map<string, string>): string | undefined {
  if (object?.type !== 'blob' || object.bytes.length > bytesAtMost) return undefined;
  let text = known.get(object.id);
  if (text === undefined) known.set(object.id, (text = object.bytes.toString('utf8').replace(/^\uFEFF/, '')));
  return text;
}
