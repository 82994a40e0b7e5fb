import fs from 'node:fs';
import path from 'node:path';
import { saysNothingThere } from './file-errors.ts';
import { pathBelow } from './real-path.ts';

/** Where the file of a name lies, links followed; undefined where it would be outside. */
export function placeInRoot(root: string, file: string): string | undefined {
  const full = path.join(root, file);
  if (!fs.lstatSync(full).isSymbolicLink()) return full;
  const real = fs.realpathSync(full);
  return pathBelow(root, real) === undefined ? undefined : real;
}

/** The same where folders on the way may be links too, as those of a path that nobody has listed. */
export function placeBehindLinks(root: string, file: string): string | undefined {
  const real = fs.realpathSync(path.join(root, file));
  return pathBelow(root, real) === undefined ? undefined : real;
}

/** Whether a symbolic link leads to a file below the root. */
export function isLinkWithin(root: string, file: string): boolean {
  try {
    const place = placeInRoot(root, file);
    return place !== undefined && fs.statSync(place).isFile();
  } catch (error) {
    return !saysNothingThere(error); // then reading it says why it cannot be read
  }
}
