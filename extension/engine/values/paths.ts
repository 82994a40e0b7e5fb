import type { PathPattern } from '../model/value.ts';

/**
 * A pattern of files from the root of a repository: "services/checkout/**", "org/repo: src/**".
 * A leading "/" or "./" is dropped, as the root is meant anyway. Undefined: no path within a repository.
 */
export function pathPattern(text: string): PathPattern | undefined {
  const colon = text.indexOf(': ');
  const repository = colon < 0 ? '' : text.slice(0, colon).trim();
  if (isRepositoryName(repository)) {
    const glob = globOf(text.slice(colon + 2));
    return glob === undefined ? undefined : { glob, repository };
  }
  const glob = globOf(text);
  return glob === undefined ? undefined : { glob };
}

/** The repository that a text in front of a code span names: "org/repo:". */
export function repositoryBefore(text: string): string | undefined {
  const label = text.trim();
  if (!label.endsWith(':')) return undefined;
  const repository = label.slice(0, -1).trim();
  return isRepositoryName(repository) ? repository : undefined;
}

/** Whether Paths may name a repository so: "org/repo". */
export function isRepositoryName(text: string): boolean {
  return repositoryPattern.test(text);
}

const repositoryPattern = /^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/;

function globOf(text: string): string | undefined {
  const glob = text.trim().replace(/^(?:\.?\/)+/, '');
  if (glob === '' || glob.length > 500 || /[\\\p{Cc}]/u.test(glob) || /^[A-Za-z]:|^[a-z]+:\/\//.test(glob))
    return undefined;
  return glob.split('/').includes('..') ? undefined : glob;
}
