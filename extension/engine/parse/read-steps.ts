import type { Field, GovernedDocument, ValueProblem } from '../model/document.ts';
import type { KindKey } from '../model/schema.ts';
import type { Scale } from '../model/value.ts';
import { fold } from '../values/fold.ts';
import { ratingWords } from '../values/grammar-words.ts';
import type { ReadResult } from '../values/read-result.ts';
import type { ValueReader } from '../values/read-value.ts';
import { stepsSaid } from '../values/step.ts';
import {
  axisOf,
  isScaleOf,
  isWord,
  kindOfStep,
  placeOf,
  stepScale,
  stepsFor,
  type StepScale,
} from '../values/step-scale.ts';
import { inLanguage } from '../values/wording.ts';
import { readMarked } from './read-marked.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Reads the ratings that did not read anew once the scale of their document is known: they may be words of its own, and
 * what they may be is said of those that are not. `fields` are all values of the document.
 */
export function readSteps(
  { catalogue }: Pick<Vocabulary, 'catalogue'>,
  values: ValueReader,
  document: GovernedDocument,
  fields: Field[],
): void {
  const unread = fields.flatMap(({ spec, problem }, i) => (spec.type.is === 'step' && problem ? [i] : []));
  const stated = document.keys.scale;
  for (const i of unread) {
    const before = fields[i]!;
    const own = statedWords(kindOfStep(before), stated);
    const type = own.length > 0 ? ({ is: 'step', words: own } as const) : before.spec.type;
    replace(i, readAgain(before, readMarked(values, catalogue.words, type, before.source)));
  }
  // What a rating may be is only known when all are read.
  for (const i of unread) {
    const { problem } = fields[i]!;
    if (problem?.id === 'notStep') replace(i, offering(fields[i]!, problem));
  }

  function replace(i: number, after: Field): void {
    put(document, fields[i]!, after);
    fields[i] = after;
  }

  function offering(field: Field, problem: ValueProblem): Field {
    const scale = stepScale(kindOfStep(field), axisOf(field), fields, stated);
    const steps = stepsSaid(stepsFor(field, scale));
    const replacements = problem.replacements.filter((text) => isStep(inLanguage(text, 'en'), field, scale));
    return { ...field, problem: { ...problem, data: { ...problem.data, steps }, replacements } };
  }
}

/** Whether what would be written is a step of the scale; an appetite may be any number. */
function isStep(text: string, { row }: Field, scale: StepScale): boolean {
  const word = fold(text);
  const own = 'low' in scale.steps ? undefined : scale.steps.find((step) => fold(step) === word);
  const step = own ?? ratingWords.get(word) ?? word;
  return (!row && !isWord(step)) || placeOf(step, scale) !== undefined;
}

/** Words of a scale that are in no list of ratings. */
function statedWords(kind: KindKey, stated: Field<Scale> | undefined): readonly string[] {
  const scale = stated && isScaleOf(kind, stated) ? stated.value : undefined;
  return !scale || 'low' in scale ? [] : scale.filter((word) => !ratingWords.has(word));
}

/** A value that did not read, by what came of reading it again. */
export function readAgain(before: Field, { value, problem }: ReadResult): Field {
  if (problem) return { ...before, problem };
  const { problem: _, ...rest } = before;
  return { ...rest, state: 'read', value };
}

/** Puts a value in the place of another one in its row or among the keys, which are still being read. */
export function put({ keys }: GovernedDocument, before: Field, after: Field): void {
  const { row, spec } = before;
  const known = (row?.cells ?? keys) as unknown as Record<string, Field>;
  if (known[spec.key] === before) known[spec.key] = after;
  const further = row?.further as { field: Field }[] | undefined;
  const own = further?.find(({ field }) => field === before);
  if (own) own.field = after;
}
