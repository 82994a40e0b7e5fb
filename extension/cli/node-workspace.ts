import fs from 'node:fs';
import path from 'node:path';
import { configPath, createIgnoreRules, type FileContent, type ImmediateWorkspace } from '../engine/index.ts';
import { folderOf, isInside, isMarkdown } from '../engine/model/file-paths.ts';
import { codeOf, reasonOf, saysNothingThere } from './file-errors.ts';
import { pathBelow } from './real-path.ts';
import { createFileReader } from './regular-file.ts';

/** A file that could not be read, and why. */
interface Unread {
  readonly path: string;
  readonly reason: string;
}

/** What the list does not hold, and why. */
export interface LeftOut extends Unread {
  readonly isFolder: boolean;
}

export interface NodeWorkspace extends ImmediateWorkspace {
  /** Files that the engine asked for and that could not be read, in the order of asking. */
  readonly unreadable: readonly Unread[];
  /** Folders that could not be listed, files and folders whose names are no text, and pipes and devices named as files. */
  readonly leftOut: readonly LeftOut[];
  /** Whether a path lies below a folder of which documents were read. */
  isAmongRead(file: string): boolean;
  /** Files that hold bytes which are not UTF-8: their text is not what they hold. */
  readonly damaged: ReadonlySet<string>;
  /** Files that begin with a byte order mark, which is no part of their text. */
  readonly marked: ReadonlySet<string>;
  /** Where a file lies; of a symbolic link, where it led when it was read. */
  placeOf(file: string): string;
}

const bytesAtMost = 8 * 1024 * 1024;
const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files below a folder that has no symbolic link on its way, read synchronously when the engine asks for
 * them. What the `.gitignore` files of the folders leave out is not there; no Git process runs. A symbolic link
 * to a file counts where the file lies below the root; a link to a folder is not entered, so that no folder is
 * seen twice. Only regular files are read: nothing waits for a pipe or a device.
 */
export function createNodeWorkspace(root: string): NodeWorkspace {
  const rules = createIgnoreRules();
  const learnt = new Set<string>();
  const damaged = new Set<string>();
  const marked = new Set<string>();
  const unreadable: Unread[] = [];
  const leftOut: LeftOut[] = [];
  const foldersRead = new Set<string>();
  const linked = new Map<string, string>();
  const readFile = createFileReader(bytesAtMost);

  function isIgnored(file: string, isFolder: boolean): boolean {
    learnRulesOf(folderOf(file));
    return rules.isIgnored(file, isFolder);
  }

  function learnRulesOf(folder: string): void {
    if (learnt.has(folder)) return;
    learnt.add(folder);
    if (folder !== '') learnRulesOf(folderOf(folder));
    const text = ignoreFileIn(path.join(root, folder));
    if (text !== undefined) rules.add(folder, text);
  }

  /** As Git takes it: no symbolic link. */
  function ignoreFileIn(folder: string): string | undefined {
    try {
      const content = readFile(path.join(folder, '.gitignore'));
      return content?.kind === 'bytes' ? lenient.decode(content.bytes) : undefined;
    } catch {
      return undefined; // there is none, or nobody may read it
    }
  }

  function isBehindIgnored(file: string): boolean {
    for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) {
      if (neverEntered.has(path.posix.basename(folder)) || isIgnored(folder, true)) return true;
    }
    return false;
  }

  /** What a folder holds, as far as its names are text. */
  function entriesOf(folder: string): readonly fs.Dirent[] {
    const full = path.join(root, folder);
    try {
      const entries = fs.readdirSync(full, { withFileTypes: true });
      if (!entries.some(({ name }) => name.includes('\ufffd'))) return entries;
      const { texts, others } = namesAsBytes(full);
      for (const { name, isFolder } of others) {
        const file = joined(folder, name);
        if ((isFolder || isMarkdown(name)) && !isIgnored(file, isFolder))
          leftOut.push({ path: file, isFolder, reason: 'its name is not UTF-8' });
      }
      return entries.filter(({ name }) => texts.has(name));
    } catch (error) {
      leftOut.push({ path: folder, isFolder: true, reason: reasonOf(error) });
      return [];
    }
  }

  /** Where the file of a name lies, links followed; undefined where it would be outside. */
  function placeNow(file: string): string | undefined {
    const full = path.join(root, file);
    if (!fs.lstatSync(full).isSymbolicLink()) return full;
    const real = fs.realpathSync(full);
    return pathBelow(root, real) === undefined ? undefined : real;
  }

  /** Whether a symbolic link leads to a file below the root. */
  function isLinkWithin(file: string): boolean {
    try {
      const place = placeNow(file);
      return place !== undefined && fs.statSync(place).isFile();
    } catch (error) {
      return !saysNothingThere(error); // then reading it says why it cannot be read
    }
  }

  function textOf(file: string): FileContent | undefined {
    const place = placeNow(file);
    if (place === undefined) return { kind: 'unreadable', reason: 'it is a link that leads out of the root' };
    const content = readFile(place);
    if (content?.kind !== 'bytes') return content;
    if (place !== path.join(root, file)) linked.set(file, place);
    const { bytes } = content;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) marked.add(file);
    const text = decoded(bytes);
    if (text.invalidUtf8) damaged.add(file);
    return text;
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
    list() {
      const found: string[] = [];
      const folders = [''];
      leftOut.length = 0;
      for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of entriesOf(folder)) {
          const file = joined(folder, entry.name);
          if (entry.isDirectory()) {
            if (!neverEntered.has(entry.name) && !isIgnored(file, true)) folders.push(file);
          } else if (isAsked(file) && !isIgnored(file, false)) {
            if (entry.isFile() || isLinkWithin(file)) found.push(file);
            else if (!entry.isSymbolicLink())
              leftOut.push({ path: file, isFolder: false, reason: 'it is no regular file' });
          }
        }
      }
      return found;
    },
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
    exists(file) {
      if (!isInside(file)) return false;
      if (file === '') return true;
      try {
        const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
        return stat !== undefined && !isBehindIgnored(file) && !isIgnored(file, stat.isDirectory());
      } catch (error) {
        // Whoever may not look has not said that there is nothing.
        return !saysNothingThere(error);
      }
    },
  };
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The names in a folder that are UTF-8, which may hold U+FFFD by themselves, and the others in a form that is. */
function namesAsBytes(full: string): {
  readonly texts: ReadonlySet<string>;
  readonly others: readonly { readonly name: string; readonly isFolder: boolean }[];
} {
  const texts = new Set<string>();
  const others: { name: string; isFolder: boolean }[] = [];
  for (const entry of fs.readdirSync(full, { encoding: 'buffer', withFileTypes: true })) {
    const text = entry.name.toString('utf8');
    if (Buffer.from(text).equals(entry.name)) texts.add(text);
    else others.push({ name: withBytesEscaped(entry.name), isFolder: entry.isDirectory() });
  }
  return { texts, others };
}

/** A name in which each byte that is not ASCII stands as `\xe5`. */
function withBytesEscaped(name: Buffer): string {
  return [...name]
    .map((byte) => (byte < 0x80 ? String.fromCodePoint(byte) : `\\x${byte.toString(16)}`))
    .join('');
}

function isAsked(file: string): boolean {
  return isMarkdown(file) || file === configPath;
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** A byte order mark is no part of the text, as in an editor. */
function decoded(bytes: Uint8Array): Extract<FileContent, { readonly kind: 'text' }> {
  try {
    return { kind: 'text', text: strict.decode(bytes) };
  } catch {
    return { kind: 'text', text: lenient.decode(bytes), invalidUtf8: true };
  }
}
