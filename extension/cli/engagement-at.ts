import type { EngagementInfo } from '../engine/index.ts';
import { foldersAround } from '../engine/model/file-paths.ts';
import { say } from '../engine/model/said.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';

/** The engagement that governs a path: the nearest folder upwards with one. */
function engagementOver(engagements: readonly EngagementInfo[], path: string): EngagementInfo | undefined {
  const over = [path, ...foldersAround(path)];
  return over.flatMap((folder) => engagements.find((one) => one.folder === folder) ?? [])[0];
}

/** The engagements that these paths lie in or hold; no paths means all. */
export function engagementsAt({
  engine,
  paths,
}: Pick<Session, 'engine' | 'paths'>): readonly EngagementInfo[] {
  const all = engine.engagements();
  if (paths.length === 0) return all;
  const over = new Set(paths.map((path) => engagementOver(all, path)));
  return all.filter(
    (one) => over.has(one) || paths.some((path) => path === '' || one.folder.startsWith(`${path}/`)),
  );
}

/**
 * The engagement that a command is about: that of the path, else the one that the current folder lies in, else
 * the only one there is. Throws a UsageError that names them where it is not clear.
 */
export function engagementAt({ engine, here }: Session, path: string | undefined): EngagementInfo {
  const engagements = engine.engagements();
  const found = engagementOver(engagements, path ?? here ?? '');
  if (found) return found;
  const below =
    path === undefined
      ? engagements
      : engagements.filter(({ folder }) => path === '' || folder.startsWith(`${path}/`));
  const [only] = below;
  if (only && below.length === 1) return only;
  if (!only)
    throw new UsageError(
      path === undefined
        ? say('There is no engagement here: outrigger init begins one.')
        : say('There is no engagement at "{{path}}": outrigger init begins one.', { path }),
    );
  throw new UsageError(
    say('There are {{n}} engagements here. Name one of {{folders}}.', {
      n: String(below.length),
      folders: below.map(({ folder }) => `"${folder}"`).join(', '),
    }),
  );
}
