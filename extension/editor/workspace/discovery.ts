import * as vscode from 'vscode';
import { configPath } from '../../engine/model/config-path.ts';
import { entriesOf } from './folder-files/disk.ts';
import { joinUri, pathBelow } from './folder-paths.ts';
import { isMarkdown } from '../../engine/model/file-paths.ts';

/** Files that make a folder one that may hold an engagement, in any usual spelling. */
const markNames = ['engagement.md', 'Engagement.md', 'ENGAGEMENT.md'];
const marks = markNames.map((name) => `**/${name}`);
/** Those files, and configs, wherever they lie. */
export const marksAndConfigs = `**/{${[...markNames, configPath].join(',')}}`;
const neverSearched = '**/{node_modules,.git}/**';
/** Folders looked into where nothing can be searched, before it is known that there is anything. */
const foldersLookedInto = 200;
/** The same once it is. */
const foldersListed = 20_000;

/** What a first look at a workspace folder says: whether there is anything for us, and if it was whole, what. */
export interface FirstLook {
  readonly holds: boolean;
  /** How many questions it took: a search, or a folder listed. */
  readonly asked: number;
  /** Files that mark folders, which hold everything that is there; undefined where nobody has looked to the end. */
  readonly engagements?: readonly string[];
}

/**
 * Whether a workspace folder has anything for us, by one look-up where the folder can be searched; no file is read.
 * Where it cannot be, its folders are listed, the nearest first.
 */
export async function lookInto(folder: vscode.WorkspaceFolder): Promise<FirstLook> {
  if (!canBeSearched(folder)) {
    if (openFiles(folder).some(isMark)) return { holds: true, asked: 0 };
    const { files, asked } = await walked(folder, foldersLookedInto);
    return { holds: files.some(isOurs), asked };
  }
  const found = await foundFiles(folder, [configPath, ...marks]);
  const engagements = marked([...found, ...openFiles(folder)]);
  return { holds: engagements.length > 0 || found.length > 0, asked: 1, engagements };
}

/** The files that mark folders with an engagement, as paths relative to the workspace folder. */
export async function engagementFiles(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const onDisk = canBeSearched(folder)
    ? await foundFiles(folder, marks)
    : (await walked(folder, foldersListed)).files.filter(isOurs);
  return marked([...onDisk, ...openFiles(folder)]);
}

function marked(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].filter(isMark);
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
  const { files } = await walked(folder, foldersLookedInto, neverEntered);
  return files
    .filter(isMarkdown)
    .slice(0, atMost)
    .map((path) => joinUri(folder, path));
}

async function foundFiles(
  folder: vscode.WorkspaceFolder,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const pattern = new vscode.RelativePattern(folder, `{${patterns.join(',')}}`);
  const found = await vscode.workspace.findFiles(pattern, neverSearched);
  return found.map((uri) => pathBelow(folder, uri)).filter((path) => path !== undefined);
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

/** Of a path or an address. */
export function isMark(path: string): boolean {
  return /(?:^|\/)engagement\.md$/i.test(path);
}

/** Of a path relative to the workspace folder: such a file, or the config. */
function isOurs(path: string): boolean {
  return isMark(path) || path === configPath;
}

/** The files of a folder where nothing can be searched, the nearest first, of so many folders at most; and how many they were. */
async function walked(
  folder: vscode.WorkspaceFolder,
  most: number,
  neverEntered: readonly string[] = ['node_modules', '.git'],
): Promise<{ readonly files: readonly string[]; readonly asked: number }> {
  const files: string[] = [];
  let level = [''];
  let asked = 0;
  while (level.length > 0 && asked < most) {
    const folders = level.slice(0, most - asked);
    asked += folders.length;
    const looked = await Promise.all(folders.map((at) => entriesOf(folder, at)));
    level = [];
    looked.forEach((entries, i) => {
      for (const [name, type] of entries) {
        const path = folders[i] === '' ? name : `${folders[i]}/${name}`;
        if (type === vscode.FileType.File) files.push(path);
        else if (type === vscode.FileType.Directory && !neverEntered.includes(name)) level.push(path);
      }
    });
  }
  return { files, asked };
}
