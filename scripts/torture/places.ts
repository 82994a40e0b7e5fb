import type { Finding, Range, TextEdit } from '../../extension/engine/index.ts';
import type { Position } from '../../extension/engine/index.ts';
import { demand } from './fault.ts';
import type { Files } from './sources.ts';

/** Holds places against texts that are taken apart here, and not by the engine. */
export interface Places {
  /** Demands that a range lies in its document and cuts no character in two. */
  hold(what: string, path: string, range: Range): void;
  finding(finding: Finding): void;
  /** Demands that the edits of one fix lie in their documents and do not overlap. */
  edits(what: string, edits: readonly TextEdit[]): void;
}

export function createPlaces(files: Files): Places {
  const linesOf = new Map<string, readonly string[]>();

  function lines(path: string): readonly string[] | undefined {
    const text = files.get(path);
    // Nothing can be said of a config that is not there but that it is not.
    if (text === undefined) return path === 'outrigger.yml' ? [''] : undefined;
    let known = linesOf.get(path);
    if (!known) linesOf.set(path, (known = text.split(/\r\n|\r|\n/)));
    return known;
  }

  function hold(what: string, path: string, { start, end }: Range): void {
    const its = lines(path);
    const where = (): string => `${JSON.stringify(path)} ${shownPosition(start)}-${shownPosition(end)}`;
    demand(its !== undefined, `${what} stands in a document that is not there`, where);
    demand(isIn(its, start) && isIn(its, end), `${what} stands outside of its document`, where);
    demand(!cuts(its, start) && !cuts(its, end), `${what} cuts a character in two`, where);
    const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
    demand(isOrdered, `${what} ends before it begins`, where);
  }

  function edits(what: string, all: readonly TextEdit[]): void {
    for (const { path, range } of all) hold(`an edit of ${what}`, path, range);
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1))
        demand(!overlap(a, b), `edits of ${what} overlap`, () => JSON.stringify([a, b]));
  }

  return {
    hold,
    edits,
    finding({ code, path, range, related, fixes }) {
      hold(`a finding of ${code}`, path, range);
      for (const one of related) hold(`a related place of ${code}`, one.path, one.range);
      for (const fix of fixes) edits(`a fix of ${code}`, fix.edits);
    },
  };
}

function isIn(lines: readonly string[], { line, character }: Position): boolean {
  const text = lines[line];
  return text !== undefined && Number.isInteger(character) && character >= 0 && character <= text.length;
}

function cuts(lines: readonly string[], { line, character }: Position): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test((lines[line] ?? '').slice(character - 1, character + 1));
}

function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.path === b.path && isBefore(a.range.start, b.range.end) && isBefore(b.range.start, a.range.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function shownPosition({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
