import { CsvError, parse } from 'csv-parse/sync';
import type { TableLine } from '../engine/editing.ts';
import { say } from '../engine/model/said.ts';
import { UsageError } from './shell.ts';

/** Signs that part the cells of a line; a spreadsheet in a language with decimal commas writes semicolons. */
const separators = [',', ';', '\t'] as const;

/**
 * The lines of a file of separated values in UTF-8, empty ones left out, as RFC 4180 has them; separated by commas,
 * semicolons or tabs, whichever the first line has most of. Throws a UsageError where it is no such file.
 */
export function readTable(bytes: Uint8Array, name: string): readonly TableLine[] {
  const text = textOf(bytes, name);
  const [first = ''] = text.split(/[\r\n]/, 1);
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const countOf = (sign: string): number => bare.split(sign).length - 1;
  const delimiter = separators.reduce((best, sign) => (countOf(sign) > countOf(best) ? sign : best));
  try {
    // Its types know no form with `info`.
    const records: unknown = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return (records as readonly InfoAndCells[]).map(({ info, record }) => ({
      // Counted when all of it has been read: its cells may hold line breaks.
      line: info.lines - record.join('').split(/\r\n|\n|\r/).length + 1,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UsageError(
      say('"{{name}}" is no table of separated values: line {{line}} has a quotation mark out of place.', {
        name,
        line: String(Number(error['lines'] ?? 1)),
      }),
    );
  }
}

interface InfoAndCells {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(
      say('"{{name}}" is not in UTF-8. Save it as CSV in UTF-8, as spreadsheets offer it.', { name }),
    );
  }
}
