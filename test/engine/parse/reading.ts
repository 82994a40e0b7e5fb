import assert from 'node:assert/strict';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type {
  Field,
  GovernedDocument,
  ReadingProblem,
  Row,
  Source,
} from '../../../extension/engine/model/document.ts';
import type { SectionKey } from '../../../extension/engine/model/schema.ts';
import type { Span } from '../../../extension/engine/model/text.ts';
import { createDocumentReader, type ReadDocument } from '../../../extension/engine/parse/read-document.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { inLanguage } from '../../../extension/engine/values/wording.ts';

const reader = createDocumentReader({ catalogue, values: createValueReader(catalogue) });

export function read(text: string): ReadDocument {
  return reader.read('a.md', text);
}

export function governed(text: string): GovernedDocument {
  const result = read(text);
  assert.equal(result.is, 'governed');
  assert.ok(result.document);
  return result.document;
}

/** A document of kind sla with this body. */
export function sla(body: string): GovernedDocument {
  return governed(`---\nkind: sla\nstatus: active\n---\n${body}`);
}

export function key(document: GovernedDocument, name: string): Field {
  const field = (document.keys as Readonly<Record<string, Field | undefined>>)[name];
  assert.ok(field, `no key ${name}`);
  return field;
}

export function rows(document: GovernedDocument, section: SectionKey): readonly Row[] {
  return document.sections.get(section)?.rows ?? [];
}

export function cell(row: Row | undefined, column: string): Field {
  const field = (row?.cells as Readonly<Record<string, Field | undefined>> | undefined)?.[column];
  assert.ok(field, `no cell ${column}`);
  return field;
}

/** The texts of the cells of a section, by row. */
export function texts(document: GovernedDocument, section: SectionKey): Readonly<Record<string, string>>[] {
  return rows(document, section).map((row) =>
    Object.fromEntries(
      Object.entries(row.cells as Readonly<Record<string, Field | undefined>>)
        .map(([column, field]): [string, string] => [column, field?.source.text ?? ''])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}

export function written(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Problems as "id: characters". */
export function said(result: ReadDocument | GovernedDocument): string[] {
  const [text, problems] = 'text' in result ? [result.text, result.problems] : ['', problemsOf(result)];
  return problems.map(({ id, span }) => (text === '' ? id : `${id}: ${written(text, span)}`));
}

function problemsOf(result: ReadDocument): readonly ReadingProblem[] {
  return result.document?.problems ?? ('problems' in result ? result.problems : []);
}

/** The text with the edits of one fix of one problem made. */
export function fixed(document: GovernedDocument, problem = 0, fix = 0): string {
  const edits = document.problems[problem]?.fixes?.[fix]?.edits;
  assert.ok(edits, 'no such fix');
  let { text } = document;
  for (const { span, text: replacement } of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, span.start) + inLanguage(replacement, 'en') + text.slice(span.end);
  }
  return text;
}

/** Every place that a document names. */
export function spansOf(document: GovernedDocument): Span[] {
  const spans: Span[] = [
    document.titleSpan,
    document.kindSpan,
    document.fenceSpan,
    ...document.keyPlaces.values(),
  ];
  const add = (source: Source): void => {
    spans.push(source.span);
    for (const link of source.links ?? []) spans.push(link.span, link.targetSpan);
    for (const code of source.codes ?? []) spans.push(code.span);
    for (const item of source.items ?? []) add(item);
  };
  for (const field of sourcesOf(document)) add(field);
  for (const { span } of document.headings) spans.push(span);
  for (const link of document.proseLinks) spans.push(link.span, link.targetSpan);
  for (const problem of document.problems) {
    spans.push(problem.span, ...(problem.related ?? []).map(({ span }) => span));
    for (const fix of problem.fixes ?? []) spans.push(...fix.edits.map(({ span }) => span));
  }
  for (const section of document.sections.values()) {
    spans.push(
      section.heading.span,
      ...section.items.map(({ span }) => span),
      ...section.rows.map(({ span }) => span),
    );
    for (const field of fieldsOf(document)) if (field.problem) spans.push(field.problem.span);
  }
  return spans;
}

export function fieldsOf(document: GovernedDocument): Field[] {
  const fields = Object.values(document.keys as Readonly<Record<string, Field | undefined>>);
  for (const section of document.sections.values()) {
    for (const row of section.rows) {
      fields.push(...Object.values(row.cells as Readonly<Record<string, Field | undefined>>));
      fields.push(...row.further.map(({ field }) => field));
    }
  }
  return fields.filter((field) => field !== undefined);
}

export function sourcesOf(document: GovernedDocument): Source[] {
  const headers = [...document.sections.values()].flatMap((section) => [
    ...section.columns.values(),
    ...section.furtherHeaders,
  ]);
  return [...fieldsOf(document).map(({ source }) => source), ...headers];
}
