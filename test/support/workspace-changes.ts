import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createEngine, type Engine } from '../../extension/engine/index.ts';
import { memoryWorkspace } from './memory-workspace.ts';

const root = path.join(import.meta.dirname, '../..');
export const asOf = '2026-11-23';

/** Two engagements of different shape, so that an edit in one must leave the other as it is. */
export const start = new Map([
  ...filesOf(path.join(root, 'test/seeds/en'), 'north'),
  ...filesOf(path.join(root, 'examples/payments'), 'payments'),
]);

/** One change to a workspace; numbers are taken modulo what there is. */
export type Change =
  | {
      readonly is: 'cell' | 'line' | 'twice' | 'blank';
      readonly file: number;
      readonly line: number;
      readonly other: number;
    }
  | {
      readonly is: 'foreign';
      readonly file: number;
      readonly line: number;
      readonly from: number;
      readonly other: number;
    }
  | { readonly is: 'rename' | 'move' | 'delete' | 'restore' | 'draft' | 'ended'; readonly file: number };

export const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    is: fc.constantFrom('cell' as const, 'line' as const, 'twice' as const, 'blank' as const),
    file: fc.nat(),
    line: fc.nat(),
    other: fc.nat(),
  }),
  fc.record({
    is: fc.constant('foreign' as const),
    file: fc.nat(),
    line: fc.nat(),
    from: fc.nat(),
    other: fc.nat(),
  }),
  fc.record({
    is: fc.constantFrom(
      'rename' as const,
      'move' as const,
      'delete' as const,
      'restore' as const,
      'draft' as const,
      'ended' as const,
    ),
    file: fc.nat(),
  }),
);

export async function engineOver(
  files: ReadonlyMap<string, string>,
  profiles: readonly string[] = ['full'],
): Promise<Engine> {
  const engine = createEngine({ workspace: memoryWorkspace(files), profiles });
  await engine.load();
  return engine;
}

export async function everything(engine: Engine): Promise<unknown> {
  const { findings, summary } = engine.check();
  return {
    findings,
    summary,
    questions: engine.questions(),
    due: await engine.due({ asOf }),
    facts: await engine.facts({ asOf }),
    notRun: [engine.notRun('due'), engine.notRun('facts')],
  };
}

/** Makes the change, tells the engine, and gives the path that it is about. What was deleted may come back from `before`. */
export function apply(
  change: Change,
  files: Map<string, string>,
  engine: Pick<Engine, 'update'>,
  before: ReadonlyMap<string, string> = start,
): string | undefined {
  const paths = [...files.keys()].sort();
  const path = paths[change.file % paths.length]!;
  const put = (at: string, text: string | undefined): string => {
    if (text === undefined) files.delete(at);
    else files.set(at, text);
    engine.update(at, text === undefined ? undefined : { kind: 'text', text });
    return at;
  };
  const text = files.get(path)!;
  switch (change.is) {
    case 'cell':
      return put(path, withOtherCell(text, change.line, change.other));
    case 'line':
      return put(path, withLines(text, change.line, []));
    case 'twice':
      return put(
        path,
        withLines(text, change.line, (line) => [line, line]),
      );
    case 'blank':
      return put(
        path,
        withLines(text, change.line, (line) => ['', line]),
      );
    case 'draft':
      return put(path, text.replace(/^status: .*$/m, 'status: draft'));
    case 'ended':
      return put(path, text.replace(/^status: .*$/m, 'status: ended'));
    case 'foreign': {
      const source = cellsOf(files.get(paths[change.from % paths.length]!)!);
      return put(path, withCell(text, change.line, source[change.other % Math.max(1, source.length)]));
    }
    case 'rename': {
      put(path, undefined);
      return put(path.replace(/\.md$/, '-renamed.md'), text);
    }
    case 'move': {
      put(path, undefined);
      return put(path.replace(/[^/]*$/, 'moved/$&'), text);
    }
    case 'delete':
      return put(path, undefined);
    case 'restore': {
      const gone = [...before.keys()].filter((name) => !files.has(name));
      const back = gone[change.file % Math.max(1, gone.length)];
      return back === undefined ? undefined : put(back, before.get(back));
    }
  }
}

function withLines(
  text: string,
  at: number,
  become: readonly string[] | ((line: string) => readonly string[]),
): string {
  const lines = text.split('\n');
  const i = at % lines.length;
  lines.splice(i, 1, ...(typeof become === 'function' ? become(lines[i]!) : become));
  return lines.join('\n');
}

/** Puts the text of one cell or value of the document into another. */
function withOtherCell(text: string, at: number, other: number): string {
  const cells = cellsOf(text);
  return withCell(text, at, cells[other % Math.max(1, cells.length)]);
}

function withCell(text: string, at: number, source: RegExpExecArray | undefined): string {
  const cells = cellsOf(text);
  const target = cells[at % Math.max(1, cells.length)];
  if (!target || !source) return text;
  return text.slice(0, target.index) + source[0] + text.slice(target.index + target[0].length);
}

/** Cells of tables and values of front matter. */
function cellsOf(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(/(?<=\| )[^|\n]+(?= \|)|(?<=^\w+: ).+$/gm)];
}

function filesOf(folder: string, prefix: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => [`${prefix}/${name}`, readFileSync(path.join(folder, name), 'utf8')] as const);
}
