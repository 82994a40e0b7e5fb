import { readObjects, type GitObject } from './read-objects.ts';
import { bytesAtMost, type DocumentAsked } from './read-texts.ts';
import type { Git } from './run-git.ts';

/** What documents said in a commit, by name; nothing of one that did not stand there, or as something that is no text. */
export async function readTextsAt(
  git: Git,
  commit: string,
  documents: readonly DocumentAsked[],
): Promise<ReadonlyMap<string, string>> {
  const objects = await readObjects(
    git,
    documents.map(({ path }) => `${commit}:${path}`),
  );
  return new Map(
    documents.flatMap(({ name }, at) => {
      const text = textOf(objects[at]);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** As a file on the disk is read: what is not UTF-8 is no text, and a mark at its beginning says nothing. */
function textOf(object: GitObject | undefined): string | undefined {
  if (object?.type !== 'blob' || object.bytes.length > bytesAtMost) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(object.bytes);
  } catch {
    return undefined;
  }
}
