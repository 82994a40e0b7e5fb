import fs from 'node:fs';
import path from 'node:path';
import { createIgnoreRules } from '../engine/features/ignore-rules.ts';
import { configPath, type FileContent, type ImmediateWorkspace } from '../engine/index.ts';
import { folderOf, isInside, isMarkdown } from '../engine/model/file-paths.ts';

export interface NodeWorkspace extends ImmediateWorkspace {
  /** Files that the engine asked for and that could not be read, with the reason, in the order of asking. */
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** Files that hold bytes which are not UTF-8: their text is not what they hold. */
  readonly damaged: ReadonlySet<string>;
}

const bytesAtMost = 8 * 1024 * 1024;
const neverEntered: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files below a folder, read synchronously when the engine asks for them. What the `.gitignore` files of
 * the folders leave out is not there; no Git process runs. A symbolic link to a file counts where the file
 * lies below the root; a link to a folder is not entered, so that no folder is seen twice.
 * `notice` is told of each folder that cannot be listed; the rest goes on.
 */
export function createNodeWorkspace(root: string, notice: (line: string) => void): NodeWorkspace {
  const rules = createIgnoreRules();
  const learnt = new Set<string>();
  const damaged = new Set<string>();
  const unreadable: { path: string; reason: string }[] = [];
  let buffer = Buffer.allocUnsafe(256 * 1024);

  function isIgnored(file: string, isFolder: boolean): boolean {
    learnRulesOf(folderOf(file));
    return rules.isIgnored(file, isFolder);
  }

  function learnRulesOf(folder: string): void {
    if (learnt.has(folder)) return;
    learnt.add(folder);
    if (folder !== '') learnRulesOf(folderOf(folder));
    const text = readIgnoreFile(path.join(root, folder, '.gitignore'));
    if (text !== undefined) rules.add(folder, text);
  }

  function isBehindIgnored(file: string): boolean {
    for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder)) {
      if (neverEntered.has(path.posix.basename(folder)) || isIgnored(folder, true)) return true;
    }
    return false;
  }

  return {
    unreadable,
    damaged,
    list() {
      const found: string[] = [];
      const folders = [''];
      for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        for (const entry of entriesOf(root, folder, notice)) {
          const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (entry.isDirectory()) {
            if (!neverEntered.has(entry.name) && !isIgnored(file, true)) folders.push(file);
          } else if (
            isAsked(file) &&
            (entry.isFile() || isLinkWithin(root, file)) &&
            !isIgnored(file, false)
          ) {
            found.push(file);
          }
        }
      }
      return found;
    },
    read(file) {
      if (!isInside(file)) return undefined;
      const full = path.join(root, file);
      let handle: number | undefined;
      try {
        // Without waiting: a named pipe would keep us until somebody writes into it.
        handle = fs.openSync(full, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
        if (!fs.fstatSync(handle).isFile()) return undefined;
        let length = 0;
        for (;;) {
          const count = fs.readSync(handle, buffer, length, buffer.length - length, null);
          length += count;
          if (length > bytesAtMost) return { kind: 'tooLarge', bytes: fs.fstatSync(handle).size };
          if (count === 0) break;
          if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 4);
        }
        const content = decoded(buffer.subarray(0, length));
        if (content.invalidUtf8) damaged.add(file);
        return content;
      } catch (error) {
        const code = codeOf(error);
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
        const reason = reasonOf(code);
        if (!unreadable.some((one) => one.path === file)) unreadable.push({ path: file, reason });
        return { kind: 'unreadable', reason };
      } finally {
        if (handle !== undefined) fs.closeSync(handle);
      }
    },
    exists(file) {
      if (!isInside(file)) return false;
      if (file === '') return true;
      const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
      return stat !== undefined && !isBehindIgnored(file) && !isIgnored(file, stat.isDirectory());
    },
  };
}

function readIgnoreFile(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined; // there is none, or nobody may read it
  }
}

function entriesOf(root: string, folder: string, notice: (line: string) => void): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    notice(`The folder "${folder === '' ? '.' : folder}" is left out: ${reasonOf(codeOf(error))}.`);
    return [];
  }
}

/** Whether a symbolic link leads to a file below the root. */
function isLinkWithin(root: string, file: string): boolean {
  try {
    const target = fs.realpathSync(path.join(root, file));
    const below = path.relative(fs.realpathSync(root), target);
    return !below.startsWith('..') && !path.isAbsolute(below) && fs.statSync(target).isFile();
  } catch {
    return false; // it leads nowhere, or in a circle
  }
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function reasonOf(code: string): string {
  if (code === 'EACCES' || code === 'EPERM') return 'you have no permission to read it';
  if (code === 'ELOOP') return 'its symbolic links lead in a circle';
  if (code === 'EIO') return 'the disk gives an error';
  return `the system says ${code}`;
}
