import { changeKinds } from '../engine/model/history.ts';
import type { OldText } from '../engine/model/history.ts';
import type { FollowedFiles } from './follow-files.ts';
import { GitFailed } from './run-git.ts';
import type { Git } from './run-git.ts';

/** A text that is longer is none that anybody wrote. */
const bytesAtMost = 2 ** 20;

/** A document: where it lies in the repository, and what it is called by whoever asks. */
interface DocumentAsked {
  readonly name: string;
  readonly path: string;
}

/**
 * The texts that commits gave to documents, by name; undefined where one of them cannot be read: what the others say would not
 * be the whole.
 */
export async function readTexts(
  git: Git,
  followed: FollowedFiles,
  documents: readonly DocumentAsked[],
): Promise<ReadonlyMap<string, readonly OldText[] | undefined>> {
  const asked = documents.map((document) => ({ document, versions: versionsOf(document, followed) }));
  const names = asked.flatMap(({ versions }) => versions.map(({ object }) => object));
  const blobs = names.length === 0 ? [] : await blobsOf(git, names);
  let at = 0;
  return new Map(
    asked.map(({ document, versions }) => {
      const its = versions.map(({ commit }) => ({ commit, blob: blobs[at++] }));
      const texts = its.flatMap(({ commit, blob }) =>
        blob === undefined || blob.length > bytesAtMost ? [] : [{ commit, text: blob.toString('utf8') }],
      );
      return [document.name, texts.length === versions.length ? texts : undefined];
    }),
  );
}

const deleted = changeKinds.indexOf('deleted');

/** The commits that made something of a file, as Git names what they made: `<hash>:<path then>`. */
function versionsOf(
  { path }: DocumentAsked,
  { commits, fileAt, hashOf, pathThen }: FollowedFiles,
): readonly { readonly commit: number; readonly object: string }[] {
  const file = fileAt(path);
  const versions: { readonly commit: number; readonly object: string }[] = [];
  if (file < 0) return versions;
  for (let commit = 0; commit < commits.count; commit++)
    for (let at = commits.firstChange[commit] ?? 0; at < (commits.firstChange[commit + 1] ?? 0); at++)
      if (commits.file[at] === file && commits.change[at] !== deleted)
        versions.push({ commit, object: `${hashOf(commit)}:${pathThen(at)}` });
  return versions;
}

/** Undefined for what is missing, or cannot be asked for: a name ends with its line. */
async function blobsOf(git: Git, names: readonly string[]): Promise<readonly (Buffer | undefined)[]> {
  const askable = names.filter((name) => !name.includes('\n'));
  let blobs: readonly (Buffer | undefined)[];
  try {
    blobs = parseObjects(await git.objects(askable));
  } catch (error) {
    if (error instanceof GitFailed && error.exitCode > 0) return [];
    throw error;
  }
  let at = 0;
  return names.map((name) => (name.includes('\n') ? undefined : blobs[at++]));
}

const lineEnd = 0x0a;

/**
 * What `git cat-file --batch` prints, an answer for each name: `<hash> blob <bytes>`, a new line, the bytes and a new line.
 * Undefined for what is missing or no file, and for all behind a place at which it ends too early.
 */
function parseObjects(printed: Buffer): readonly (Buffer | undefined)[] {
  const blobs: (Buffer | undefined)[] = [];
  let at = 0;
  while (at < printed.length) {
    const end = printed.indexOf(lineEnd, at);
    if (end < 0) break;
    const [, type, size] = /^[0-9a-f]{40,64} ([a-z]+) (\d+)$/.exec(printed.toString('latin1', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) {
      blobs.push(undefined);
      continue;
    }
    const last = at + Number(size);
    if (printed[last] !== lineEnd) break;
    blobs.push(type === 'blob' ? printed.subarray(at, last) : undefined);
    at = last + 1;
  }
  return blobs;
}
