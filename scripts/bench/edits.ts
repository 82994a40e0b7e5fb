import { createEngine, type FileContent } from '../../extension/engine/index.ts';
import { engagementTexts } from './generate.ts';

export interface EditTimes {
  readonly documents: number;
  readonly edits: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** Time from a changed text to the findings of its document, in a workspace of so many documents. */
export async function measureEdits(documents: number): Promise<EditTimes> {
  const files = new Map<string, string>();
  for (let n = 0; n * 10 < documents; n++) {
    for (const [name, text] of engagementTexts(n)) files.set(`engagement-${n}/${name}`, text);
  }
  const content = (text: string): FileContent => ({ kind: 'text', text });
  const engine = createEngine({
    workspace: {
      list: () => [...files.keys()],
      read: (path) => content(files.get(path) ?? ''),
      exists: (path) => files.has(path),
    },
    profiles: ['full'],
  });
  await engine.load();
  engine.check();
  const names = ['sla.md', 'exit-plan.md', 'engagement.md', 'ownership-map.md', 'goals.md'];
  const times: number[] = [];
  for (let i = 0; i < 500; i++) {
    const path = `engagement-${(i * 7) % (documents / 10)}/${names[i % names.length]!}`;
    // A letter typed into the last cell of a table, and every tenth time into a heading, which links may lead to.
    const text =
      i % 10 === 9
        ? files.get(path)!.replace(/^## .*$/m, (heading) => `${heading} x`)
        : files.get(path)!.replace(/\|\n(?!\|)/, `x${i} |\n`);
    const begun = performance.now();
    engine.update(path, content(text));
    engine.check([path]);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { documents: files.size, edits: times.length, medianMs: at(0.5), p95Ms: at(0.95), maxMs: at(1) };
}
