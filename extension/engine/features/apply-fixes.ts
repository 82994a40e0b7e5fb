import type { Finding, Fix, TextEdit } from '../model/finding.ts';
import { lineStarts } from '../model/text.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { charactersAtMost, harmless, type Change, type PlacedEdit } from './harmless.ts';

/** What fixing needs of an engine: its findings, its texts, and a way to see the result of a change. */
export interface FixableWorkspace {
  /** Those whose safe fixes are wanted. */
  findings(): readonly Finding[];
  /** All there are: a fix can bring an error to light in another file. */
  everything(): readonly Finding[];
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
 * Of several safe fixes of one finding the first is taken; a fix is applied whole or not at all, and
 * only if no error follows that was not there before.
 */
export function applySafeFixes(workspace: FixableWorkspace): FixResult {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const effort = { left: charactersAtMost };
  let known: Errors | undefined;
  let applied = 0;
  for (let round = 0; round < roundsAtMost; round++) {
    const chosen = withoutOverlaps(workspace.findings(), workspace);
    if (chosen.length === 0) break;
    known ??= errorsOf(workspace);
    const originals = textsOf(chosen, workspace);
    const accepted = withoutErrors(chosen, originals, known, workspace, effort);
    if (accepted.length === 0) break;
    applied += accepted.length;
    for (const [path, text] of originals) {
      if (!before.has(path)) before.set(path, text);
      after.set(path, workspace.textOf(path) ?? text);
    }
  }
  const texts = [...after].filter(([path, text]) => text !== before.get(path));
  return { texts: new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1))), applied };
}

/** The safe fixes that would not be applied, because an error follows. The workspace is left changed. */
export function refusedFixes(workspace: FixableWorkspace): ReadonlySet<Fix> {
  const chosen = withoutOverlaps(workspace.findings(), workspace);
  if (chosen.length === 0) return new Set();
  const known = errorsOf(workspace);
  const effort = { left: charactersAtMost };
  const accepted = withoutErrors(chosen, textsOf(chosen, workspace), known, workspace, effort);
  const refused = new Set(chosen.map(({ fix }) => fix));
  for (const { fix } of accepted) refused.delete(fix);
  return refused;
}

/** How often each error is there, whatever its line. */
type Errors = ReadonlyMap<string, number>;

function errorsOf(workspace: FixableWorkspace): Errors {
  const errors = new Map<string, number>();
  for (const { severity, path, code, message } of workspace.everything()) {
    if (severity !== 'error') continue;
    const key = `${path}\u0000${code}\u0000${message}`;
    errors.set(key, (errors.get(key) ?? 0) + 1);
  }
  return errors;
}

function textsOf(chosen: readonly Chosen[], workspace: FixableWorkspace): ReadonlyMap<string, string> {
  const paths = new Set(chosen.flatMap(({ edits }) => edits.map(({ path }) => path)));
  return new Map([...paths].map((path) => [path, workspace.textOf(path) ?? '']));
}

/** Those of the fixes that bring no error that is not known; they are applied. */
function withoutErrors(
  chosen: readonly Chosen[],
  originals: ReadonlyMap<string, string>,
  known: Errors,
  workspace: FixableWorkspace,
  effort: { left: number },
): readonly Chosen[] {
  return harmless(chosen, {
    originals,
    effort,
    change: (path, text) => workspace.change(path, text),
    isHarmless: () => [...errorsOf(workspace)].every(([error, count]) => count <= (known.get(error) ?? 0)),
  });
}

/** A fix with its edits as places in the texts. */
interface Chosen extends Change {
  readonly fix: Fix;
}

/** Each fix that touches nothing an earlier one touches and that changes something. */
function withoutOverlaps(findings: readonly Finding[], workspace: FixableWorkspace): readonly Chosen[] {
  const taken: PlacedEdit[] = [];
  const starts = new Map<string, readonly number[]>();
  const chosen: Chosen[] = [];
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe);
    const edits = fix && editsOf(fix, workspace, starts);
    if (!fix || !edits || edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...edits);
    chosen.push({ fix, edits });
  }
  return chosen;
}

function editsOf(
  fix: Fix,
  workspace: FixableWorkspace,
  known: Map<string, readonly number[]>,
): readonly PlacedEdit[] | undefined {
  const edits: PlacedEdit[] = [];
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
function overlap(a: PlacedEdit, b: PlacedEdit): boolean {
  if (a.path !== b.path) return false;
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

/** What is inserted ends its lines as the document does. */
function withLineEndsOf(text: string, inserted: string): string {
  return inserted.replace(/\r\n|\r|\n/g, lineBreakOf(text));
}
