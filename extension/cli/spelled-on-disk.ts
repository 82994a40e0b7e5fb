import fs from 'node:fs';
import path from 'node:path';
import { hasSpellings, plainPath } from '../engine/model/spelling.ts';

/**
 * A full path as its folders and files are called on the disk, where it spells letters with marks otherwise: "å" may be
 * one character or two. What is not there stays as it is.
 */
export function spelledOnDisk(full: string): string {
  if (!hasSpellings(full)) return full;
  const { root } = path.parse(full);
  let found = root;
  for (const part of full.slice(root.length).split(path.sep))
    found = path.join(found, entryCalled(found, part));
  return found;
}

function entryCalled(folder: string, name: string): string {
  if (!hasSpellings(name)) return name;
  try {
    const entries = fs.readdirSync(folder);
    if (entries.includes(name)) return name;
    return entries.find((entry) => plainPath(entry) === plainPath(name)) ?? name;
  } catch {
    return name; // there is no such folder, or nobody may list it
  }
}
