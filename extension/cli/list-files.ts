import fs from 'node:fs';
import path from 'node:path';
import { configPath } from '../engine/index.ts';
import { isMarkdown } from '../engine/model/file-paths.ts';
import type { LeftOut } from '../engine/model/ports.ts';
import { say, type Said } from '../engine/model/said.ts';
import { reasonOf } from './file-errors.ts';
import { mayBeIgnoreFile, neverEntered, type GitIgnored } from './git-ignored.ts';
import type { ListedNames } from './listed-names.ts';
import { namesAsBytes } from './names-as-bytes.ts';
import { isLinkWithin } from './place-in-root.ts';

/**
 * The Markdown files and the config below a root that are not ignored, each once. Those that are regular files, with no
 * link on their way, are added to `plain`; what should be among them to `leftOut`; what somebody wants left out, and
 * links that are not followed, to `excluded`.
 */
export function listFiles(
  root: string,
  ignored: GitIgnored,
  names: ListedNames,
  { plain, leftOut, excluded }: Listed,
): readonly string[] {
  const leaveOut = (one: LeftOut): void => void leftOut.push(one);
  const exclude = (path: string, isFolder: boolean, reason: Said): void =>
    void excluded.push({ path, isFolder, reason });
  const found: string[] = [];
  const links: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder, root, ignored, leaveOut)) {
      const file = joined(folder, entry.name);
      if (entry.isDirectory()) {
        if (neverEntered.has(entry.name)) continue;
        if (ignored.isIgnored(file, true)) exclude(file, true, ignoredSaid);
        else folders.push(file);
      } else if (isAsked(file)) {
        if (ignored.isIgnored(file, false)) exclude(file, false, ignoredSaid);
        else if (entry.isFile() || isLinkWithin(root, file)) {
          found.push(file);
          if (entry.isFile()) plain.add(file);
          else links.push(file);
        } else if (entry.isSymbolicLink())
          exclude(file, false, say('it is a link that leads to no file below the root'));
        else leaveOut({ path: file, isFolder: false, reason: say('it is no regular file') });
      } else if (entry.isSymbolicLink() && !neverEntered.has(entry.name) && !ignored.isIgnored(file, true))
        exclude(file, true, say('a link to a folder is not followed'));
    }
  }
  return names.withoutDoubles(found, links);
}

/** What is found out about files while they are listed. */
interface Listed {
  readonly plain: Set<string>;
  readonly leftOut: LeftOut[];
  readonly excluded: LeftOut[];
}

const ignoredSaid = say('.gitignore names it');

/** Entries that are looked at to find out whether a folder holds Markdown; of a larger one it is taken for granted. */
const entriesAtMost = 20_000;

/** Whether a file or folder that was left out is Markdown, or holds some. */
export function mayBeMissed(root: string, { path: file, isFolder }: LeftOut): boolean {
  if (!isFolder) return true;
  let count = 0;
  const folders = [file];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of entriesBelow(path.join(root, at))) {
      if (++count > entriesAtMost || (!entry.isDirectory() && isMarkdown(entry.name))) return true;
      if (entry.isDirectory() && !neverEntered.has(entry.name)) folders.push(joined(at, entry.name));
    }
  }
  return false;
}

function entriesBelow(full: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(full, { withFileTypes: true });
  } catch {
    return []; // it is no folder, or nobody may look
  }
}

/** What a folder holds, as far as its names are text. */
function entriesOf(
  folder: string,
  root: string,
  ignored: GitIgnored,
  leaveOut: (one: LeftOut) => void,
): readonly fs.Dirent[] {
  const full = path.join(root, folder);
  try {
    const entries = fs.readdirSync(full, { withFileTypes: true });
    if (!entries.some(({ name }) => mayBeIgnoreFile(name))) ignored.knowNone(folder);
    if (!entries.some(({ name }) => name.includes('\ufffd'))) return entries;
    const { texts, others } = namesAsBytes(full);
    for (const { name, isFolder } of others) {
      const file = joined(folder, name);
      if ((isFolder || isMarkdown(name)) && !ignored.isIgnored(file, isFolder))
        leaveOut({ path: file, isFolder, reason: say('its name is not UTF-8') });
    }
    return entries.filter(({ name }) => texts.has(name));
  } catch (error) {
    leaveOut({ path: folder, isFolder: true, reason: reasonOf(error) });
    return [];
  }
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function isAsked(file: string): boolean {
  return isMarkdown(file) || file === configPath;
}
