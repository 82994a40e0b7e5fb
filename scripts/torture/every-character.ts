import { touchCharacters, type Touched } from './characters.ts';
import { createRandom } from './random.ts';
import { readSources } from './sources.ts';

const groups = ['examples', '../shared/format-examples'];
/** Of these some of each kind are shown: silence, and the exceptions that are allowed. */
const outcomesShown = ['another word', 'free text', 'silent'] as const;
/** So many places of one kind are shown. */
const shownAtMost = 20;

export interface Characters {
  /** Each character that is touched, or one in so many, picked by a seed. */
  readonly oneIn: number;
  readonly seed: number;
}

/** What came of each character, as lines, and how many were passed over in silence. */
export async function everyCharacter({
  oneIn,
  seed,
}: Characters): Promise<{ lines: string[]; silent: number }> {
  const random = createRandom(seed, 'characters');
  const counts = new Map<string, number>();
  const exceptions: Touched[] = [];
  for (const { name, workspaces } of readSources().groups) {
    if (!groups.includes(name)) continue;
    for (const files of workspaces)
      for await (const touched of touchCharacters(files, () => random.oneIn(oneIn))) {
        const key = `${touched.of}: ${touched.outcome}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (outcomesShown.some((one) => one === touched.outcome)) exceptions.push(touched);
      }
  }
  return {
    lines: [
      ...[...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${count} ${key}`),
      ...outcomesShown.flatMap((outcome) =>
        shown(
          outcome,
          exceptions.filter((one) => one.outcome === outcome),
        ),
      ),
    ],
    silent: exceptions.filter(({ outcome }) => outcome === 'silent').length,
  };
}

function shown(outcome: Touched['outcome'], touched: readonly Touched[]): readonly string[] {
  return [...new Set(touched.map(({ of }) => of))].flatMap((of) => [
    `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}, in a ${of}:`,
    ...touched
      .filter((one) => one.of === of)
      .slice(0, shownAtMost)
      .map(({ path, line, edit, text }) => `  ${path}:${line + 1} ${edit}: ${lineOf(text, line)}`),
  ]);
}

function lineOf(text: string, line: number): string {
  return (text.split('\n')[line] ?? '').slice(0, 100);
}
