import type { Said } from '../model/said.ts';
import type { ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';

/** What in front matter cannot be read. */
export function matterProblem(
  id: string,
  span: Span,
  data: Said['data'] = {},
  extra: Partial<ReadingProblem> = {},
): ReadingProblem {
  return { code: 'DOC001', id, data, span, ...extra };
}
