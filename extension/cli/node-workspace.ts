import fs from 'node:fs';
import path from 'node:path';
import type { FileContent, ImmediateWorkspace } from '../engine/index.ts';
import { encodingOf } from '../engine/model/file-encoding.ts';
import { folderOf, isInside, isMarkdown } from '../engine/model/file-paths.ts';
import type { LeftOut } from '../engine/model/ports.ts';
import { say, type Said } from '../engine/model/said.ts';
import { codeOf, reasonOf, saysNothingThere } from './file-errors.ts';
import { GitIgnored, neverEntered } from './git-ignored.ts';
import { ListedNames } from './listed-names.ts';
import { listFiles, mayBeMissed } from './list-files.ts';
import { placeBehindLinks, placeInRoot } from './place-in-root.ts';
import { createFileReader, type FileBytes } from './regular-file.ts';

/** A file that could not be read, and why. */
interface Unread {
  readonly path: string;
  readonly reason: Said;
}

export interface NodeWorkspace extends ImmediateWorkspace {
  /** Files that the engine asked for and that could not be read, in the order of asking. */
  readonly unreadable: readonly Unread[];
  /** Folders that could not be listed, files and folders whose names are no text, and pipes and devices named as files. */
  readonly leftOut: readonly LeftOut[];
  /** Whether a path lies below a folder of which documents were read. */
  isAmongRead(file: string): boolean;
  /** Files that hold bytes which are not UTF-8: written as UTF-8, their text would be another file. */
  readonly damaged: ReadonlySet<string>;
  /** Files that begin with a byte order mark, which is no part of their text. */
  readonly marked: ReadonlySet<string>;
  nameOf(path: string): string;
  /** Where a file lies; of a symbolic link, where it led when it was read. */
  placeOf(file: string): string;
}

/** A larger file is not read. */
export const bytesAtMost = 8 * 1024 * 1024;
const headBytes = 64 * 1024;

/**
 * The files below a folder that has no symbolic link on its way, read synchronously when the engine asks for
 * them. What the `.gitignore` files of the folders leave out is not there; no Git process runs. A symbolic link
 * to a file counts where the file lies below the root, as that file and not as another one; a link to a folder is not
 * entered, so that no folder is seen twice. Only regular files are read: nothing waits for a pipe or a device.
 */
export function createNodeWorkspace(root: string): NodeWorkspace {
  const readFile = createFileReader(bytesAtMost);
  const ignored = new GitIgnored(root, readFile);
  const isLeftOut = (file: string): boolean =>
    ignored.isBehindIgnored(file) || ignored.isIgnored(file, false);
  const names = new ListedNames(root, isLeftOut);
  const damaged = new Set<string>();
  const marked = new Set<string>();
  const unreadable: Unread[] = [];
  const leftOut: LeftOut[] = [];
  const excluded: LeftOut[] = [];
  const foldersRead = new Set<string>();
  /** Files that were listed as regular ones: nothing has to be found out before they are opened. */
  const plain = new Set<string>();
  const linked = new Map<string, string>();

  function textOf(file: string): FileContent | undefined {
    const content = plain.has(file) ? readFile(path.join(root, file), true) : undefined;
    if (content) return contentOf(file, content, { damaged, marked });
    // Also where something else has come in its place since.
    const place = placeBehindLinks(root, file);
    if (place === undefined)
      return { kind: 'unreadable', reason: say('it is a link that leads out of the root') };
    const read = readFile(place);
    if (read?.kind === 'bytes' && place !== path.join(root, file)) linked.set(file, place);
    return read && contentOf(file, read, { damaged, marked });
  }

  return {
    unreadable,
    leftOut,
    damaged,
    marked,
    placeOf: (file) => linked.get(file) ?? path.join(root, file),
    isAmongRead(file) {
      for (let folder = file; folder !== '';) {
        folder = folderOf(folder);
        if (foldersRead.has(folder)) return true;
      }
      return false;
    },
    nameOf: (file) => names.of(file),
    list() {
      leftOut.length = excluded.length = 0;
      plain.clear();
      return listFiles(root, ignored, names, { plain, leftOut, excluded });
    },
    leftOutOfList: () => [...leftOut, ...excluded.filter((one) => mayBeMissed(root, one))],
    read(file) {
      if (!isInside(file)) return undefined;
      if (isMarkdown(file)) foldersRead.add(folderOf(file));
      let content: FileContent | undefined;
      try {
        content = textOf(file);
      } catch (error) {
        if (saysNothingThere(error) && codeOf(error) !== 'ELOOP') return undefined;
        content = { kind: 'unreadable', reason: reasonOf(error) };
      }
      if (content?.kind === 'unreadable' && !unreadable.some((one) => one.path === file))
        unreadable.push({ path: file, reason: content.reason });
      return content;
    },
    filesIn: (folder) => filesIn(root, folder),
    readHead: createHeadReader(root),
    look: (file) => lookAt(root, file, ignored),
    exists(file) {
      if (!isInside(file)) return false;
      if (file === '') return true;
      try {
        const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
        return (
          stat !== undefined && !ignored.isBehindIgnored(file) && !ignored.isIgnored(file, stat.isDirectory())
        );
      } catch (error) {
        // Whoever may not look has not said that there is nothing.
        return !saysNothingThere(error);
      }
    },
  };
}

/** Regular files in a folder below the root; none where it is a link, is not there, or may not be looked into. */
function filesIn(root: string, folder: string): readonly string[] {
  const full = path.join(root, folder);
  try {
    if (!isInside(folder) || fs.realpathSync(full) !== full) return [];
    return fs
      .readdirSync(full, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [folder === '' ? entry.name : `${folder}/${entry.name}`] : []));
  } catch {
    return [];
  }
}

/** What was read of a file, as text; what is damaged or has a mark is entered as such. */
function contentOf(
  file: string,
  read: FileBytes,
  { damaged, marked }: Readonly<Record<'damaged' | 'marked', Set<string>>>,
): FileContent {
  if (read.kind !== 'bytes') return read;
  const { bytes } = read;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) marked.add(file);
  const text = decoded(bytes);
  if (text.invalidUtf8 || encodingOf(bytes) !== 'utf-8') damaged.add(file);
  return text;
}

function lookAt(
  root: string,
  file: string,
  ignored: GitIgnored,
): { readonly isFolder: boolean; readonly leftOut?: Said } {
  const isFolder = fs.statSync(path.join(root, file), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const unread = file.split('/').find((name) => neverEntered.has(name));
  if (unread !== undefined)
    return { isFolder, leftOut: say('nothing in "{{folder}}" is read', { folder: unread }) };
  const isLeft = ignored.isBehindIgnored(file) || ignored.isIgnored(file, isFolder);
  return isLeft ? { isFolder, leftOut: say('a .gitignore leaves it out') } : { isFolder };
}

/** Of files that nobody has asked for: whoever may not look learns nothing. */
function createHeadReader(root: string): (file: string) => FileContent | undefined {
  const readHead = createFileReader(headBytes, true);
  return (file) => {
    try {
      const place = isInside(file) ? placeInRoot(root, file) : undefined;
      const content = place === undefined ? undefined : readHead(place);
      return content?.kind === 'bytes'
        ? { kind: 'text', text: new TextDecoder(encodingOf(content.bytes)).decode(content.bytes) }
        : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Nothing of one text is left in it for the next. */
const strict = new TextDecoder('utf-8', { fatal: true });

/** A byte order mark is no part of the text, as in an editor. */
export function decoded(bytes: Uint8Array): Extract<FileContent, { readonly kind: 'text' }> {
  const encoding = encodingOf(bytes);
  try {
    const decoder = encoding === 'utf-8' ? strict : new TextDecoder(encoding, { fatal: true });
    return { kind: 'text', text: decoder.decode(bytes) };
  } catch {
    return { kind: 'text', text: new TextDecoder(encoding).decode(bytes), invalidUtf8: true };
  }
}
