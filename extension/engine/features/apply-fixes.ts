import type { Finding, Fix, TextEdit } from '../model/finding.ts';
import { lineStarts } from '../model/text.ts';

/** What fixing needs of an engine: its findings, its texts, and a way to see the result of a change. */
export interface FixableWorkspace {
  findings(): readonly Finding[];
  textOf(path: string): string | undefined;
  change(path: string, text: string): void;
}

export interface FixResult {
  /** Path to the whole new text, of each file that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many fixes were applied. */
  readonly applied: number;
}

const roundsAtMost = 10;

/**
 * Applies the safe fixes of findings, those of one round never overlapping, until nothing changes.
 * Of several safe fixes of one finding the first is taken; a fix is applied whole or not at all.
 */
export function applySafeFixes(workspace: FixableWorkspace): FixResult {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  let applied = 0;
  for (let round = 0; round < roundsAtMost; round++) {
    const chosen = withoutOverlaps(workspace.findings(), workspace);
    if (chosen.length === 0) break;
    applied += chosen.length;
    for (const [path, edits] of byPath(chosen.flat())) {
      const text = workspace.textOf(path) ?? '';
      if (!before.has(path)) before.set(path, text);
      const changed = edited(text, edits);
      after.set(path, changed);
      workspace.change(path, changed);
    }
  }
  const texts = [...after].filter(([path, text]) => text !== before.get(path));
  return { texts: new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1))), applied };
}

interface Edit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits of each fix that touches nothing an earlier one touches and that changes something. */
function withoutOverlaps(
  findings: readonly Finding[],
  workspace: FixableWorkspace,
): readonly (readonly Edit[])[] {
  const taken: Edit[] = [];
  const starts = new Map<string, readonly number[]>();
  const chosen: (readonly Edit[])[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    const edits = fix && editsOf(fix, workspace, starts);
    if (!edits || edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...edits);
    chosen.push(edits);
  }
  return chosen;
}

function editsOf(
  fix: Fix,
  workspace: FixableWorkspace,
  known: Map<string, readonly number[]>,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { path, range, newText } of fix.edits) {
    const text = workspace.textOf(path);
    if (text === undefined) return undefined;
    let starts = known.get(path);
    if (!starts) known.set(path, (starts = lineStarts(text)));
    const offset = ({ line, character }: TextEdit['range']['start']): number =>
      (starts[line] ?? text.length) + character;
    edits.push({
      path,
      start: offset(range.start),
      end: offset(range.end),
      text: withLineEndsOf(text, newText),
    });
  }
  const changes = edits.some(
    ({ path, start, end, text }) => workspace.textOf(path)?.slice(start, end) !== text,
  );
  return changes ? edits : undefined;
}

/** Two insertions at one place overlap too: which comes first would be chance. */
function overlap(a: Edit, b: Edit): boolean {
  if (a.path !== b.path) return false;
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function byPath(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const paths = new Map<string, Edit[]>();
  for (const edit of edits) {
    const its = paths.get(edit.path);
    if (its) its.push(edit);
    else paths.set(edit.path, [edit]);
  }
  return paths;
}

function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: inserted } of [...edits].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}

/** What is inserted ends its lines as the document does. */
function withLineEndsOf(text: string, inserted: string): string {
  const first = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  return first === '\n' ? inserted : inserted.replace(/\r\n|\n/g, first);
}
