import type { Source } from '../model/document.ts';
import type { Span } from '../model/text.ts';

/** The characters of the document in which the UTF-16 units `from` to `to` of a source's text stand. */
export function spanWithin(source: Source, from = 0, to = source.text.length): Span {
  const start = placeOf(source, from);
  return { start, end: Math.max(start, endOf(source, from, to)) };
}

/**
 * The characters to take away for another text in the place of these. Where that is the whole text of the source with
 * marks in it, those around it go as well: half of a pair would be text.
 */
export function spanReplaced(source: Source, span: Span): Span {
  const all = spanWithin(source);
  const isWhole = span.start === all.start && span.end === all.end;
  return isWhole && span.end - span.start !== source.text.length ? source.span : span;
}

function placeOf(source: Source, at: number): number {
  if (source.map) return source.map[at] ?? source.span.end;
  const { text, span } = source;
  const leading = text.length === span.end - span.start ? 0 : text.length - text.trimStart().length;
  return Math.min(Math.max(span.start + at - leading, span.start), span.end);
}

function endOf(source: Source, from: number, to: number): number {
  const { map, text } = source;
  if (!map || to <= from) return placeOf(source, to);
  // After a letter or digit that stands for itself the end is one on; the map's next place may lie
  // behind the mark of an emphasis. Other characters may be written as an entity or an escape.
  const last = map[to - 1];
  return last !== undefined && /[A-Za-z0-9]/.test(text.charAt(to - 1)) ? last + 1 : placeOf(source, to);
}
