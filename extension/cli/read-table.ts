import { separatedValues, type TableLine } from '../engine/editing.ts';
import { say } from '../engine/model/said.ts';
import { UsageError } from './shell.ts';

/** The lines of a file of separated values in UTF-8, empty ones left out. Throws a UsageError where it is no such file. */
export function readTable(bytes: Uint8Array, name: string): readonly TableLine[] {
  const read = separatedValues(textOf(bytes, name));
  if (read.is === 'table') return read.lines;
  throw new UsageError(
    say('"{{name}}" is no table of separated values: line {{line}} has a quotation mark out of place.', {
      name,
      line: String(read.line),
    }),
  );
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
