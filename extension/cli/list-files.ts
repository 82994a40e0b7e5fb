import fs from 'node:fs';
import path from 'node:path';
import { configPath } from '../engine/index.ts';
import { isMarkdown } from '../engine/model/file-paths.ts';
import { say, type Said } from '../engine/model/said.ts';
import { reasonOf } from './file-errors.ts';
import { neverEntered, type GitIgnored } from './git-ignored.ts';
import type { ListedNames } from './listed-names.ts';
import { namesAsBytes } from './names-as-bytes.ts';
import { isLinkWithin } from './place-in-root.ts';

/** What a list of files does not hold, and why. */
export interface LeftOut {
  readonly path: string;
  readonly isFolder: boolean;
  readonly reason: Said;
}

/** The Markdown files and the config below a root that are not ignored, each once; `leaveOut` is told of what should be among them. */
export function listFiles(
  root: string,
  ignored: GitIgnored,
  names: ListedNames,
  leaveOut: (one: LeftOut) => void,
): readonly string[] {
  const found: string[] = [];
  const links: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(folder, root, ignored, leaveOut)) {
      const file = joined(folder, entry.name);
      if (entry.isDirectory()) {
        if (!neverEntered.has(entry.name) && !ignored.isIgnored(file, true)) folders.push(file);
      } else if (isAsked(file) && !ignored.isIgnored(file, false)) {
        if (entry.isFile() || isLinkWithin(root, file)) {
          found.push(file);
          if (entry.isSymbolicLink()) links.push(file);
        } else if (!entry.isSymbolicLink())
          leaveOut({ path: file, isFolder: false, reason: say('it is no regular file') });
      }
    }
  }
  return names.withoutDoubles(found, links);
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
