import type { Field } from '../model/document.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey } from '../model/schema.ts';
import type { NumberRange, Scale } from '../model/value.ts';
import { listHolding } from './scale.ts';

/** The scale that ratings of one sort are steps of. */
export interface StepScale {
  readonly steps: Scale;
  /** Words that are steps of a range of numbers too, as "basic" is of five levels. */
  readonly words?: readonly string[];
  /** The key or the header that states it. */
  readonly stated?: Field;
}

/** What ratings are about that have one scale: those of risks two. */
export type Axis = 'likelihood' | 'impact' | 'level';

/** The kind whose scale a rating is a step of; the one key that is none of a row is the appetite of a register. */
export function kindOfStep({ row }: Field): KindKey {
  return row?.section.spec.kind ?? 'risk-register';
}

/** What a rating is about; the appetite, which is about both, is said with likelihood. */
export function axisOf({ row, spec }: Field): Axis {
  if (!row) return 'likelihood';
  const key = spec.key.replace(/_after$/, '');
  return key === 'likelihood' || key === 'impact' ? key : 'level';
}

/**
 * The scale of the ratings of a kind in a document, given its values: the stated one; else, if all ratings are words of
 * one list, or all that are about the same, that list; else the usual one of the kind. A scale of words that are stated
 * for likelihood holds none for impact where all of these are words of another list of as many.
 */
export function stepScale(
  kind: KindKey,
  axis: Axis,
  fields: readonly Field[],
  key: Field | undefined,
): StepScale {
  const ratings = fields.filter((field) => isRating(field, kind));
  const own = ratings.filter((field) => axisOf(field) === axis);
  const stated = key && isScaleOf(kind, key) ? key : undefined;
  if (!stated) {
    const list = listOf(ratings) ?? listOf(own);
    return list ? { steps: list } : inRange(usual[kind] ?? oneToFive, own, axis);
  }
  const scale = stated.value as Scale;
  if ('low' in scale) return { ...inRange(scale, own, axis), stated };
  const isOther = own.every(({ value }) => !scale.includes(value as string));
  const other = isOther ? listOf(own, scale.length) : undefined;
  return other ? { steps: other } : { steps: scale, stated };
}

/** The steps that a rating may be; an appetite in numbers is a product of two. */
export function stepsFor({ row }: Field, { steps }: StepScale): Scale {
  if (row || !('low' in steps)) return steps;
  const square = (n: string): string => String(Number(n) ** 2);
  return { low: square(steps.low), high: square(steps.high) };
}

/** Scales that nobody has to state. */
const oneToFive: NumberRange = { low: '1', high: '5' };
const usual: Readonly<Partial<Record<KindKey, NumberRange>>> = { skills: { low: '0', high: '4' } };

/** Whether a key `scale` that reads is about what is rated in documents of a kind. */
export function isScaleOf(kind: KindKey, { state, spec }: Field): boolean {
  return state === 'read' && spec === catalogue.kinds[kind].keys.find(({ key }) => key === 'scale');
}

/** Levels may be words beside numbers where these are as many as a list has words (real-kinds P22). */
function inRange(range: NumberRange, own: readonly Field[], axis: Axis): StepScale {
  if (axis !== 'level') return { steps: range };
  const words = own.map(({ value }) => value as string).filter(isWord);
  const list = listHolding(words, Number(range.high) - Number(range.low) + 1);
  return list ? { steps: range, words: list } : { steps: range };
}

/** The list that holds all ratings, if each is a word. */
function listOf(ratings: readonly Field[], count?: number): readonly string[] | undefined {
  return listHolding(
    ratings.map(({ value }) => value as string),
    count,
  );
}

/** Cells that rate; numbers below a team are people. */
function isRating({ row, spec, state, value }: Field, kind: KindKey): boolean {
  if (spec.type.is !== 'step' || state !== 'read' || row?.section.spec.kind !== kind) return false;
  return row.section.spec.columns.includes(spec) || isWord(value as string);
}

export function isWord(step: string): boolean {
  return !/^-?\d+$/.test(step);
}

/** The place of a step in a scale: a number itself, of words the first 1; undefined where it is no step of it. */
export function placeOf(step: string, { steps, words }: StepScale): number | undefined {
  if (!('low' in steps)) {
    const place = steps.indexOf(step);
    return place < 0 ? undefined : place + 1;
  }
  const place = isWord(step) ? placeAmong(words ?? [], step, Number(steps.low)) : Number(step);
  return place !== undefined && place >= Number(steps.low) && place <= Number(steps.high) ? place : undefined;
}

function placeAmong(words: readonly string[], step: string, first: number): number | undefined {
  const place = words.indexOf(step);
  return place < 0 ? undefined : first + place;
}
