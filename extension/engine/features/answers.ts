import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { Question } from '../model/finding.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import type { FieldSpec } from '../model/schema.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { languageOf } from '../resolve/document-language.ts';
import { isFilled } from '../resolve/is-filled.ts';
import { cellOf } from '../resolve/names.ts';
import { tableLines } from '../rules/insert.ts';
import { columnTitle, joined } from '../values/say.ts';
import { wordIn } from '../values/words-in.ts';
import { matterLine } from './scaffold.ts';
import { cellsFilled, withEdits } from './write-cells.ts';

/** A question that one value answers: of a key, or of a cell that is empty. */
export interface OpenValue {
  /** `Results[0].Result`, or a key. */
  readonly at: string;
  readonly spec: FieldSpec;
  /** What is asked: of a cell with the row that it stands in. */
  readonly asks: readonly Said[];
}

/** Those of the questions about a document that one value answers. */
export function openValues(document: GovernedDocument, questions: readonly Question[]): readonly OpenValue[] {
  return questions.flatMap(({ at: place, said, data }): readonly OpenValue[] => {
    // A key that is not there has no place of its own.
    const at = place === '' ? (data['key'] ?? '') : place;
    const spec = keySpec(document, at);
    if (spec) return [{ at, spec, asks: [said.ask] }];
    const cell = cellAt(document, at);
    if (!cell || isFilled(cellOf(cell.row, cell.spec.key))) return [];
    const { row, spec: column } = cell;
    const name = joined([...rowCalled(row), columnTitle(column, row.section.spec)], ', ');
    return [{ at, spec: column, asks: [joined([name, said.ask], ': ')] }];
  });
}

/** What a person knows a row by: its name, of a row without one what stands first in it. */
export function rowCalled(row: Row): readonly string[] {
  const { identity } = row.section.spec;
  const names = identity.flatMap((key) => cellOf(row, key)?.source.text || []);
  if (identity.length > 0) return names;
  const fields: readonly (Field | undefined)[] = Object.values(row.cells);
  return fields
    .filter(isFilled)
    .flatMap((field) => field?.source.text ?? [])
    .slice(0, 1);
}

/** The text of a document with a value at a place; undefined where it cannot be written there without losing something. */
export function withValue(document: GovernedDocument, at: string, value: string): string | undefined {
  if (keySpec(document, at)) return withKey(document, at, value);
  const place = cellAt(document, at);
  if (!place) return undefined;
  const { row, spec } = place;
  const edits = cellsFilled(row.section, row, new Map([[spec.key, value]]), tableLines(document));
  return edits && withEdits(document.text, edits);
}

/** Where the language of a document comes from that says none itself. */
export type LanguageFrom = Pick<View, 'lead' | 'defaultLanguage'>;

/**
 * The text of a draft as it stands once it is final: in the word that the newest final record of its language has, else in
 * that of the format.
 */
export function asFinal(
  record: GovernedDocument,
  others: readonly GovernedDocument[],
  from: LanguageFrom,
): string | undefined {
  const language = languageOf(record, from);
  const like = others.findLast(
    (other) => other.kind === 'record' && other.status === 'active' && languageOf(other, from) === language,
  );
  return withValue(record, 'status', like?.keys.status?.source.text ?? wordIn(language, 'status', 'final'));
}

function keySpec({ kind }: GovernedDocument, at: string): FieldSpec | undefined {
  return catalogue.kinds[kind].keys.find(({ key }) => key === at);
}

interface CellPlace {
  readonly row: Row;
  readonly spec: FieldSpec;
}

/** The cell that a place names; undefined where it is none. */
export function cellAt(document: GovernedDocument, at: string): CellPlace | undefined {
  const [, title, index, column] = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(at) ?? [];
  const section = [...document.sections.values()].find(({ spec }) => spec.title === title);
  const row = section?.rows[Number(index)];
  const spec = section?.spec.columns.find((one) => one.title === column);
  return row && spec && { row, spec };
}

/** Writes a value behind its key, or adds the key where front matter ends. */
function withKey(document: GovernedDocument, key: string, value: string): string | undefined {
  const { text } = document;
  const line = matterLine(key, value);
  const place = document.keyPlaces.get(key);
  if (!place) {
    const end = document.keysEnd;
    if (end === undefined) return undefined;
    return withEdits(text, [{ span: { start: end, end }, text: line + lineBreakOf(text) }]);
  }
  const { source, state } = (document.keys as Readonly<Record<string, Field | undefined>>)[key] ?? {};
  const written = line.slice(key.length + 1).trim();
  // A list on lines of its own is more than one value.
  if (source?.items && text.slice(source.span.start, source.span.end).includes('\n')) return undefined;
  if (source && state !== 'empty') return withEdits(text, [{ span: source.span, text: written }]);
  const colon = text.indexOf(':', place.end) + 1;
  return withEdits(text, [{ span: { start: colon, end: colon }, text: ` ${written}` }]);
}
