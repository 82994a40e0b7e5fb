import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * One text for the contents of files, by path from `root`; a folder stands for every file below it. What a step
 * has passed over need not be looked at again as long as this text is the same.
 */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap((one) => filesAt(root, one)).toSorted())
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function filesAt(root: string, one: string): readonly string[] {
  const place = path.join(root, one);
  if (statSync(place).isFile()) return [one];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
