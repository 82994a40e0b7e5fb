import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Files } from './sources.ts';

/** A folder on the disk with a root to work in and something beside it that nobody may touch. */
export interface Tree {
  readonly root: string;
  /** Everything that stands beside the root, with what it holds. */
  outside(): string;
  /** Every file below the root with what it holds, by path; of a link where it leads. */
  inside(): ReadonlyMap<string, string>;
  remove(): void;
}

/** What a file system may hold beside documents. */
export const oddities = [
  'link to a file outside',
  'link to a folder outside',
  'link in a circle',
  'link to nothing',
  'folder named like a document',
  'config that is a folder',
  'ignore file that is a folder',
  'ignore file that is a pipe',
  'document that is a pipe',
  'ignored folder',
  'name that is not UTF-8',
  'bytes that are not UTF-8',
  'empty document',
  'temporary file of another run',
  'read-only document',
] as const;
export type Oddity = (typeof oddities)[number];

export function hostileTree(files: Files, odd: readonly Oddity[]): Tree {
  const base = fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), 'outrigger-torture-')));
  const root = path.join(base, 'root');
  const beside = path.join(base, 'outside');
  fs.mkdirSync(path.join(root, '.git'), { recursive: true });
  fs.mkdirSync(path.join(beside, 'folder'), { recursive: true });
  for (const name of ['secret.md', 'folder/engagement.md'])
    fs.writeFileSync(path.join(beside, name), '---\nKind: engagement\n...\n');
  for (const [name, text] of files) write(root, name, text);
  for (const one of odd) add(one, root, beside);
  return {
    root,
    outside: () => [...contentsOf(base, (name) => name !== 'root')].join('\n'),
    inside: () => contentsOf(root, (name) => name !== '.git'),
    remove: () => fs.rmSync(base, { recursive: true, force: true }),
  };
}

/** A name that no file system takes, or that is taken, is left out: to write into a pipe waits for a reader. */
function write(root: string, name: string, text: string): void {
  try {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text, { flag: 'wx' });
  } catch {
    // too long for this one, or something already
  }
}

function add(odd: Oddity, root: string, beside: string): void {
  const at = (name: string): string => path.join(root, name);
  const [document = 'engagement.md'] = fs.readdirSync(root).filter((name) => name.endsWith('.md'));
  const make: Readonly<Record<Oddity, () => unknown>> = {
    'link to a file outside': () => fs.symlinkSync(path.join(beside, 'secret.md'), at('linked.md')),
    'link to a folder outside': () => fs.symlinkSync(path.join(beside, 'folder'), at('link')),
    'link in a circle': () => fs.symlinkSync('circle.md', at('circle.md')),
    'link to nothing': () => fs.symlinkSync('nowhere.md', at('nothing.md')),
    'folder named like a document': () => fs.mkdirSync(at('folder.md')),
    'config that is a folder': () => fs.mkdirSync(at('outrigger.yml')),
    'ignore file that is a folder': () => fs.mkdirSync(at('.gitignore')),
    'ignore file that is a pipe': () => spawnSync('mkfifo', [at('.gitignore')]),
    'document that is a pipe': () => spawnSync('mkfifo', [at('pipe.md')]),
    'ignored folder': () => write(root, '.gitignore', 'sub/\n[\n**/x\\\n'),
    'name that is not UTF-8': () =>
      fs.writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x2e, 0x6d, 0x64])]), 'x'),
    'bytes that are not UTF-8': () =>
      fs.writeFileSync(at('bytes.md'), Buffer.from('---\nkind: sla\ntitle: \xff\xfe\n---\n', 'latin1')),
    'empty document': () => fs.writeFileSync(at('empty.md'), ''),
    'temporary file of another run': () => fs.writeFileSync(at(`.${document}.tmp`), 'somebody else'),
    'read-only document': () => fs.chmodSync(at(document), 0o444),
  };
  try {
    make[odd]();
  } catch {
    // There is something of that name already, or this file system has no such thing.
  }
}

function contentsOf(base: string, isAsked: (top: string) => boolean): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const folders = fs.readdirSync(base).filter(isAsked);
  for (let name = folders.pop(); name !== undefined; name = folders.pop()) {
    const folder = name;
    const full = path.join(base, name);
    const stat = fs.lstatSync(full, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      found.set(name, 'a folder');
      folders.push(...fs.readdirSync(full).map((below) => path.join(folder, below)));
    } else if (stat?.isSymbolicLink()) found.set(name, `-> ${fs.readlinkSync(full)}`);
    else if (stat) found.set(name, stat.isFile() ? fs.readFileSync(full, 'latin1') : 'no file');
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
