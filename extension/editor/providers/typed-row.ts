import type { Finding, Range } from '../../engine/index.ts';

/** A change of a text: what stood in `range` became `text`. */
export interface TextChange {
  readonly range: Range;
  readonly text: string;
}

/** Lines of a text, the last one included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** What is said by path, by place. */
export type SaidByPath = ReadonlyMap<string, readonly Finding[]>;

/** A finding that was there, at the place where its characters are by now. */
interface Place {
  readonly code: string;
  readonly messageId: string;
  readonly range: Range;
}

/** The document whose text has changed since, with what was said of it moved along. */
interface Edited {
  places: readonly Place[];
  /** Lines that were changed, other than the row that is typed now. */
  touched: ReadonlySet<number>;
}

/**
 * What may be said while somebody types: nothing of the row under the cursor, and nothing that follows from it
 * elsewhere, until the cursor leaves it or the document is saved. What was there before is said all the same, wherever
 * its characters have moved.
 */
export class TypedRow {
  /** Undefined until something was judged. */
  #before: SaidByPath | undefined;
  readonly #edited = new Map<string, Edited>();
  #typed: { readonly path: string; readonly row: Lines } | undefined;

  /** The document and the lines that are typed now. */
  typed(): { readonly path: string; readonly row: Lines } | undefined {
    return this.#typed;
  }

  /** Takes what was just judged for what is there, where nothing is typed; `isJudged` says of which texts it speaks. */
  judged(said: SaidByPath, isJudged: (path: string) => boolean): void {
    if (this.#typed) return;
    this.#before = said;
    // What was said of another text than there is now has wrong places: that of before was moved along.
    for (const path of this.#edited.keys()) if (isJudged(path)) this.#edited.delete(path);
  }

  /**
   * A text changed. Where it changed within one row under the cursor, that row is typed from now on; `row` is undefined
   * for every other change, which ends the typing of a row in that document.
   */
  changed(path: string, changes: readonly TextChange[], row: Lines | undefined): void {
    if (this.#typed && (this.#typed.path !== path || !isSame(this.#typed.row, row))) this.left();
    const { places, touched } = this.#edited.get(path) ?? {
      places: this.#before?.get(path) ?? [],
      touched: new Set(),
    };
    const inOrder = [...changes].sort((a, b) => compare(b.range.start, a.range.start));
    this.#edited.set(path, {
      places: inOrder.reduce(
        (moved, change) => moved.map((place) => ({ ...place, range: movedBy(change, place.range) })),
        places,
      ),
      touched: row ? touched : inOrder.reduce(touchedBy, touched),
    });
    if (row) this.#typed = { path, row };
  }

  /** The cursor left the row, or the document was saved. */
  left(): void {
    if (!this.#typed) return;
    const { path, row } = this.#typed;
    const edited = this.#edited.get(path);
    if (edited) edited.touched = new Set([...edited.touched, ...linesIn(row)]);
    this.#typed = undefined;
  }

  /**
   * Of what is said of a document, what is to be shown now; the same list where that is all of it. Where other files have
   * changed since the typing began, what is new elsewhere may come from them, and is shown.
   */
  shownOf(path: string, findings: readonly Finding[], haveOthersChanged: boolean): readonly Finding[] {
    if (!this.#typed || findings === this.#before?.get(path)) return findings;
    const { row } = this.#typed;
    const edited = this.#edited.get(path);
    const places: readonly Place[] = edited?.places ?? this.#before?.get(path) ?? [];
    const isHere = path === this.#typed.path;
    const shown = findings.filter((finding) => {
      if (places.some((place) => isOf(place, finding))) return true;
      if (isHere && isWithin(finding.range, row)) return false;
      return haveOthersChanged || !this.#before || edited?.touched.has(finding.range.start.line) === true;
    });
    return shown.length === findings.length ? findings : shown;
  }
}

/** The row that a line belongs to: the item of a list with what continues it, else the line alone. */
export function rowAround(lineAt: (line: number) => string, lineCount: number, line: number): Lines {
  let first = line;
  for (let steps = 0; steps < linesOfItem && first > 0 && isContinued(lineAt(first)); steps++) first--;
  if (!isItem(lineAt(first))) return { first: line, last: line };
  let last = line;
  while (last - first < linesOfItem && last + 1 < lineCount && isContinued(lineAt(last + 1))) last++;
  return { first, last };
}

const linesOfItem = 50;

function isItem(text: string): boolean {
  return /^\s{0,12}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(text);
}

/** An indented line that begins no item goes on with what stands above it. */
function isContinued(text: string): boolean {
  return /^\s+\S/.test(text) && !isItem(text);
}

function linesIn({ first, last }: Lines): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function isSame(a: Lines, b: Lines | undefined): boolean {
  return b !== undefined && a.first === b.first && a.last === b.last;
}

function isWithin({ start, end }: Range, { first, last }: Lines): boolean {
  return start.line <= last && end.line >= first;
}

/** Whether a finding says of these characters what was said of them before. */
function isOf(place: Place, { code, messageId, range }: Finding): boolean {
  return (
    place.code === code &&
    place.messageId === messageId &&
    compare(place.range.start, range.end) <= 0 &&
    compare(range.start, place.range.end) <= 0
  );
}

type Position = Range['start'];

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Where characters are after a change; what it wrote into belongs to them. */
function movedBy({ range: { start, end }, text }: TextChange, range: Range): Range {
  const stop = endOf(start, text);
  const move = (at: Position, inside: Position): Position => {
    if (compare(at, start) < 0) return at;
    if (compare(at, end) < 0) return inside;
    return at.line === end.line
      ? { line: stop.line, character: stop.character + at.character - end.character }
      : { line: at.line + stop.line - end.line, character: at.character };
  };
  return { start: move(range.start, start), end: move(range.end, stop) };
}

function endOf({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1)!.length;
  return { line: line + lines.length - 1, character: lines.length === 1 ? character + last : last };
}

/** The lines that were changed, as they are numbered after one more change. */
function touchedBy(
  touched: ReadonlySet<number>,
  { range: { start, end }, text }: TextChange,
): ReadonlySet<number> {
  const stop = endOf(start, text);
  const moved = [...touched].map((line) =>
    line > end.line ? line + stop.line - end.line : Math.min(line, stop.line),
  );
  return new Set([...moved, ...linesIn({ first: start.line, last: stop.line })]);
}
