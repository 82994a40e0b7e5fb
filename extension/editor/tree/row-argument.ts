import type { Range } from '../../engine/index.ts';
import type { KindKey } from '../../engine/model/schema.ts';
import type { RowTarget, TreeRow } from './row.ts';

/** What commands of the tree need of a row. */
export type RowArgument = { readonly target: RowTarget } & Pick<TreeRow, 'click'>;

/**
 * What a command of the tree was given, if it is about something in an open folder: besides the tree, key bindings,
 * links and other extensions can run it with anything.
 */
export function rowArgument(argument: unknown, folders: readonly string[]): RowArgument | undefined {
  const { target, click } = fieldsOf(argument);
  const { folderUri, engagement, path, kind } = fieldsOf(target);
  if (typeof folderUri !== 'string' || !folders.includes(folderUri)) return undefined;
  if (![engagement, path].every((one) => one === undefined || isPathBelow(one))) return undefined;
  const { does, range } = fieldsOf(click);
  return {
    target: {
      folderUri,
      ...(typeof engagement === 'string' && { engagement }),
      ...(typeof path === 'string' && { path }),
      // Whoever uses it looks for it among the kinds.
      ...(typeof kind === 'string' && { kind: kind as KindKey }),
    },
    ...(does === 'open' && { click: { does, ...(isRange(range) && { range }) } }),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function isPathBelow(path: unknown): boolean {
  return typeof path === 'string' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}

function isRange(range: unknown): range is Range {
  return [fieldsOf(range)['start'], fieldsOf(range)['end']].every((position) => {
    const { line, character } = fieldsOf(position);
    return [line, character].every((one) => Number.isSafeInteger(one) && Number(one) >= 0);
  });
}
