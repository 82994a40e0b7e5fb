import * as vscode from 'vscode';

/** Put here by the bundler: the paths of the files, with their texts. */
declare const filesInMemory: Readonly<Record<string, string>>;

interface Folder {
  readonly type: vscode.FileType.Directory;
  readonly entries: Map<string, Node>;
}
interface File {
  readonly type: vscode.FileType.File;
  bytes: Uint8Array;
  mtime: number;
}
type Node = Folder | File;

/** What has been asked of a file or folder, by its path; and the way for a suite to read it, and to begin anew. */
type Counts = Record<string, { stat: number; readDirectory: number; readFile: number; write: number }>;

/**
 * Offers the files as `memfs:/`: a workspace without a disk below it, as github.dev has.
 *
 * Some names make trouble: nobody may list a folder or read a file whose name begins with `denied`, and a file
 * whose name begins with `vanishing` is listed and gone when it is read. The command
 * `memfs.deny` lets a file lose its permission under its own name, as on a disk, and `memfs.allow` get it back.
 */
export function activate(context: vscode.ExtensionContext): void {
  const root = newFolder();
  for (const [path, text] of Object.entries(filesInMemory)) {
    const names = path.split('/');
    const name = names.pop() ?? '';
    let folder = root;
    for (const each of names) {
      const next = folder.entries.get(each) ?? newFolder();
      folder.entries.set(each, next);
      if (next.type === vscode.FileType.Directory) folder = next;
    }
    folder.entries.set(name, { type: vscode.FileType.File, bytes: new TextEncoder().encode(text), mtime: 1 });
  }
  const denied = new Set<string>();
  let counts: Counts = {};
  const count = (uri: vscode.Uri, what: keyof Counts[string]): void => {
    const its = (counts[uri.path] ??= { stat: 0, readDirectory: 0, readFile: 0, write: 0 });
    its[what]++;
  };
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const files = provider({ root, changes, denied, count });
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', files, { isCaseSensitive: true }),
    vscode.commands.registerCommand('memfs.deny', (uri: vscode.Uri) => {
      denied.add(uri.path);
      changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }),
    vscode.commands.registerCommand('memfs.allow', (uri: vscode.Uri) => {
      denied.delete(uri.path);
      changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    }),
    vscode.commands.registerCommand('memfs.counts', () => counts),
    vscode.commands.registerCommand('memfs.countAnew', () => (counts = {})),
  );
}

function provider({
  root,
  changes,
  denied,
  count,
}: {
  readonly root: Folder;
  readonly changes: vscode.EventEmitter<vscode.FileChangeEvent[]>;
  readonly denied: ReadonlySet<string>;
  readonly count: (uri: vscode.Uri, what: keyof Counts[string]) => void;
}): vscode.FileSystemProvider {
  const { FileType, FileChangeType, FileSystemError } = vscode;
  let now = 1;

  const find = (uri: vscode.Uri): Node | undefined => {
    let node: Node | undefined = root;
    for (const name of uri.path.split('/').filter((each) => each !== ''))
      node = node?.type === FileType.Directory ? node.entries.get(name) : undefined;
    return node;
  };
  const get = (uri: vscode.Uri): Node => {
    const node = find(uri);
    if (!node) throw FileSystemError.FileNotFound(uri);
    return node;
  };
  const parentOf = (uri: vscode.Uri): Folder => {
    const parent = get(vscode.Uri.joinPath(uri, '..'));
    if (parent.type !== FileType.Directory) throw FileSystemError.FileNotADirectory(uri);
    return parent;
  };
  const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

  const denyIfDenied = (uri: vscode.Uri): void => {
    if (denied.has(uri.path) || /\/denied[^/]*$/.test(uri.path)) throw FileSystemError.NoPermissions(uri);
  };

  return {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      count(uri, 'stat');
      const node = get(uri);
      return node.type === FileType.File
        ? { type: node.type, ctime: 1, mtime: node.mtime, size: node.bytes.length }
        : { type: node.type, ctime: 1, mtime: 1, size: 0 };
    },
    readDirectory(uri) {
      count(uri, 'readDirectory');
      denyIfDenied(uri);
      const node = get(uri);
      if (node.type !== FileType.Directory) throw FileSystemError.FileNotADirectory(uri);
      return [...node.entries].map(([name, { type }]) => [name, type]);
    },
    readFile(uri) {
      count(uri, 'readFile');
      denyIfDenied(uri);
      if (/\/vanishing[^/]*$/.test(uri.path)) throw FileSystemError.FileNotFound(uri);
      const node = get(uri);
      if (node.type !== FileType.File) throw FileSystemError.FileIsADirectory(uri);
      return node.bytes;
    },
    createDirectory(uri) {
      count(uri, 'write');
      parentOf(uri).entries.set(nameOf(uri), newFolder());
      changes.fire([{ type: FileChangeType.Created, uri }]);
    },
    writeFile(uri, bytes, { create, overwrite }) {
      count(uri, 'write');
      const before = find(uri);
      if (!before && !create) throw FileSystemError.FileNotFound(uri);
      if (before && create && !overwrite) throw FileSystemError.FileExists(uri);
      if (before?.type === FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
      now += 1;
      parentOf(uri).entries.set(nameOf(uri), { type: FileType.File, bytes, mtime: now });
      changes.fire([{ type: before ? FileChangeType.Changed : FileChangeType.Created, uri }]);
    },
    delete(uri) {
      count(uri, 'write');
      get(uri);
      parentOf(uri).entries.delete(nameOf(uri));
      changes.fire([{ type: FileChangeType.Deleted, uri }]);
    },
    rename(from, to, { overwrite }) {
      count(to, 'write');
      const node = get(from);
      if (find(to) && !overwrite) throw FileSystemError.FileExists(to);
      parentOf(to).entries.set(nameOf(to), node);
      parentOf(from).entries.delete(nameOf(from));
      changes.fire([
        { type: FileChangeType.Deleted, uri: from },
        { type: FileChangeType.Created, uri: to },
      ]);
    },
  };
}

function newFolder(): Folder {
  return { type: vscode.FileType.Directory, entries: new Map() };
}
