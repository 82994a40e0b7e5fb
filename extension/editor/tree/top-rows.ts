import * as vscode from 'vscode';
import { isSameEngagement, isSameLine, type EngagementLine } from './engagement-line.ts';
import { becomeRow, type TreeRow } from './row.ts';

/** The rows at the top of the tree as VS Code knows them, and what it is told when they are no longer the same. */
export class TopRows implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<TreeRow | undefined>();
  readonly #lines: () => readonly EngagementLine[];
  readonly #rows: () => readonly TreeRow[];
  #given: Given | undefined;
  #refreshes = 0;

  /** The row to ask for again; undefined for all of them. */
  readonly onDidChange: vscode.Event<TreeRow | undefined> = this.#changed.event;

  /** `lines` are all engagements now, and `rows` what is to be shown now. */
  constructor(lines: () => readonly EngagementLine[], rows: () => readonly TreeRow[]) {
    this.#lines = lines;
    this.#rows = rows;
  }

  /** How many times VS Code was told to ask again. */
  refreshes(): number {
    return this.#refreshes;
  }

  /** What VS Code shows from now on. */
  give(): readonly TreeRow[] {
    this.#given = { lines: this.#lines(), several: areSeveral(), rows: this.#rows() };
    return this.#given.rows;
  }

  /** Only what is new: VS Code may lose a click on a row of what it asks for again. */
  refreshChanged(): void {
    // Whoever has not asked yet will ask when the view is opened.
    if (!this.#given) return;
    const lines = this.#lines();
    if (!isOf(lines, this.#given)) {
      this.#refresh(undefined);
      return;
    }
    const { lines: before, rows: old } = this.#given;
    const now = this.#rows();
    if (!isSameBelow(old.slice(lines.length), now.slice(lines.length))) {
      this.#refresh(undefined);
      return;
    }
    this.#given = { ...this.#given, lines };
    lines.forEach((line, i) => {
      if (isSameLine(line, before[i]!)) return;
      becomeRow(old[i]!, now[i]!);
      this.#refresh(old[i]);
    });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #refresh(row: TreeRow | undefined): void {
    this.#refreshes++;
    this.#changed.fire(row);
  }
}

/** What VS Code was given to show at the top, with what it was made of. */
interface Given {
  readonly lines: readonly EngagementLine[];
  readonly several: boolean;
  readonly rows: readonly TreeRow[];
}

/** Whether rows are there for just these engagements, in this order. */
function isOf(lines: readonly EngagementLine[], { lines: before, several, rows }: Given): boolean {
  return (
    lines.length > 0 &&
    lines.length === before.length &&
    lines.length <= rows.length &&
    several === areSeveral() &&
    lines.every((line, i) => isSameEngagement(line, before[i]!))
  );
}

/** Whether rows below those of the engagements say what they said. */
function isSameBelow(before: readonly TreeRow[], now: readonly TreeRow[]): boolean {
  const said = (rows: readonly TreeRow[]): string =>
    JSON.stringify(rows.map(({ id, spoken, target, click }) => [id, spoken, target, click]));
  return said(before) === said(now);
}

/** Whether the workspace has several folders. */
export function areSeveral(): boolean {
  return (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
}
