import type { View } from '../model/engagement.ts';
import type { Fact } from '../model/finding.ts';
import { inEnglish } from '../model/said.ts';
import { rangeOf } from '../model/text.ts';
import type { FactContext, FactDefinition, FactDraft } from './define.ts';
import type { Evaluation } from './evaluate.ts';
import { compareText } from '../values/compare-text.ts';
import { pieceByPiece } from './piece-by-piece.ts';
import { placeOf } from './place-of.ts';
import { errorText, failureSaid } from './render.ts';
import { say } from '../values/say.ts';
import { factSaid } from '../values/fact-said.ts';

/** Facts of one engagement by path, line, name, a step for each fact. Those placed in active documents see active documents only. */
export function* runFacts(
  facts: readonly FactDefinition[],
  evaluation: Evaluation,
  context: FactContext,
): Generator<undefined, readonly Fact[], undefined> {
  const { view, viewWithDrafts } = evaluation;
  const found = yield* computeAll(facts, view, context);
  if (viewWithDrafts !== view) {
    const drafts = new Set(
      viewWithDrafts.documents
        .filter((document) => document.status === 'draft')
        .map((document) => document.path),
    );
    const ofAll = yield* computeAll(facts, viewWithDrafts, context);
    found.push(...ofAll.filter((fact) => drafts.has(fact.path)));
  }
  return found.sort(compareFacts);
}

export function compareFacts(a: Fact, b: Fact): number {
  return (
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareText(a.name, b.name) ||
    compareText(a.value, b.value)
  );
}

function* computeAll(
  facts: readonly FactDefinition[],
  view: View,
  context: FactContext,
): Generator<undefined, Fact[], undefined> {
  const found: Fact[] = [];
  for (const fact of facts) {
    yield* pieceByPiece(() => fact.pieces?.(view));
    for (const draft of computed(fact, view, context)) {
      const place = placeOf(draft.at);
      found.push({
        name: fact.name,
        path: place.document.path,
        range: rangeOf(place.document.lineStarts, place.span),
        at: place.at,
        value: draft.value,
        unit: fact.unit,
        said: draft.shown ?? factSaid({ value: draft.value, unit: fact.unit }),
        how: inEnglish(draft.how),
        working: draft.how,
        ...(draft.chain && { chain: draft.chain }),
        data: draft.data ?? {},
      });
    }
    yield;
  }
  return found;
}

/** The values of one fact; where it breaks, one value says so and the others go on. */
function computed(fact: FactDefinition, view: View, context: FactContext): readonly FactDraft[] {
  try {
    return fact.compute(view, context);
  } catch (error) {
    const home = view.lead ?? view.documents[0];
    if (!home) return [];
    const at = { document: home, span: home.kindSpan, at: 'kind' };
    return [{ at, value: 'failed', shown: say('failed'), how: failureSaid(fact.name, errorText(error)) }];
  }
}
