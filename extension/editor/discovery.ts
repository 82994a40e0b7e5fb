import * as vscode from 'vscode';
import { configPath } from '../engine/model/config-path.ts';
import { joinUri, pathBelow } from './folder-paths.ts';

/** Files that make a folder one that may hold an engagement, in any usual spelling. */
const marks = ['**/engagement.md', '**/Engagement.md', '**/ENGAGEMENT.md'];
const neverSearched = '**/{node_modules,.git}/**';
/** Folders looked into where nothing can be searched: enough for a small repository. */
const foldersAtMost = 200;

/** Whether a workspace folder has anything for us: one look-up, and no file is read. */
export async function holdsEngagement(folder: vscode.WorkspaceFolder): Promise<boolean> {
  if (openFiles(folder).some(isMark)) return true;
  if (!canBeSearched(folder)) return (await walkedFiles(folder)).length > 0;
  const pattern = new vscode.RelativePattern(folder, `{${[configPath, ...marks].join(',')}}`);
  return (await vscode.workspace.findFiles(pattern, neverSearched, 1)).length > 0;
}

/** The files that mark folders with an engagement, as paths relative to the workspace folder. */
export async function engagementFiles(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const onDisk = canBeSearched(folder) ? await foundFiles(folder) : await walkedFiles(folder);
  return [...new Set([...onDisk, ...openFiles(folder)])].filter(isMark);
}

async function foundFiles(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const pattern = new vscode.RelativePattern(folder, `{${marks.join(',')}}`);
  const found = await vscode.workspace.findFiles(pattern, neverSearched);
  return found.map((uri) => pathBelow(folder, uri)).filter((path) => path !== undefined);
}

/** Markdown files of a workspace folder, at most so many, without what nobody wrote by hand. */
export async function markdownFiles(
  folder: vscode.WorkspaceFolder,
  neverEntered: readonly string[],
  atMost: number,
): Promise<readonly vscode.Uri[]> {
  if (canBeSearched(folder)) {
    const pattern = new vscode.RelativePattern(folder, '**/*.{md,markdown}');
    return await vscode.workspace.findFiles(pattern, `**/{${neverEntered.join(',')}}/**`, atMost);
  }
  const paths = await walked(folder, neverEntered, (path) => /\.(?:md|markdown)$/i.test(path));
  return paths.slice(0, atMost).map((path) => joinUri(folder, path));
}

/**
 * A file system that came with an extension can be searched only where that extension has a search of its own:
 * where it has none the answer never comes, and where it has one it may not know what is new.
 */
function canBeSearched({ uri }: vscode.WorkspaceFolder): boolean {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote';
}

function openFiles(folder: vscode.WorkspaceFolder): readonly string[] {
  return vscode.workspace.textDocuments
    .map(({ uri }) => pathBelow(folder, uri))
    .filter((path) => path !== undefined);
}

function isMark(path: string): boolean {
  return /(?:^|\/)engagement\.md$/i.test(path);
}

/** Such files, and the config. */
function walkedFiles(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  return walked(folder, ['node_modules', '.git'], (path) => isMark(path) || path === configPath);
}

/** Files found by looking into folders, the nearest first. */
async function walked(
  folder: vscode.WorkspaceFolder,
  neverEntered: readonly string[],
  isWanted: (path: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let i = 0; i < folders.length && i < foldersAtMost; i++) {
    const at = folders[i]!;
    let entries: [string, vscode.FileType][] = [];
    try {
      entries = await vscode.workspace.fs.readDirectory(joinUri(folder, at));
    } catch {
      // Nobody may list it.
    }
    for (const [name, type] of entries) {
      const path = at === '' ? name : `${at}/${name}`;
      if (type === vscode.FileType.Directory) {
        if (!neverEntered.includes(name)) folders.push(path);
      } else if (isWanted(path)) found.push(path);
    }
  }
  return found;
}
