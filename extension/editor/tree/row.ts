import type { KindKey } from '../../engine/model/schema.ts';
import { oneLine, plainText } from '../plain-text.ts';
import type { Range } from '../../engine/index.ts';

/** One line of the tree as plain data: what stands there, and what a click or a menu works on. */
export interface TreeRow {
  /** The same from one refresh to the next, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly icon: RowIcon;
  /** What menus know the row by. */
  readonly context: string;
  /** What a screen reader says: everything that icon, label and description tell. */
  readonly spoken: string;
  readonly target?: RowTarget;
  readonly click?: RowClick;
  /** Whether its children are shown at first. */
  readonly isOpen?: boolean;
  /** Made when the row is opened; absent: it has none. */
  readonly children?: () => readonly TreeRow[];
}

/** A product icon with a colour of the theme. */
export interface RowIcon {
  readonly id: string;
  readonly color?: string;
}

export const errorIcon: RowIcon = { id: 'error', color: 'problemsErrorIcon.foreground' };
export const warningIcon: RowIcon = { id: 'warning', color: 'problemsWarningIcon.foreground' };

/** What a row is about. */
export interface RowTarget {
  /** The workspace folder. */
  readonly folderUri: string;
  /** The folder of the engagement in it; empty for the workspace folder itself. */
  readonly engagement?: string;
  /** The document in the workspace folder. */
  readonly path?: string;
  readonly kind?: KindKey;
}

/** The engagement that a row stands in, without what else it is about. */
export function engagementOf({ folderUri, engagement }: RowTarget): RowTarget {
  return { folderUri, ...(engagement !== undefined && { engagement }) };
}

export type RowClick =
  | { readonly does: 'open'; readonly range?: Range }
  | { readonly does: 'newDocument' }
  | { readonly does: 'ask' }
  | { readonly does: 'init' };

/** Makes a row that is known by its object say what another one of the same id says. */
export function becomeRow(row: TreeRow, now: TreeRow): void {
  for (const key of Object.keys(row)) if (!(key in now)) Reflect.deleteProperty(row, key);
  Object.assign(row, now);
}

/** The id of a row of these parts: no two lists of parts have one id, whatever a path holds. */
export function rowId(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('%', '%25').replaceAll('#', '%23')).join('#');
}

/** What a due item asks for, on a line that other words follow. */
export function withoutFullStop(text: string): string {
  return oneLine(text).replace(/\.$/, '');
}

/** Text of a document as Markdown that shows just that text, also where product icons are made of it afterwards. */
export function inMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_{}[\]()#+\-.!~<>|$&]/g, (mark) =>
    mark === '<' ? '&lt;' : `\\${mark}`,
  );
}

/** The parts of a description that say something, one after the other. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** What a screen reader says of a row: its parts with the pauses that the eye sees. */
export function spokenOf(label: string, description: string): string {
  return description === '' ? label : `${label}, ${description.replaceAll(' · ', ', ')}`;
}

/** A heading with a list, or with one sentence; what is undefined is left out. */
export function tooltipOf(title: string, lines: readonly (string | undefined)[]): string {
  const items = lines.flatMap((line) => (line === undefined || line === '' ? [] : [inMarkdown(line)]));
  const shown = items.length === 1 ? items : items.map((item) => `- ${item}`);
  return [`**${inMarkdown(title)}**`, '', ...shown].join('\n');
}
