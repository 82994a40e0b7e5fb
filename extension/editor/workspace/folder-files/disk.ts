import * as vscode from 'vscode';
import { say, type Said } from '../../../engine/model/said.ts';
import { joinUri } from '../folder-paths.ts';

/** Of a file that is read. */
export const bytesAtMost = 8 * 1024 * 1024;

/** What a folder holds, as names with their types. */
export async function entriesOf(
  folder: vscode.WorkspaceFolder,
  at: string,
): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(joinUri(folder, at));
  } catch {
    return []; // nobody may list it, or it has just gone: what it holds is not read
  }
}

/** Paths of the files of a folder; links are none. */
export async function filesIn(folder: vscode.WorkspaceFolder, at: string): Promise<readonly string[]> {
  const entries = await entriesOf(folder, at);
  return entries.flatMap(([name, type]) =>
    type === vscode.FileType.File ? [at === '' ? name : `${at}/${name}`] : [],
  );
}

/** Undefined where there is nothing, or nobody may look. */
export async function statOf(
  folder: vscode.WorkspaceFolder,
  path: string,
): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(joinUri(folder, path));
  } catch {
    return undefined;
  }
}

/**
 * Whether an error says that there is no such file: nothing at all, a folder, a file where a folder would be, or
 * a name that nothing can have, for which VS Code has no code of its own.
 */
export function isNothing(error: unknown): boolean {
  if (/\b(?:ENAMETOOLONG|ELOOP)\b|null bytes/.test(messageOf(error))) return true;
  return (
    error instanceof vscode.FileSystemError &&
    ['FileNotFound', 'FileNotADirectory', 'FileIsADirectory'].includes(error.code)
  );
}

/** Why a file cannot be read, as a part of a sentence. */
export function reasonOf(error: unknown): Said {
  const isForbidden = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
  return isForbidden
    ? say('you have no permission to read it')
    : say('{{message}}', { message: messageOf(error) });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
