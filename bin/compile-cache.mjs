// Where something may be kept between runs that is believed in the next one, as compiled copies of the program: whoever
// can write there can make it run something else.
import { lstatSync, mkdirSync, readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const linksAtMost = 40;

/**
 * A folder of the user's own for compiled code, made where it is missing; undefined where there is none that
 * nobody else can have made or can change: then nothing is cached.
 *
 * @param {{ platform: string, variables: Readonly<Record<string, string | undefined>> }} host
 * @returns {string | undefined}
 */
export function compileCacheFolder({ platform, variables }) {
  return variables['NODE_DISABLE_COMPILE_CACHE'] ? undefined : ownCacheFolder({ platform, variables });
}

/**
 * The folder `outrigger` in the user's caches, or one below it: made where it is missing, and undefined where anybody else
 * can have made it or can change it.
 *
 * @param {{ platform: string, variables: Readonly<Record<string, string | undefined>> }} host
 * @param {string} [below]
 * @returns {string | undefined}
 */
export function ownCacheFolder({ platform, variables }, below = '') {
  try {
    const around = cacheAround(platform, variables);
    if (around === undefined) return undefined;
    const folder = path.join(around, 'outrigger', below);
    if (platform === 'win32') return made(folder) ? folder : undefined; // the profile of a user is closed to others
    const me = process.geteuid?.();
    if (me === undefined || !isSafe(around, me) || !made(folder)) return undefined;
    const { mode, uid } = lstatSync(folder);
    return isSafe(folder, me) && uid === me && (mode & 0o777) === 0o700 ? folder : undefined;
  } catch {
    return undefined; // what cannot be looked at is not trusted
  }
}

/** The folder in which this system keeps caches of a user; never one that is common to all. */
function cacheAround(platform, variables) {
  const home = homedir();
  if (!path.isAbsolute(home)) return undefined;
  if (platform === 'win32') {
    const local = variables['LOCALAPPDATA'];
    return local && isBelow(home, local) ? local : undefined;
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches');
  const given = variables['XDG_CACHE_HOME'];
  return given && path.isAbsolute(given) ? given : path.join(home, '.cache');
}

function isBelow(folder, file) {
  const below = path.relative(folder, file);
  return path.isAbsolute(file) && below !== '' && !below.startsWith('..') && !path.isAbsolute(below);
}

/** Makes a folder and what is missing around it, closed to others; false where something else stands there. */
function made(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return lstatSync(folder).isDirectory();
}

/**
 * Whether everything on the way to a path is of the user or the administrator, and nobody else may put something
 * else in its place. Symbolic links are followed one at a time, because each of them has an owner too. What does
 * not exist yet will be made by the user.
 */
function isSafe(full, me) {
  const { root } = path.parse(full);
  let at = root;
  let links = 0;
  const left = full.slice(root.length).split(path.sep).filter(Boolean);
  for (let name = ''; name !== undefined; name = left.shift()) {
    const next = path.join(at, name);
    const stat = lstatSync(next, { throwIfNoEntry: false });
    if (!stat) return true;
    if (stat.uid !== me && stat.uid !== 0) return false;
    if (stat.isSymbolicLink()) {
      if (++links > linksAtMost) return false;
      const target = path.resolve(at, readlinkSync(next));
      left.unshift(...target.slice(root.length).split(path.sep).filter(Boolean));
      at = root;
      continue;
    }
    // In a folder with the sticky bit, others cannot rename or delete what is not theirs.
    if (!stat.isDirectory() || ((stat.mode & 0o022) !== 0 && (stat.mode & 0o1000) === 0)) return false;
    at = next;
  }
  return true;
}
