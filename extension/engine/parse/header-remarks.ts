import type { Field, GovernedDocument, ReadingProblem, Source } from '../model/document.ts';
import type { FieldSpec, SectionSpec, ValueType } from '../model/schema.ts';
import type { Quantity, Scale } from '../model/value.ts';
import { fold } from '../values/fold.ts';
import { isUnit } from '../values/quantity.ts';
import { quote } from '../values/quote.ts';
import type { ReadResult } from '../values/read-result.ts';
import { listHolding } from '../values/scale.ts';
import type { ValueReader } from '../values/read-value.ts';
import { say } from '../values/say.ts';
import { spanWithin } from '../values/span-within.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What stands in brackets behind the name in a header, with its place in the text: "hours" of "RTO (hours)". */
function remarkIn(
  header: string,
): { readonly text: string; readonly from: number; readonly to: number } | undefined {
  const match = /^[^([{]+[([{]([^()[\]{}]*)[)\]}]\s*:?\s*$/.exec(header);
  if (!match) return undefined;
  const raw = match[1]!;
  const from = header.search(/[([{]/) + 1 + raw.length - raw.trimStart().length;
  return { text: raw.trim(), from, to: from + raw.trim().length };
}

/**
 * The unit that a header gives to the bare numbers below it: "hours" of "RTO (hours)", "EUR" of "Cost (EUR)". Undefined
 * where what stands in brackets makes no value of a number.
 */
export function unitOfHeader(values: ValueReader, { type }: FieldSpec, header: string): string | undefined {
  const remark = withUnits.has(type.is) ? remarkIn(header)?.text : undefined;
  if (remark === undefined) return undefined;
  for (const piece of remark.split(/[,;]/)) {
    const word = piece.trim().replace(/^(?:in|i|unit|enhet)[ :]+/i, '');
    const reads = word !== '' && !values.read(type, asSource(`1 ${word}`)).problem;
    if (reads && (type.is !== 'quantity' || isUnit(fold(word)))) return word;
  }
  return undefined;
}

const withUnits: ReadonlySet<ValueType['is']> = new Set<ValueType['is']>([
  'duration',
  'percent',
  'money',
  'quantity',
]);

function asSource(text: string): Source {
  return { text, span: { start: 0, end: text.length } };
}

/** Reads a value of which a header gives the unit, where it has none of its own. */
export function readInUnit(values: ValueReader, type: ValueType, source: Source, unit: string): ReadResult {
  const plain = values.read(type, source);
  const full = { ...source, text: `${source.text} ${unit}` };
  if (!plain.problem) {
    const quantity = type.is === 'quantity' ? (plain.value as Quantity) : undefined;
    const isBare = quantity && !quantity.noData && quantity.unit === undefined && quantity.of === undefined;
    const its = isBare ? (values.read(type, asSource(`1 ${unit}`)).value as Quantity).unit : undefined;
    return its === undefined ? plain : { value: { ...quantity, unit: its } };
  }
  const read = values.read(type, full);
  if (!read.problem) return read;
  // "4-8" below hours is either end of them.
  const { replacements } = read.problem;
  if (/\p{L}/u.test(source.text) || replacements.length === 0) return plain;
  return { problem: { ...plain.problem, replacements, span: spanWithin(source), replaced: source.span } };
}

/** Which sections rate in steps of the key `scale` of their kind, and in which columns. */
const rated: Readonly<Record<string, readonly string[]>> = {
  risks: ['likelihood', 'impact', 'likelihood_after', 'impact_after'],
  required_skills: ['level'],
  criteria: ['minimum'],
};

/**
 * A scale that headers state ("Likelihood (1-5)") as the key that the document lacks; where the key is there and says
 * another one, a problem.
 */
export function scaleOfHeaders(
  { keyOf }: Pick<Vocabulary, 'keyOf'>,
  values: ValueReader,
  document: GovernedDocument,
  stated: Field | undefined,
  problems: ReadingProblem[],
): Field | undefined {
  let scale = stated?.state === 'empty' ? undefined : stated;
  for (const section of document.sections.values()) {
    const spec = keyOf(section.spec.kind, 'scale');
    if (!spec) continue;
    for (const [column, header] of section.columns) {
      if (!isRated(section.spec, column)) continue;
      const remark = remarkIn(header.text);
      const read = remark && values.read({ is: 'scale' }, asSource(remark.text));
      if (!read || read.problem || !isKnown(read.value as Scale)) continue;
      const span = spanWithin(header, remark.from, remark.to);
      const source = { text: remark.text, span };
      if (!scale) scale = { document, spec, source, state: 'read', value: read.value };
      else if (
        scale.spec === spec &&
        scale.state === 'read' &&
        isOther(scale.value as Scale, read.value as Scale)
      )
        problems.push({
          code: 'DOC019',
          id: 'otherScale',
          data: { scale: quote(remark.text), stated: quote(scale.source.text) },
          span,
          related: [{ span: scale.source.span, message: say('the scale of the document') }],
        });
    }
  }
  return scale === stated ? undefined : scale;
}

function isRated({ key }: SectionSpec, column: string): boolean {
  return rated[key]?.includes(column) === true;
}

/** Words of a remark in a header may be anything; those of a list of ratings are a scale. */
function isKnown(scale: Scale): boolean {
  return 'low' in scale || listHolding(scale) !== undefined;
}

/** Whether a header states another scale than the document. Likelihood and impact may have other words, as many. */
function isOther(scale: Scale, stated: Scale): boolean {
  if ('low' in scale || 'low' in stated) return JSON.stringify(scale) !== JSON.stringify(stated);
  if (scale.length !== stated.length) return true;
  const same = scale.filter((word, i) => word === stated[i]).length;
  return same < scale.length && scale.some((word) => stated.includes(word));
}
