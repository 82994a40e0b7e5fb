import type { ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';

/** What in front matter cannot be read. */
export function matterProblem(
  id: string,
  span: Span,
  data: Readonly<Record<string, string>> = {},
  extra: Partial<ReadingProblem> = {},
): ReadingProblem {
  return { code: 'DOC001', id, data, span, ...extra };
}
