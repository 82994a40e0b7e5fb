import fs from 'node:fs';
import { codeOf } from './file-errors.ts';

export type FileBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'tooLarge'; readonly bytes: number };

/** Windows has but the first of them. */
const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW, O_NOCTTY }: Readonly<Record<string, number | undefined>> =
  fs.constants;

/** Reads a file; `isPlain` where somebody has seen already that it is a regular file. */
export type FileReader = (full: string, isPlain?: boolean) => FileBytes | undefined;

/**
 * Reads regular files, one after the other into the same buffer: what it gives holds until the next one is read.
 * Gives nothing for a folder, a pipe, a device or a symbolic link, and never waits for one. Throws what the
 * file system says. With `isHead` no more than so many bytes are read of a longer file.
 */
export function createFileReader(bytesAtMost: number, isHead = false): FileReader {
  let buffer = Buffer.allocUnsafe(isHead ? bytesAtMost : 256 * 1024);
  return (full, isPlain = false) => {
    // Before it is opened: to open a device may already do something.
    if (!isPlain && !fs.lstatSync(full).isFile()) return undefined;
    const handle = openPlain(full);
    if (handle === undefined) return undefined;
    try {
      const stat = fs.fstatSync(handle);
      if (!stat.isFile()) return undefined;
      for (let length = 0; ;) {
        const count = fs.readSync(handle, buffer, length, buffer.length - length, null);
        length += count;
        if (isHead && length >= bytesAtMost) return { kind: 'bytes', bytes: buffer.subarray(0, bytesAtMost) };
        if (length > bytesAtMost) return { kind: 'tooLarge', bytes: fs.fstatSync(handle).size };
        // As much as there was when it was opened is all of it; files of the system itself say that there is nothing.
        if (count === 0 || length === stat.size) return { kind: 'bytes', bytes: buffer.subarray(0, length) };
        if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 4);
      }
    } finally {
      fs.closeSync(handle);
    }
  };
}

/** Opens for reading without waiting; undefined where a symbolic link has come meanwhile, which is not followed. */
export function openPlain(full: string): number | undefined {
  try {
    return fs.openSync(full, (O_RDONLY ?? 0) | (O_NONBLOCK ?? 0) | (O_NOFOLLOW ?? 0) | (O_NOCTTY ?? 0));
  } catch (error) {
    if (codeOf(error) === 'ELOOP') return undefined;
    throw error;
  }
}
