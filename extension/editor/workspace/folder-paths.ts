import * as vscode from 'vscode';
import { foldersAround } from '../../engine/model/file-paths.ts';

/** The path of a resource relative to a workspace folder, with forward slashes; undefined where it lies elsewhere. */
export function pathBelow(folder: vscode.WorkspaceFolder, uri: vscode.Uri): string | undefined {
  const { scheme, authority, path } = folder.uri;
  if (uri.scheme !== scheme || uri.authority !== authority) return undefined;
  const base = path.endsWith('/') ? path : `${path}/`;
  if (!uri.path.startsWith(base)) return undefined;
  return vscode.workspace.getWorkspaceFolder(uri)?.index === folder.index
    ? uri.path.slice(base.length)
    : undefined;
}

/** The resource at a path relative to a workspace folder; the folder itself where the path is empty. */
export function joinUri(folder: vscode.WorkspaceFolder, path: string): vscode.Uri {
  return path === '' ? folder.uri : vscode.Uri.joinPath(folder.uri, ...path.split('/'));
}

/** Whether one folder lies within another one. */
export function isAround(outer: vscode.Uri, inner: vscode.Uri): boolean {
  const base = outer.path.endsWith('/') ? outer.path : `${outer.path}/`;
  return outer.scheme === inner.scheme && outer.authority === inner.authority && inner.path.startsWith(base);
}

/** Those of the folders that lie in no other one of them. */
export function outermost(folders: readonly string[]): readonly string[] {
  const all = new Set(folders);
  return [...all].filter(
    (folder) => folder === '' || !foldersAround(folder).some((around) => all.has(around)),
  );
}
