import * as vscode from 'vscode';
import { configPath } from '../engine/model/config-path.ts';
import type { FileContent, IgnoreRules, Workspace } from '../engine/index.ts';
import { foldersAround, joinUri, outermost, pathBelow } from './folder-paths.ts';
import type { Slices } from './slices.ts';
import { engagementFiles } from './discovery.ts';
import { fileName, folderOf, isInside, isMarkdown } from '../engine/model/file-paths.ts';

/** The files of one workspace folder as the engine sees them. */
export interface FolderWorkspace extends Workspace {
  /** What the engine is to be told of a file: the text in an open editor, else what lies on the disk. */
  read(path: string): Promise<FileContent | undefined>;
  /** A file or folder came or went; what the engine was told of its existence, and of what lies in it, no longer holds. */
  forget(path: string): void;
  /** Whether the engine is to be told of a Markdown file. */
  isRead(path: string): boolean;
  /** Whether a folder of that name is looked into. */
  mayBeEntered(path: string): boolean;
  /** The files below a folder that the engine is to be told of; none where the path is no folder. */
  filesBelow(path: string): Promise<readonly string[]>;
  /** Those of them that were there when they were last read. */
  knownBelow(path: string): readonly string[];
}

const bytesAtMost = 8 * 1024 * 1024;
const foldersAtMost = 20_000;
const foldersAtOnce = 16;
const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** The rules of `.gitignore` files, and the folders whose file has been asked for. */
interface Learnt {
  readonly rules: IgnoreRules;
  readonly folders: Map<string, Promise<void>>;
}

/**
 * Files are listed by walking the folders of engagements, because a search does not know files that are new
 * and uncommitted on the web. Symbolic links are not followed: where they lead the host does not tell, and it
 * must not be out of the folder. Whether some other file exists is asked of the host in the background: until
 * it answers a link is taken to lead somewhere, and `onAnswer` is told when it does not. Engagements that have
 * just been looked for are not looked for again by the first listing.
 */
export function createFolderWorkspace(
  folder: vscode.WorkspaceFolder,
  createIgnoreRules: () => IgnoreRules,
  pause: Slices['pause'],
  onAnswer: (path: string) => void,
  lookedFor?: readonly string[],
): FolderWorkspace {
  const { fs } = vscode.workspace;
  let learnt: Learnt = { rules: createIgnoreRules(), folders: new Map() };
  const existence = new Map<string, boolean>();
  const known = new Set<string>();
  /** Folders that were looked into: neither they nor those around them are links. */
  const plain = new Set<string>();
  /** Files whose bytes are not UTF-8; an editor that shows them does not say so. */
  const damaged = new Set<string>();
  let namesFolders = false;
  let engagements = lookedFor;

  async function list(): Promise<readonly string[]> {
    // Beside what holds now, so that nothing is taken in meanwhile that is left out.
    const now: Learnt = { rules: createIgnoreRules(), folders: new Map() };
    plain.clear();
    const found = new Set<string>();
    const roots = namesFolders
      ? ['']
      : outermost((engagements ?? (await engagementFiles(folder))).map(folderOf));
    engagements = undefined;
    for (const root of roots) {
      for (const around of foldersAround(root)) await learnRulesOf(around, now);
      if (root === '' || (!isBehindIgnored(`${root}/x`, now) && !(await isBehindLink(`${root}/x`))))
        await walk(root, found, now);
    }
    learnt = now;
    for (const path of existence.keys()) void ask(path);
    for (const document of vscode.workspace.textDocuments) {
      const path = pathBelow(folder, document.uri);
      if (path !== undefined && isMarkdown(path) && !isBehindIgnored(path)) found.add(path);
    }
    return [...found];
  }

  async function walk(root: string, found: Set<string>, by: Learnt): Promise<void> {
    const folders = [root];
    for (let count = 0; folders.length > 0 && count < foldersAtMost; count += foldersAtOnce) {
      const looked = await Promise.all(
        folders.splice(-foldersAtOnce).map(async (at) => [at, await entriesOf(at)] as const),
      );
      for (const [at, entries] of looked) {
        plain.add(at);
        if (entries.some(([name]) => name === '.gitignore')) await learnRulesOf(at, by);
        for (const [name, type] of entries) {
          const path = at === '' ? name : `${at}/${name}`;
          if (type === vscode.FileType.Directory) {
            if (!neverEntered.has(name) && !by.rules.isIgnored(path, true) && isOurs(path))
              folders.push(path);
          } else if (type === vscode.FileType.File && isMarkdown(path) && !by.rules.isIgnored(path, false))
            found.add(path);
        }
      }
      await pause();
    }
  }

  async function entriesOf(at: string): Promise<readonly [string, vscode.FileType][]> {
    try {
      return await fs.readDirectory(joinUri(folder, at));
    } catch {
      return []; // nobody may list it, or it has just gone: what it holds is not read
    }
  }

  /** A folder of the workspace may lie inside of another one; it is looked at once, as itself. */
  function isOurs(path: string): boolean {
    return vscode.workspace.getWorkspaceFolder(joinUri(folder, path))?.index === folder.index;
  }

  function learnRulesOf(at: string, by: Learnt): Promise<void> {
    let known = by.folders.get(at);
    if (!known) by.folders.set(at, (known = readRules(at, by.rules)));
    return known;
  }

  async function readRules(at: string, rules: IgnoreRules): Promise<void> {
    try {
      const uri = joinUri(folder, at === '' ? '.gitignore' : `${at}/.gitignore`);
      // A pipe or a device would be waited for; what is a link Git does not follow either.
      const { type, size } = await fs.stat(uri);
      if (type !== vscode.FileType.File || size > bytesAtMost) return;
      rules.add(at, new TextDecoder().decode(await fs.readFile(uri)));
    } catch {
      // There is none, or nobody may read it.
    }
  }

  function isBehindIgnored(path: string, { rules } = learnt): boolean {
    return (
      path
        .split('/')
        .slice(0, -1)
        .some(
          (name, i, names) =>
            neverEntered.has(name) || rules.isIgnored(names.slice(0, i + 1).join('/'), true),
        ) || rules.isIgnored(path, false)
    );
  }

  /** Whether a folder around a path is a symbolic link. */
  async function isBehindLink(path: string): Promise<boolean> {
    const around = foldersAround(path).filter((at) => at !== '' && !plain.has(at));
    const types = await Promise.all(around.map(async (at) => (await statOf(at))?.type ?? 0));
    return types.some(isLink);
  }

  async function statOf(path: string): Promise<vscode.FileStat | undefined> {
    try {
      return await fs.stat(joinUri(folder, path));
    } catch {
      return undefined;
    }
  }

  async function read(path: string): Promise<FileContent | undefined> {
    if (!isInside(path)) return undefined;
    const content = (await inEditor(path)) ?? (await onDisk(path));
    if (content) known.add(path);
    else known.delete(path);
    if (path === configPath)
      namesFolders = content?.kind === 'text' && /^\s*(['"]?)engagements\1\s*:/m.test(content.text);
    return content;
  }

  /**
   * The text in an open editor. One without unsaved changes shows its file, and goes on doing so when that is
   * deleted: then there is no such document any more, while unsaved changes are somebody's work.
   */
  async function inEditor(path: string): Promise<FileContent | undefined> {
    const open = openDocument(path);
    if (!open || (!open.isDirty && (await isGone(path)) && !openDocument(path)?.isDirty)) return undefined;
    const text = openDocument(path)?.getText();
    if (text === undefined) return undefined;
    if (text.includes('\ufffd') && (await isDamaged(path))) return { kind: 'text', text, invalidUtf8: true };
    return { kind: 'text', text };
  }

  function openDocument(path: string): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => pathBelow(folder, document.uri) === path);
  }

  async function isGone(path: string): Promise<boolean> {
    try {
      await fs.stat(joinUri(folder, path));
      return false;
    } catch (error) {
      return isNothing(error);
    }
  }

  async function isDamaged(path: string): Promise<boolean> {
    await onDisk(path); // it may have been written anew
    return damaged.has(path);
  }

  async function onDisk(path: string): Promise<FileContent | undefined> {
    damaged.delete(path);
    try {
      const uri = joinUri(folder, path);
      const { type, size } = await fs.stat(uri);
      if (type !== vscode.FileType.File || (await isBehindLink(path))) return undefined;
      if (size > bytesAtMost) return { kind: 'tooLarge', bytes: size };
      const content = decoded(await fs.readFile(uri));
      if (content.invalidUtf8) damaged.add(path);
      return content;
    } catch (error) {
      if (isNothing(error)) return undefined;
      const isForbidden = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
      return { kind: 'unreadable', reason: isForbidden ? noPermission : messageOf(error) };
    }
  }

  /** Asks, or asks again; of what was forgotten meanwhile the next question is answered. */
  async function ask(path: string): Promise<void> {
    const exists = await isThere(path);
    const told = existence.get(path);
    if (told === undefined || told === exists) return;
    existence.set(path, exists);
    onAnswer(path);
  }

  /** As for the command line, what is ignored is not there. */
  async function isThere(path: string): Promise<boolean> {
    try {
      const { type } = await fs.stat(joinUri(folder, path));
      const by = learnt;
      for (const around of foldersAround(path)) await learnRulesOf(around, by);
      return !isBehindIgnored(type === vscode.FileType.Directory ? `${path}/x` : path, by);
    } catch (error) {
      // Whoever cannot answer has not said that there is nothing.
      return !isNothing(error);
    }
  }

  return {
    list,
    read,
    pause,
    exists(path) {
      if (path === '') return true;
      // A backslash parts folders on one system and is a letter on another: which one, nobody tells.
      if (path.includes('\\')) return true;
      if (!isInside(path)) return false;
      const answer = existence.get(path);
      if (answer !== undefined) return answer;
      existence.set(path, true);
      void ask(path);
      return true;
    },
    forget(path) {
      plain.delete(path);
      for (const one of existence.keys()) {
        if (one !== path && !one.startsWith(`${path}/`)) continue;
        existence.delete(one);
        // Of what it has read the engine is told by what is read of it next.
        if (!known.has(one)) onAnswer(one);
      }
    },
    isRead: (path) => isMarkdown(path) && !isBehindIgnored(path),
    mayBeEntered: (path) => !neverEntered.has(fileName(path)) && !isBehindIgnored(`${path}/x`),
    async filesBelow(path) {
      const found = new Set<string>();
      // Most of what comes is a file: it is not looked into, and neither is a link.
      if ((await statOf(path))?.type === vscode.FileType.Directory && !(await isBehindLink(path)))
        await walk(path, found, learnt);
      return [...found];
    },
    knownBelow: (path) => [...known].filter((file) => file.startsWith(`${path}/`)),
  };
}

const noPermission = 'you have no permission to read it';

function decoded(bytes: Uint8Array): Extract<FileContent, { readonly kind: 'text' }> {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes), invalidUtf8: true };
  }
}

/**
 * Whether an error says that there is no such file: nothing at all, a folder, a file where a folder would be, or
 * a name that nothing can have, for which VS Code has no code of its own.
 */
function isNothing(error: unknown): boolean {
  if (/\b(?:ENAMETOOLONG|ELOOP)\b|null bytes/.test(messageOf(error))) return true;
  return (
    error instanceof vscode.FileSystemError &&
    ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(error.code)
  );
}

function isLink(type: vscode.FileType): boolean {
  return (type & vscode.FileType.SymbolicLink) !== 0;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
