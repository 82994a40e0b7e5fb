import type { Source, ValueProblem } from '../model/document.ts';
import type { Failure, Outcome } from './part.ts';
import { spanWithin } from './span-within.ts';

export type ReadResult =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: ValueProblem; readonly value?: undefined };

/** What was read of a source, or the problem of the document that it did not read. */
export function resultOf(outcome: Outcome<unknown>, source: Source): ReadResult {
  return outcome.failure ? { problem: problemOf(outcome.failure, source) } : { value: outcome.value };
}

/** A failure in the text of a source, or in what begins at `base` in it, as a problem of the document. */
export function problemOf(
  { id, data, from, to, replacements, replaced }: Failure,
  source: Source,
  base = 0,
): ValueProblem {
  const span = spanWithin(source, base + from, base + to);
  if (!replaced) return { id, data, span, replacements };
  return {
    id,
    data,
    span,
    replacements,
    replaced: spanWithin(source, base + replaced.from, base + replaced.to),
  };
}
