import type { History } from '../model/history.ts';

/** The path in the repository of one in the workspace. */
export function pathInRepository(path: string, { prefix, below }: Pick<History, 'prefix' | 'below'>): string {
  return path.startsWith(below) ? `${prefix}${path.slice(below.length)}` : `${prefix}${path}`;
}
