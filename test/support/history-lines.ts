import { createHash } from 'node:crypto';
import {
  changeKinds,
  type CommitOfDocument,
  type History,
  type OldText,
  type Signature,
  type Unchecked,
} from '../../extension/engine/model/history.ts';
import { followFiles, type FollowedFiles } from '../../extension/git/follow-files.ts';
import { orderCommits } from '../../extension/git/order-commits.ts';
import type { LoggedChange } from '../../extension/git/parse-log.ts';
import { RawLogWriter } from '../../extension/git/raw-log.ts';

/** Among the files of a fixture: its commits. No document has this path. */
export const historyPath = '.git/commits';

/** Among them too: what documents said once. */
export const formerFolder = '.git/was/';

/** What a document said once, in the order of lines. */
export function formerPath(document: string, line: number): string {
  return `${formerFolder}${document}/${String(line).padStart(6, '0')}`;
}

/** Which document a former text is of. */
export function documentOf(former: string): string {
  return former.slice(formerFolder.length).replace(/\/\d+$/, '');
}

const lineForm = /^(\d{4}-\d{2}-\d{2})(?: (\d+)x)? (\S+@\S+)((?: \S+)*)$/;

/**
 * The history of a repository of a fixture, a line for each commit, the oldest first: `2026-01-05 anna@client.example +new.ts
 * changed.ts -gone.ts from.ts>to.ts from.ts>>changed-too.ts`. A word `~good:anna@client.example`, `~bad`
 * or `~unchecked:no-key` says what checking its signature comes to. `3x` behind the day makes three commits of it; without a file it changes nothing.
 */
export function historyOfLines(text: string): History {
  const writer = new RawLogWriter();
  const files = new Set<string>();
  const signatures: (Signature | undefined)[] = [];
  let head = '';
  let count = 0;
  for (const line of text.split(/\r\n?|\n/).filter(Boolean)) {
    const [, day = '', times = '1', email = '', words = ''] = lineForm.exec(line) ?? [];
    const changes = words.replace(/ ~\S+/g, '');
    if (day === '') throw new Error(`"${line}" is no commit: 2026-01-05 anna@client.example +new.ts`);
    for (let i = 0; i < Number(times); i++) {
      const hash = createHash('sha1').update(`${head}${line}${i}`).digest('hex');
      signatures.push(signatureIn(words));
      writer.add({
        hash,
        parents: head === '' ? [] : [head],
        name: email.replace(/@.*/, ''),
        email,
        committed: Date.parse(`${day}T00:00:00Z`) / 1000 + (count++ % 86_400),
        changes: changes.split(' ').filter(Boolean).map(changeOf),
      });
      head = hash;
    }
    for (const { letter, path, from } of changes.split(' ').filter(Boolean).map(changeOf)) {
      if (from !== undefined) files.delete(from);
      if (letter === 'D') files.delete(path);
      else files.add(path);
    }
  }
  const ordered = orderCommits(writer.log, head);
  if (!ordered) throw new Error('A history has at least one commit.');
  const followed = followFiles(writer.log, ordered);
  const tracked = [...files].sort();
  const history: History = {
    kind: 'read',
    version: head,
    prefix: '',
    below: '',
    commit: head,
    remarks: [],
    files: tracked,
    fileOf: Int32Array.from(tracked, followed.fileAt),
    people: followed.people,
    paths: followed.paths,
    commits: followed.commits,
    texts: new Map(),
  };
  toldIn.set(history, { followed, signatures });
  return history;
}

/** Where the files of a history were, and how its commits are signed. */
interface Told {
  readonly followed: FollowedFiles;
  readonly signatures: readonly (Signature | undefined)[];
}

const toldIn = new WeakMap<History, Told>();

function signatureIn(words: string): Signature | undefined {
  const [, is, more = ''] = / ~(\w+):?(\S*)/.exec(words) ?? [];
  if (is === 'good') return { is, by: more.split(',') };
  if (is === 'unchecked') return { is, why: more as Unchecked };
  return is === 'bad' ? { is } : undefined;
}

function changeOf(word: string): LoggedChange {
  const moved = /^([^>]+)>(>?)(.+)$/.exec(word);
  if (moved) return { letter: moved[2] === '' ? 'V' : 'R', path: moved[3] ?? '', from: moved[1] ?? '' };
  if (word.startsWith('+')) return { letter: 'A', path: word.slice(1) };
  if (word.startsWith('-')) return { letter: 'D', path: word.slice(1) };
  return { letter: 'M', path: word };
}

const deleted = changeKinds.indexOf('deleted');

/**
 * The same with what its commits made of documents: what the fixture says that each was, one commit after the other, and
 * then what it is.
 */
export function withTexts(
  history: History,
  files: ReadonlyMap<string, string>,
  documents: readonly string[],
  signed: readonly string[] = [],
): History {
  const { commits } = history;
  const { followed, signatures = [] } = toldIn.get(history) ?? {};
  const texts = documents.map((document) => {
    const former = [...files].filter(([path]) => path.startsWith(formerPath(document, 0).slice(0, -6)));
    const said = former.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    const file = followed?.fileAt(document) ?? -1;
    const versions: OldText[] = [];
    const removals: CommitOfDocument[] = [];
    let now: string | undefined;
    for (let commit = 0; commit < commits.count; commit++)
      for (let at = commits.firstChange[commit] ?? 0; at < (commits.firstChange[commit + 1] ?? 0); at++) {
        if (commits.file[at] !== file) continue;
        const made = {
          ...madeBy(commit, history, followed?.pathThen(at) ?? document, now),
          isSigned: signatures[commit] !== undefined,
        };
        if (commits.change[at] === deleted) {
          removals.push(made);
          now = undefined;
        } else {
          now = said[versions.length] ?? files.get(document) ?? '';
          versions.push({ ...made, text: now });
        }
      }
    return [
      document,
      { versions, removals, committed: history.files.includes(document) ? now : undefined },
    ] as const;
  });
  return {
    ...history,
    version: `${history.version} ${JSON.stringify(texts)}`,
    texts: new Map(texts),
    ...(signed.length > 0 && {
      signatures: new Map(
        texts.map(([document, { versions }]) => [
          document,
          new Map(
            versions.flatMap(({ hash, commit }) => (signatures[commit] ? [[hash, signatures[commit]]] : [])),
          ),
        ]),
      ),
    }),
  };
}

/** A hash of its own for each, and noon by the clock of whoever made it. */
function madeBy(
  commit: number,
  { commits }: History,
  path: string,
  before: string | undefined,
): Omit<CommitOfDocument, 'isSigned'> {
  const day = new Date((commits.committed[commit] ?? 0) * 1000).toISOString().slice(0, 10);
  return {
    commit,
    hash: createHash('sha1').update(String(commit)).digest('hex'),
    authored: `${day}T12:00:00+01:00`,
    before: before === undefined ? [] : [before],
    path,
  };
}
