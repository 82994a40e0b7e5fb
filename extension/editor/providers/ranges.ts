import * as vscode from 'vscode';
import type { Position, Range } from '../../engine/index.ts';

/** Ranges of the engine and of the editor have one shape; the editor wants its own objects. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function fromPosition({ line, character }: vscode.Position): Position {
  return { line, character };
}

/** A link that runs a command of ours. */
export function commandUri(command: string, ...args: readonly unknown[]): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}
