import * as vscode from 'vscode';

/** What a tree item or a menu says that a command is about, as far as it does. */
export interface Target {
  /** The folder of the workspace, as text. */
  readonly folder?: string;
  /** The folder of an engagement, relative to that of the workspace. */
  readonly engagement?: string;
  /** The path of a document of that engagement, relative to the folder of the workspace. */
  readonly document?: string;
  readonly kind?: string;
}

/** Reads the argument of a command: `{ folder?: Uri, engagement?: string, document?: string, kind?: string }`. Menus pass arguments of other shapes, which say nothing. */
export function targetOf(argument: unknown): Target {
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {};
  const { folder, engagement, document, kind } = argument as Readonly<Record<string, unknown>>;
  return {
    ...(folder instanceof vscode.Uri && { folder: folder.toString() }),
    ...(typeof engagement === 'string' && { engagement }),
    ...(typeof document === 'string' && { document }),
    ...(typeof kind === 'string' && { kind }),
  };
}
