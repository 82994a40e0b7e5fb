import type { Field, GovernedDocument } from '../model/document.ts';
import type { Decimal, Scale } from '../model/value.ts';
import { fold } from '../values/fold.ts';
import { formatNumber } from '../values/format-value.ts';
import { quote } from '../values/quote.ts';
import type { ValueReader } from '../values/read-value.ts';
import { figures } from '../values/say.ts';
import { spanWithin } from '../values/span-within.ts';
import { put, readAgain } from './read-steps.ts';

/**
 * Reads "4/5" and "4 of 5" once the scale of the document is known: a score where the scale ends there, else one of
 * another scale, which is said (real-kinds P30). `fields` are all values of the document.
 */
export function readScores(values: ValueReader, document: GovernedDocument, fields: Field[]): void {
  const high = document.sections.has('scores') ? upperEnd(document.keys.scale) : undefined;
  if (high === undefined) return;
  for (const [i, before] of fields.entries()) {
    if (before.spec.type.is !== 'scoreOrPass' || !before.problem) continue;
    const after = readOutOf(before, high, values);
    if (!after) continue;
    put(document, before, after);
    fields[i] = after;
  }
}

function readOutOf(before: Field, high: Decimal, values: ValueReader): Field | undefined {
  const { source, spec } = before;
  const [, score = '', whole = ''] = outOf.exec(fold(source.text)) ?? [];
  if (whole === '') return undefined;
  const read = values.read(spec.type, { text: score, span: spanWithin(source) });
  if (read.problem || whole === high) return readAgain(before, read);
  const data = { value: quote(source.text), whole, high: figures(formatNumber(high)) };
  return readAgain(before, {
    problem: { id: 'notOfScale', data, span: spanWithin(source), replacements: [] },
  });
}

/** Whether a text is a score out of another number, which is read once the scale of the document is known. */
export function isOutOf(text: string): boolean {
  return text.length < 30 && outOf.test(fold(text));
}

/** "4/5", "4.5 / 5", "4 of 5", "4 av 5", "4 out of 5". */
const outOf = /^(\d{1,3}(?:[.,]\d{1,2})?) ?(?:\/|of|out of|av) ?(\d{1,3})$/;

/** The upper end of a scale of numbers; of five where none is stated. */
function upperEnd(stated: Field<Scale> | undefined): Decimal | undefined {
  if (stated?.value === undefined) return '5';
  return 'low' in stated.value ? stated.value.high : undefined;
}
