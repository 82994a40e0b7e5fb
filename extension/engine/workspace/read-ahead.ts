import type { FileContent, Workspace } from '../model/ports.ts';
import { isPromise } from './documents.ts';

/** Files asked for before the first of them has come: a host answers one question as slowly as several. */
const readsAhead = 32;

/** The contents of files in their order, some of them asked for before their turn. */
export async function* readAhead(
  workspace: Workspace,
  paths: readonly string[],
): AsyncGenerator<readonly [path: string, content: FileContent | undefined], void, undefined> {
  const answers: ReturnType<Workspace['read']>[] = [];
  let asked = 0;
  for (const path of paths) {
    while (asked < paths.length && answers.length < readsAhead) answers.push(workspace.read(paths[asked++]!));
    const answer = answers.shift();
    yield [path, isPromise(answer) ? await answer : answer];
  }
}
