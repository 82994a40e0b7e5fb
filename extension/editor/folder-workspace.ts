import * as vscode from 'vscode';
import { configPath } from '../engine/model/config-path.ts';
import type { FileContent, Workspace } from '../engine/index.ts';
import type { IgnoreRules } from '../engine/features/ignore-rules.ts';
import { isInside, joinUri, pathBelow } from './folder-paths.ts';
import { engagementFiles } from './discovery.ts';

/** The files of one workspace folder as the engine sees them. */
export interface FolderWorkspace extends Workspace {
  /** What the engine is to be told of a file: the text in an open editor, else what lies on the disk. */
  content(path: string): Promise<FileContent | undefined>;
  /** A file or folder came or went; what the engine was told of its existence, and of what lies in it, no longer holds. */
  forget(path: string): void;
  /** Whether the engine is to be told of a Markdown file. */
  isRead(path: string): boolean;
  /** The files below a folder that the engine is to be told of; none where the path is no folder. */
  filesBelow(path: string): Promise<readonly string[]>;
  /** Those of them that were there when they were last read. */
  knownBelow(path: string): readonly string[];
}

const bytesAtMost = 8 * 1024 * 1024;
const foldersAtMost = 20_000;
const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * Files are listed by walking the folders of engagements, because a search does not know files that are new
 * and uncommitted on the web. Whether some other file exists is asked of the host in the background: until
 * it answers a link is taken to lead somewhere, and `onAnswer` is told when it does not.
 */
export function createFolderWorkspace(
  folder: vscode.WorkspaceFolder,
  createIgnoreRules: () => IgnoreRules,
  pause: () => Promise<void> | undefined,
  onAnswer: (path: string) => void,
): FolderWorkspace {
  const { fs } = vscode.workspace;
  let ignored = createIgnoreRules();
  const learnt = new Map<string, Promise<void>>();
  const existence = new Map<string, boolean>();
  const known = new Set<string>();
  let namesFolders = false;

  async function list(): Promise<readonly string[]> {
    ignored = createIgnoreRules();
    learnt.clear();
    const found = new Set<string>();
    const roots = namesFolders ? [''] : outermost((await engagementFiles(folder)).map(parentOf));
    for (const root of roots) {
      for (const around of foldersAround(root)) await learnRulesOf(around);
      if (root === '' || !isBehindIgnored(`${root}/x`)) await walk(root, found);
    }
    for (const document of vscode.workspace.textDocuments) {
      const path = pathBelow(folder, document.uri);
      if (path !== undefined && isMarkdown(path) && !isBehindIgnored(path)) found.add(path);
    }
    return [...found];
  }

  async function walk(root: string, found: Set<string>): Promise<void> {
    const folders = [root];
    for (let count = 0; folders.length > 0 && count < foldersAtMost; count++) {
      const at = folders.pop()!;
      const entries = await entriesOf(at);
      if (entries.some(([name]) => name === '.gitignore')) await learnRulesOf(at);
      for (const [name, type] of entries) {
        const path = at === '' ? name : `${at}/${name}`;
        // A link to a folder is not entered, so that no folder is seen twice.
        if (type === vscode.FileType.Directory) {
          if (!neverEntered.has(name) && !ignored.isIgnored(path, true) && isOurs(path)) folders.push(path);
        } else if ((type & vscode.FileType.File) !== 0 && isMarkdown(path) && !ignored.isIgnored(path, false))
          found.add(path);
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

  function learnRulesOf(at: string): Promise<void> {
    let known = learnt.get(at);
    if (!known) learnt.set(at, (known = readRules(at)));
    return known;
  }

  async function readRules(at: string): Promise<void> {
    try {
      const bytes = await fs.readFile(joinUri(folder, at === '' ? '.gitignore' : `${at}/.gitignore`));
      ignored.add(at, new TextDecoder().decode(bytes));
    } catch {
      // There is none, or nobody may read it.
    }
  }

  function isBehindIgnored(path: string): boolean {
    return (
      path
        .split('/')
        .slice(0, -1)
        .some(
          (name, i, names) =>
            neverEntered.has(name) || ignored.isIgnored(names.slice(0, i + 1).join('/'), true),
        ) || ignored.isIgnored(path, false)
    );
  }

  async function read(path: string): Promise<FileContent | undefined> {
    if (!isInside(path)) return undefined;
    const content = (await inEditor(path)) ?? (await onDisk(path));
    if (content) known.add(path);
    else known.delete(path);
    if (path === configPath)
      namesFolders = content?.kind === 'text' && /^engagements\s*:/m.test(content.text);
    return content;
  }

  /**
   * The text in an open editor. One without unsaved changes shows its file, and goes on doing so when that is
   * deleted: then there is no such document any more, while unsaved changes are somebody's work.
   */
  async function inEditor(path: string): Promise<FileContent | undefined> {
    if (openDocument(path)?.isDirty === false && (await isGone(path)) && !openDocument(path)?.isDirty)
      return undefined;
    const open = openDocument(path);
    return open && { kind: 'text', text: open.getText() };
  }

  function openDocument(path: string): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => pathBelow(folder, document.uri) === path);
  }

  async function isGone(path: string): Promise<boolean> {
    try {
      await fs.stat(joinUri(folder, path));
      return false;
    } catch (error) {
      return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    }
  }

  async function onDisk(path: string): Promise<FileContent | undefined> {
    try {
      return decoded(await fs.readFile(joinUri(folder, path)));
    } catch (error) {
      const code = error instanceof vscode.FileSystemError ? error.code : '';
      // A folder by that name, or nothing: in both cases there is no such file.
      if (code === 'FileNotFound' || code === 'FileIsADirectory') return undefined;
      return { kind: 'unreadable', reason: code === 'NoPermissions' ? noPermission : messageOf(error) };
    }
  }

  async function ask(path: string): Promise<void> {
    existence.set(path, true);
    let exists = true;
    try {
      await fs.stat(joinUri(folder, path));
    } catch {
      exists = false;
    }
    if (exists || existence.get(path) !== true) return;
    existence.set(path, false);
    onAnswer(path);
  }

  return {
    list,
    read,
    content: read,
    pause,
    exists(path) {
      if (!isInside(path)) return false;
      if (path === '') return true;
      const answer = existence.get(path);
      if (answer !== undefined) return answer;
      void ask(path);
      return true;
    },
    forget(path) {
      for (const one of existence.keys()) {
        if (one !== path && !one.startsWith(`${path}/`)) continue;
        existence.delete(one);
        // Of what it has read the engine is told by what is read of it next.
        if (!known.has(one)) onAnswer(one);
      }
    },
    isRead: (path) => isMarkdown(path) && !isBehindIgnored(path),
    async filesBelow(path) {
      const found = new Set<string>();
      if (!isBehindIgnored(`${path}/x`)) await walk(path, found);
      return [...found];
    },
    knownBelow: (path) => [...known].filter((file) => file.startsWith(`${path}/`)),
  };
}

const noPermission = 'you have no permission to read it';

function decoded(bytes: Uint8Array): FileContent {
  if (bytes.length > bytesAtMost) return { kind: 'tooLarge', bytes: bytes.length };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes), invalidUtf8: true };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Those of the folders that lie in no other one of them. */
function outermost(folders: readonly string[]): readonly string[] {
  const all = new Set(folders);
  return [...all].filter(
    (folder) => folder === '' || !foldersAround(folder).some((around) => all.has(around)),
  );
}

/** The folders around a folder, the root first, without itself; of the root none. */
function foldersAround(folder: string): readonly string[] {
  if (folder === '') return [];
  const names = folder.split('/');
  return ['', ...names.slice(0, -1).map((_, i) => names.slice(0, i + 1).join('/'))];
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}
