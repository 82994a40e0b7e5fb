import type { Engine, Finding } from '../../extension/engine/index.ts';
import type { GovernedDocument } from '../../extension/engine/model/document.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { createDocumentReader } from '../../extension/engine/parse/read-document.ts';
import { createValueReader } from '../../extension/engine/values/read-value.ts';
import { engineOver } from './engine-over.ts';
import type { Files } from './sources.ts';
import { structuralPlaces, type StructuralPlace } from './structure.ts';

const edits = ['removed', 'doubled', 'changed'] as const;

/** One character of a document that was touched, and what came of it. */
export interface Touched extends StructuralPlace {
  readonly path: string;
  readonly edit: (typeof edits)[number];
  /** What is read is as it was; something is said there; another known word, or free text, stands there now; nothing of these. */
  readonly outcome: 'as before' | 'said' | 'another word' | 'free text' | 'silent';
  readonly text: string;
}

/** What is read of a document: each key and cell by its place in the model, with whether it is free text. */
type Reading = ReadonlyMap<string, { readonly text: string; readonly isFree: boolean }>;

/** Where a slip may make another known word, such as RPO of RTO. */
const words: ReadonlySet<StructuralPlace['of']> = new Set(['key', 'kind', 'heading', 'header']);

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });

/**
 * Touches characters on which the structure of a healthy document hangs, one at a time: afterwards what is read is as
 * it was, or something is said at that place or at the heading of its section.
 */
export async function* touchCharacters(
  files: Files,
  isAsked: (index: number) => boolean,
): AsyncGenerator<Touched, void, undefined> {
  let index = 0;
  // One engine for all of them: each document is put back before the next is touched.
  const engine = await engineOver(files, ['full']);
  const known = new Set(engine.check().findings.map(keyOf));
  for (const [path, text] of files) {
    const before = readingOf(path, text);
    if (before === undefined || isEnded(path, text)) continue;
    for (const place of structuralPlaces(text))
      for (const edit of edits) {
        if (!isAsked(index++)) continue;
        const edited = withEdit(text, place.at, edit);
        yield {
          ...place,
          path,
          edit,
          text: edited,
          outcome: outcomeOf(engine, known, before, { ...place, path, edited }),
        };
      }
    engine.update(path, { kind: 'text', text });
  }
}

function withEdit(text: string, at: number, edit: Touched['edit']): string {
  const own = text.charAt(at);
  const now = { removed: '', doubled: own + own, changed: own === 'x' ? 'q' : 'x' }[edit];
  return text.slice(0, at) + now + text.slice(at + 1);
}

function outcomeOf(
  engine: Engine,
  known: ReadonlySet<string>,
  before: Reading,
  touched: { path: string; edited: string; line: number; headingLine: number; of: StructuralPlace['of'] },
): Touched['outcome'] {
  const { path, edited } = touched;
  const after = readingOf(path, edited);
  const changed = after && differences(before, after);
  if (changed?.length === 0) return 'as before';
  engine.update(path, { kind: 'text', text: edited });
  if (engine.check([path]).findings.some((finding) => !known.has(keyOf(finding)) && isNear(finding, touched)))
    return 'said';
  if (words.has(touched.of) && after && [...after.keys()].some((key) => !before.has(key)))
    return 'another word';
  if (changed?.every((key) => before.get(key)?.isFree)) return 'free text';
  return 'silent';
}

function isNear(
  { path, range }: Finding,
  touched: { path: string; line: number; headingLine: number; of: StructuralPlace['of'] },
): boolean {
  if (path !== touched.path) return false;
  const { line } = range.start;
  const isMatter = touched.of === 'fence' || touched.of === 'kind' || touched.of === 'key';
  return Math.abs(line - touched.line) <= 1 || line === touched.headingLine || (isMatter && line <= 1);
}

/** Of a document that has ended only identity speaks (rules.md 1.3.8). */
function isEnded(path: string, text: string): boolean {
  return reader.read(path, text).document?.status === 'ended';
}

function keyOf({ path, code, message }: Finding): string {
  return `${path} ${code} ${message}`;
}

function readingOf(path: string, text: string): Reading | undefined {
  const { document } = reader.read(path, text);
  return document && new Map(partsOf(document));
}

function* partsOf(document: GovernedDocument): Generator<[string, { text: string; isFree: boolean }]> {
  yield ['kind', { text: document.kind, isFree: false }];
  for (const field of Object.values(document.keys))
    if (field) yield [`key ${field.spec.key}`, { text: field.source.text, isFree: false }];
  for (const { key, rows, items, prose } of document.sections.values()) {
    yield [`section ${key}`, { text: [rows.length, items.length].join(' '), isFree: false }];
    if (prose !== '') yield [`prose ${key}`, { text: prose, isFree: true }];
    for (const [i, item] of items.entries()) yield [`item ${key} ${i}`, { text: item.text, isFree: true }];
    for (const row of rows) {
      const cells = [...Object.values(row.cells), ...row.further.map(({ field }) => field)];
      for (const [i, field] of cells.entries())
        if (field && field.state !== 'empty')
          yield [
            `cell ${key} ${row.index} ${field.spec.key} ${i < cells.length - row.further.length ? '' : i}`,
            { text: field.source.text, isFree: field.spec.type.is === 'text' },
          ];
    }
  }
}

/** Keys of what is not as it was. */
function differences(before: Reading, after: Reading): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key)?.text !== after.get(key)?.text,
  );
}
