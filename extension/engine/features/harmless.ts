import { addTo } from '../values/add-to.ts';
import { withEdits, type Replaced } from './write-cells.ts';

/** Places in the texts that are changed together or not at all. */
export interface Change {
  readonly edits: readonly PlacedEdit[];
}

export interface PlacedEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where changes are tried. */
export interface Trial {
  /** By path, the text of each file that a change may touch, before any of them. */
  readonly originals: ReadonlyMap<string, string>;
  change(path: string, text: string): void;
  /** Whether what is shown now may stay. */
  isHarmless(): boolean;
  /** What may still be read; each look takes of it. */
  readonly effort: { left: number };
}

/** What may be read anew to find the changes that trouble follows, so that hostile texts do not take hours. */
export const charactersAtMost = 40_000_000;
/** What one look costs beside the texts that are read. */
const charactersOfALook = 20_000;

/**
 * Those of the changes that trouble does not follow; they are applied, beside those of `always`. All are tried together,
 * then in halves where trouble follows, so that a harmful one among many costs few looks.
 */
export function harmless<C extends Change>(
  chosen: readonly C[],
  trial: Trial,
  always: readonly C[] = [],
  show: Show = showing(trial),
): readonly C[] {
  const { effort } = trial;
  const isHarmless = (changes: readonly C[]): boolean => {
    show(changes);
    effort.left -= charactersOfALook;
    return trial.isHarmless();
  };
  const settle = (accepted: readonly C[], open: readonly C[]): readonly C[] => {
    if (effort.left < 0) return accepted;
    const all = [...accepted, ...open];
    if (isHarmless(all)) return all;
    if (open.length === 1) return accepted;
    const half = open.length >> 1;
    return settle(settle(accepted, open.slice(0, half)), open.slice(half));
  };
  const accepted = chosen.length === 0 ? always : settle(always, chosen);
  show(accepted);
  return accepted;
}

/** Shows texts with these changes and no others. */
export type Show = (changes: readonly Change[]) => void;

/** One for all that is tried: it knows what is shown now. */
export function showing({ originals, change, effort }: Trial): Show {
  const now = new Map(originals);
  return (changes) => {
    const edits = byPath(changes);
    for (const [path, original] of originals) {
      const text = withEdits(original, edits.get(path) ?? []);
      if (now.get(path) === text) continue;
      now.set(path, text);
      effort.left -= text.length;
      change(path, text);
    }
  };
}

function byPath(changes: readonly Change[]): ReadonlyMap<string, readonly Replaced[]> {
  const paths = new Map<string, Replaced[]>();
  for (const { edits } of changes)
    for (const { path, start, end, text } of edits) addTo(paths, path, { span: { start, end }, text });
  return paths;
}
