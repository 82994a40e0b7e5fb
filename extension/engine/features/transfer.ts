import type { GovernedDocument } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { lineBreakOf } from '../parse/lines.ts';
import { withEdits, type Replaced } from './write-cells.ts';

/** Characters of the document that something leaves, or characters that are new. */
export type Part = Span | string;

/** Parts that come to stand at one place of the document that they come to. */
export interface Placed {
  readonly at: number;
  readonly parts: readonly Part[];
}

/** What moves from one document to another. */
export interface Transfer {
  readonly from: GovernedDocument;
  readonly to: {
    readonly path: string;
    /** Absent where the document is a new one. */
    readonly document?: GovernedDocument;
  };
  readonly placed: readonly Placed[];
  /** What the first document loses; absent where all of it goes, and its file with it. */
  readonly removed?: readonly Span[];
}

/** Edits that go with a transfer: at the places of the texts as they are before it. */
export interface EditsBeside {
  /** Of what stays where it is, by path. */
  readonly staying: ReadonlyMap<string, readonly Replaced[]>;
  /** Of what moves. */
  readonly moving: readonly Replaced[];
}

const noEdits: EditsBeside = { staying: new Map(), moving: [] };

/** The texts of both documents afterwards, by path; undefined of a file that goes. */
export function transferred(
  { from, to, placed, removed }: Transfer,
  { staying, moving }: EditsBeside = noEdits,
): ReadonlyMap<string, string | undefined> {
  const breaks = lineBreakOf(to.document?.text ?? from.text);
  const written = (parts: readonly Part[]): string =>
    parts
      .map((part) => (typeof part === 'string' ? part : sliceOf(from.text, part, moving)))
      .join('')
      .replace(/\r\n|\r|\n/g, breaks);
  const added = placed.map(({ at, parts }) => ({ span: { start: at, end: at }, text: written(parts) }));
  const target = to.document?.text ?? '';
  const edits = staying.get(from.path) ?? [];
  const left = removed?.map((span) => ({ span, text: '' }));
  return new Map([
    [
      from.path,
      left && withEdits(from.text, [...edits.filter(({ span }) => !isWithinAny(span, removed)), ...left]),
    ],
    [to.path, withEdits(target, [...(staying.get(to.path) ?? []), ...added])],
  ]);
}

function sliceOf(text: string, { start, end }: Span, edits: readonly Replaced[]): string {
  const own = edits.filter(({ span }) => isWithin(span, { start, end }));
  return withEdits(
    text.slice(start, end),
    own.map((edit) => ({
      text: edit.text,
      span: { start: edit.span.start - start, end: edit.span.end - start },
    })),
  );
}

export function isWithin(span: Span, { start, end }: Span): boolean {
  return span.start >= start && span.end <= end;
}

export function isWithinAny(span: Span, around: readonly Span[] = []): boolean {
  return around.some((one) => isWithin(span, one));
}

/** The characters that move, where there are some. */
export function movedSpans({ placed }: Transfer): readonly Span[] {
  return placed.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
}

/** Parts of a body whose headings stand so many levels deeper. */
export function deepened(
  text: string,
  span: Span,
  headings: readonly { readonly lines: Span; readonly level: number }[],
  by: number,
): readonly Part[] {
  if (by === 0) return [span];
  const parts: Part[] = [];
  let at = span.start;
  for (const { lines, level } of headings) {
    if (!isWithin(lines, span)) continue;
    const words = headingWords(text, lines);
    parts.push(
      { start: at, end: lines.start },
      `${'#'.repeat(Math.min(6, Math.max(1, level + by)))} `,
      words,
      lineBreakOf(text),
    );
    at = lines.end;
  }
  return [...parts, { start: at, end: span.end }];
}

/** The words of a heading without what makes them one. */
export function headingWords(text: string, { start, end }: Span): Span {
  const marks = /^[ \t]*#{1,6}[ \t]*/.exec(text.slice(start, end))?.[0].length;
  const words =
    marks === undefined
      ? /^[ \t]*([^\r\n]*)/.exec(text.slice(start, end))![0]
      : text.slice(start, end).replace(/(?:[ \t]#+)?[ \t]*[\r\n]*$/, '');
  return { start: start + (marks ?? 0), end: start + words.trimEnd().length };
}
