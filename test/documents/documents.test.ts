import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Finding } from '../../extension/engine/index.ts';
import type { GovernedDocument } from '../../extension/engine/model/document.ts';
import { lineStarts, type Span } from '../../extension/engine/model/text.ts';
import { liveStates } from '../support/live-states.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';

/** What comes of a document. */
interface Expected {
  /** Sections that are read, with the rows or items that each has at least. */
  readonly reads: Readonly<Record<string, number>>;
  /** Headings and headers of which nothing is said, with the reason. */
  readonly free: Readonly<Record<string, string>>;
}

/** A heading or the header of a column, with its place and, of a column, the places of its cells. */
interface Part {
  readonly text: string;
  readonly span: Span;
  readonly cells: readonly Span[];
}

for (const language of ['en', 'sv']) {
  const folder = join(import.meta.dirname, language);
  const names = readdirSync(folder).filter((file) => file.endsWith('.md'));
  const files = new Map(names.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Readonly<
    Record<string, Expected>
  >;

  describe(`documents as people write them: ${language}`, () => {
    let findings: readonly Finding[];
    let documents: readonly GovernedDocument[];

    before(async () => {
      const engine = createEngine({ workspace: memoryWorkspace(files), profiles: ['base'] });
      await engine.load();
      ({ findings } = engine.check());
      documents = (await liveStates(files)).flatMap((state) => state.documents());
    });

    it('are all expected', () => {
      assert.deepEqual(Object.keys(expected).toSorted(), names.toSorted());
    });

    for (const [name, text] of files) {
      it(name, () => {
        const document = documents.find(({ path }) => path === name);
        assert.ok(document, 'governed');
        const { reads, free } = expected[name]!;
        for (const reason of Object.values(free)) assert.ok(reason.length > 10, reason);
        const isSaid = placesSaid(document, findings, text);
        const silent = [...headingsIn(text), ...headersIn(text)].filter((part) => !isSaid(part));
        assert.deepEqual(
          silent.map((part) => part.text).filter((part) => !Object.hasOwn(free, part)),
          [],
          'neither read nor named nor free for a reason',
        );
        const sections = [...document.sections.values()];
        const found = sections.map(({ key, rows, items }) => [key, rows.length + items.length] as const);
        assert.deepEqual(found.map(([key]) => key).toSorted(), Object.keys(reads).toSorted());
        for (const [key, count] of found) assert.ok(count >= reads[key]!, `${key}: ${count}`);
      });
    }
  });
}

/** Whether something is in the model, or a finding stands there. */
function placesSaid(
  document: GovernedDocument,
  findings: readonly Finding[],
  text: string,
): (part: Part) => boolean {
  const starts = lineStarts(text);
  const offset = ({ line, character }: Finding['range']['start']): number => starts[line]! + character;
  const sections = [...document.sections.values()];
  const said = [
    ...sections.flatMap(({ heading, columns, furtherHeaders }) =>
      [heading, ...columns.values(), ...furtherHeaders].map(({ span }) => span),
    ),
    ...findings
      .filter(({ path }) => path === document.path)
      .map(({ range }) => ({ start: offset(range.start), end: offset(range.end) })),
  ];
  const read = document.fields.map(({ source }) => source.span);
  return ({ span, cells }) =>
    said.some((one) => one.start < span.end && one.end > span.start) ||
    cells.some((cell) => read.some(({ start, end }) => cell.start <= start && end <= cell.end));
}

/** The headings but the title: the first one, if no other is of level 1. */
function headingsIn(text: string): readonly Part[] {
  const found = [...text.matchAll(/^(#{1,6}) +(.+)$/gm)];
  const hasTitle = found.filter(([, marks]) => marks === '#').length === 1 && found[0]?.[1] === '#';
  return found.slice(hasTitle ? 1 : 0).map(({ 0: line, 2: words = '', index }) => ({
    text: words,
    span: { start: index, end: index + line.length },
    cells: [],
  }));
}

function headersIn(text: string): readonly Part[] {
  const lines = text.split('\n');
  const starts = lineStarts(text);
  return lines.flatMap((line, i) => {
    if (!/^\|[ :|-]+\|$/.test(lines[i + 1] ?? '')) return [];
    const rows: (readonly Span[])[] = [];
    for (let j = i + 2; lines[j]?.startsWith('|'); j++) rows.push(cellsOf(lines[j]!, starts[j]!));
    return cellsOf(line, starts[i]!).flatMap((span, column) => {
      const words = text.slice(span.start, span.end).trim();
      const cells = rows.flatMap((row) => row[column] ?? []);
      return words === '' ? [] : [{ text: words, span, cells }];
    });
  });
}

/** The places between the pipes of a line that begins and ends with one. */
function cellsOf(line: string, start: number): readonly Span[] {
  const pipes = [...line.matchAll(/\|/g)].map(({ index }) => index);
  return pipes.slice(1).map((pipe, i) => ({ start: start + pipes[i]! + 1, end: start + pipe }));
}
