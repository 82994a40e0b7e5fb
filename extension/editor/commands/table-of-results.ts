import * as vscode from 'vscode';
import type { TableLine } from '../../engine/editing.ts';
import type { EngineModule } from '../host.ts';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Prompts } from './prompts.ts';
import { linkOnTheWay } from './symbolic-links.ts';

/** A table of separated values, and what it is called. */
export interface ResultsTable {
  readonly name: string;
  readonly lines: readonly TableLine[];
}

/** No table of one period is larger. */
const bytesAtMost = 2 * 1024 * 1024;
/** More than anybody looks through in a list. */
const filesAtMost = 500;
/** No path: what somebody has copied. */
const clipboard = '';

/** Where the table is: the path of a CSV file of the folder, or empty for the clipboard; undefined where nobody chooses. */
export async function chooseTable(session: FolderSession, prompts: Prompts): Promise<string | undefined> {
  const pattern = new vscode.RelativePattern(session.folder, '**/*.{csv,CSV,tsv}');
  const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', filesAtMost);
  const paths = found.flatMap((uri) => session.pathOf(uri) ?? []).sort();
  const reply = await prompts.pick(
    {
      is: 'pick',
      ask: vscode.l10n.t('Where are the results?'),
      choices: [
        {
          value: clipboard,
          label: vscode.l10n.t('In the clipboard'),
          detail: vscode.l10n.t('Copied from a table, with its header.'),
        },
        ...paths.map((path) => ({ value: path, label: path })),
      ],
      proposal: paths[0] ?? clipboard,
    },
    { title: vscode.l10n.t('Import results') },
  );
  return reply.is === 'answer' ? reply.text : undefined;
}

/** Reads a table; says why where it is none. */
export async function readTable(
  session: FolderSession,
  path: string,
  modules: Pick<EngineModule, 'separatedValues'>,
): Promise<ResultsTable | undefined> {
  const name = path === clipboard ? vscode.l10n.t('Clipboard') : path;
  const text = path === clipboard ? await vscode.env.clipboard.readText() : await textOf(session, path);
  const read = text === undefined ? undefined : modules.separatedValues(text);
  if (read?.is === 'table' && read.lines.length > 0) return { name, lines: read.lines };
  const why =
    read === undefined
      ? vscode.l10n.t(
          '"{0}" cannot be read as a table: it is no file of the folder in UTF-8, or larger than 2 MiB.',
          name,
        )
      : read.is === 'broken'
        ? vscode.l10n.t(
            '"{0}" is no table of separated values: line {1} has a quotation mark out of place.',
            name,
            read.line,
          )
        : vscode.l10n.t('"{0}" holds no line.', name);
  void vscode.window.showWarningMessage(plainText(why));
  return undefined;
}

/** The text of a file below the folder; what a link leads to may lie anywhere. */
async function textOf(session: FolderSession, path: string): Promise<string | undefined> {
  const uri = session.uriOf(path);
  if (session.pathOf(uri) !== path || (await linkOnTheWay(session, path)) !== undefined) return undefined;
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > bytesAtMost) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
