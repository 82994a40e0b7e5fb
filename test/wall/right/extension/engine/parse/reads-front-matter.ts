import matter from 'gray-matter';
import type { Span } from '../model/text.ts';

/** Right: what `test/wall/lint` must not be confused with. */
export const read = (text: string, span: Span): unknown => matter(text.slice(span.start, span.end), {});
