import type { DueItem } from '../../engine/index.ts';
import type { RowArgument } from '../tree/row-argument.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { commandLink, withWholeDates, type Html } from './markup.ts';

/** A link to a place of a document, or to its beginning. */
export function linkTo(
  { folder }: FolderSession,
  { path, range }: Pick<DueItem, 'path'> & Partial<Pick<DueItem, 'range'>>,
  text: string,
): Html {
  const argument: RowArgument = {
    target: { folderUri: folder.uri.toString(), path },
    click: { does: 'open', ...(range && { range }) },
  };
  return commandLink('outrigger.tree.open', argument, withWholeDates(text));
}
