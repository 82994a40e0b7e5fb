import type { Field, GovernedDocument } from '../model/document.ts';
import type { KindKey } from '../model/schema.ts';
import { onceFor } from '../values/once-for.ts';
import {
  axisOf,
  isWord,
  kindOfStep,
  placeOf,
  stepScale,
  type Axis,
  type StepScale,
} from '../values/step-scale.ts';

/** The scale that a rating is a step of, in its document. */
export function scaleOf(rating: Field): StepScale {
  return scaleIn(rating.document, kindOfStep(rating), axisOf(rating));
}

/** The place of a rating in the scale of its document. */
export function placeIn(rating: Field<string> | undefined): number | undefined {
  return rating?.value === undefined ? undefined : placeOf(rating.value, scaleOf(rating));
}

/** The scale of what documents of a kind rate, in one that may be of another kind. */
export function scaleIn(document: GovernedDocument, kind: KindKey, axis: Axis): StepScale {
  const key = `${kind} ${axis}`;
  const known = scalesOf(document);
  const scale = known.get(key) ?? stepScale(kind, axis, document.fields, document.keys.scale);
  known.set(key, scale);
  return scale;
}

/** A document is read once and never changes; its scales are asked for by each of its ratings. */
const scalesOf = onceFor((_document: GovernedDocument) => new Map<string, StepScale>());

/**
 * The appetite of a register: a number is a score, a word the score of a risk with both of that step. Undefined where
 * there is none, or it is a word of neither scale.
 */
export function appetiteOf(document: GovernedDocument): number | undefined {
  const { value } = document.keys.appetite ?? {};
  if (value === undefined) return undefined;
  if (!isWord(value)) return Number(value);
  const [likelihood, impact] = (['likelihood', 'impact'] as const).map((axis) =>
    placeOf(value, scaleIn(document, 'risk-register', axis)),
  );
  const [one, other] = [likelihood ?? impact, impact ?? likelihood];
  return one === undefined || other === undefined ? undefined : one * other;
}
