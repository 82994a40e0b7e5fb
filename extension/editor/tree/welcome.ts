import * as vscode from 'vscode';
import { markdownFiles } from '../workspace/discovery.ts';
import { pathBelow } from '../workspace/folder-paths.ts';
import type { Host } from '../host.ts';
import type { Slices } from '../slices.ts';
import type { RecognisedFile } from './recognised-rows.ts';

/** Files looked at: enough to see what a workspace holds, few enough for one glance at the view. */
const filesAtMost = 200;
const bytesAtMost = 256 * 1024;
/** What is never written by the people whose workspace it is. */
const neverEntered = ['node_modules', '.git', 'vendor', 'dist', 'build', 'out'];

/**
 * Documents of a workspace without an engagement that look like governed ones. The engine is loaded for this
 * question, so it is asked only where somebody looks at the view; nothing is said about any file elsewhere.
 */
export async function recognisedFiles(
  host: Host,
  slices: Slices,
  cancellation: { readonly aborted: boolean },
): Promise<readonly RecognisedFile[]> {
  const uris: vscode.Uri[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    if (cancellation.aborted) return [];
    uris.push(...(await markdownFiles(folder, neverEntered, filesAtMost - uris.length)));
    if (uris.length >= filesAtMost) break;
  }
  if (uris.length === 0 || cancellation.aborted) return [];
  const { kindOf } = (await host.loadEngine()).createRecogniser();
  const found: RecognisedFile[] = [];
  for (const uri of uris) {
    if (cancellation.aborted) return [];
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = folder && pathBelow(folder, uri);
    if (!folder || path === undefined) continue;
    const kind = kindOf(await textOf(uri));
    if (kind) found.push({ folderUri: folder.uri.toString(), folderName: folder.name, path, kind });
    await slices.pause();
  }
  return found.sort((a, b) => compare(a.folderUri, b.folderUri) || compare(a.path, b.path));
}

/** The text of a file; nothing where it is too large, or nobody may read it. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > bytesAtMost) return '';
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
