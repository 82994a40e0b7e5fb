import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readFixture } from '../../test/support/read-fixture.ts';

/** The texts of one workspace by path. */
export type Files = ReadonlyMap<string, string>;

export interface Sources {
  /** Groups of workspaces: one of each is drawn as often as one of another, however many it holds. */
  readonly groups: readonly { readonly name: string; readonly workspaces: readonly Files[] }[];
  /** Every text of every workspace. */
  readonly texts: readonly string[];
  /** Folders that are not there on this machine. */
  readonly absent: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const shared = '../shared';

/** Everything that mutations begin from. */
export function readSources(): Sources {
  const engagement = readFileSync(path.join(root, 'test/rules/engagement.md'), 'utf8');
  const fixtures = ['test/rules', 'test/facts'].flatMap((folder) => casesIn(folder, engagement));
  const wanted = [
    { name: 'examples', workspaces: foldersIn('examples') },
    { name: 'seeds', workspaces: foldersIn('test/seeds') },
    { name: 'templates', workspaces: foldersIn('templates') },
    { name: 'fixtures', workspaces: fixtures },
    { name: `${shared}/format-examples`, workspaces: foldersIn(`${shared}/format-examples`) },
    {
      name: `${shared}/corpus`,
      workspaces: foldersIn(`${shared}/corpus`).map((files) => withLead(files, engagement)),
    },
  ];
  const groups = wanted.filter(({ workspaces }) => workspaces.length > 0);
  return {
    groups,
    texts: groups.flatMap(({ workspaces }) => workspaces.flatMap((files) => [...files.values()])),
    absent: wanted.filter(({ workspaces }) => workspaces.length === 0).map(({ name }) => name),
  };
}

/** One workspace for each folder in a folder, without those that hold no Markdown. */
function foldersIn(folder: string): readonly Files[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .sort()
    .filter((name) => statSync(path.join(full, name)).isDirectory())
    .map((name) => markdownIn(path.join(full, name)))
    .filter((files) => files.size > 0);
}

function markdownIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort();
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

function casesIn(folder: string, engagement: string): readonly Files[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'engagement.md')
    .sort()
    .flatMap((name) => readFixture(readFileSync(path.join(root, folder, name), 'utf8')).cases)
    .filter(({ files }) => files.size > 0)
    .map(({ files }) => withLead(files, engagement));
}

/** Files that stand below an engagement, whether they bring one or not. */
function withLead(files: Files, engagement: string): Files {
  const isLed = [...files.keys()].some((name) => /(?:^|\/)engagement\.md$/.test(name));
  return isLed ? files : new Map([['engagement.md', engagement], ...files]);
}
