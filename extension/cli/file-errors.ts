/** The code of an error of the file system, such as `ENOENT`; of any other error what it says. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Whether an error says that there is nothing of that name, or that nothing can have it. */
export function saysNothingThere(error: unknown): boolean {
  return nothingThere.has(codeOf(error));
}

// The last one is Node's own for a name with a null character.
const nothingThere: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'EINVAL',
  'ERR_INVALID_ARG_VALUE',
]);

/** Why something cannot be read, or written, in words that end a sentence. */
export function reasonOf(error: unknown, purpose: 'read' | 'write' = 'read'): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM')
    return purpose === 'read'
      ? 'you have no permission to read it'
      : 'you have no permission to write in its folder';
  return reasons[code] ?? `the system says ${code}`;
}

const reasons: Readonly<Record<string, string>> = {
  ELOOP: 'its symbolic links lead in a circle',
  EIO: 'the disk gives an error',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EROFS: 'the disk cannot be written to',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a file stands where a folder would be',
  EEXIST: 'a file stands where a folder would be',
};
