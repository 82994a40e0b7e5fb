import { say, type Said } from '../engine/model/said.ts';

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
export function reasonOf(error: unknown, purpose: 'read' | 'write' = 'read'): Said {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM')
    return purpose === 'read'
      ? say('you have no permission to read it')
      : say('you have no permission to write in its folder');
  return reasons.get(code) ?? say('the system says {{code}}', { code });
}

const reasons: ReadonlyMap<string, Said> = new Map([
  ['ENOENT', say('nothing of that name is there')],
  ['ELOOP', say('its symbolic links lead in a circle')],
  ['EIO', say('the disk gives an error')],
  ['ENOSPC', say('the disk is full')],
  ['EDQUOT', say('your share of the disk is used up')],
  ['EROFS', say('the disk cannot be written to')],
  ['ENAMETOOLONG', say('its name is too long')],
  ['ENOTDIR', say('a file stands where a folder would be')],
  ['EEXIST', say('a file stands where a folder would be')],
]);
