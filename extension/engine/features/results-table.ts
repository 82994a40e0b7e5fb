import type { GovernedDocument, Row } from '../model/document.ts';
import { lineOf } from '../model/text.ts';
import { splitRow } from '../parse/split-row.ts';
import { asCellText } from '../rules/replacement.ts';

/** One record of a file of separated values. */
export interface TableLine {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line of a table of results that was given, with what was read of it. */
export interface GivenResult {
  readonly line: number;
  /** Undefined where it reads as no row: a line that names a group, or a total. */
  readonly row: Row<'results'> | undefined;
}

export interface GivenTable {
  readonly results: readonly GivenResult[];
  /** Columns of Results that it has, by key. */
  readonly columns: ReadonlySet<string>;
  /** Headers of other columns. */
  readonly unread: readonly string[];
}

const nothing: GivenTable = { results: [], columns: new Set(), unread: [] };

/** Reads the text of a document that is not kept. */
export type ReadText = (path: string, text: string) => GovernedDocument | undefined;

/**
 * Reads a table that was given as the section Results of a record would be: with the same names of columns, in either
 * language and of the config, and the same values. `lines` begin with the header; lines without a word are nothing.
 */
export function readResults(path: string, lines: readonly TableLine[], read: ReadText): GivenTable {
  const [header, ...rows] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!header) return nothing;
  const text = [
    '---\nkind: record\nstatus: draft\n---\n\n## Results\n',
    lineOfCells(header.cells),
    `|${' --- |'.repeat(header.cells.length)}`,
    ...rows.map(({ cells }) => lineOfCells(header.cells.map((_, i) => cells[i] ?? ''))),
    '',
  ].join('\n');
  const document = read(path, text);
  const section = document?.sections.get('results');
  if (!document || !section) return nothing;
  const first = text.split('\n').length - 1 - rows.length;
  const byLine = new Map(
    section.rows.map((row) => [lineOf(document.lineStarts, row.span.start) - first, row] as const),
  );
  const known = new Set([...section.columns.values()].map(({ span }) => span.start));
  const start = document.lineStarts[first - 2] ?? 0;
  const titles = splitRow(text, start, document.lineStarts[first - 1] ?? start).filter((_, i) => i % 2 === 0);
  return {
    unread: header.cells.filter((cell, i) => cell.trim() !== '' && !known.has(titles[i] ?? -1)),
    results: rows.map(({ line }, i) => ({ line, row: byLine.get(i) })),
    columns: new Set(section.columns.keys()),
  };
}

function lineOfCells(cells: readonly string[]): string {
  return `|${cells.map((cell) => ` ${asCellText(cell.replace(/[\s\p{Cc}]+/gu, ' ').trim())} |`).join('')}`;
}
