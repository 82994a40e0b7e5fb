import { asksForHistory, freeHover, hoverAt, hoverPlace, type Hover } from '../features/hover.ts';
import type { Position } from '../model/text.ts';
import type { IsoDate } from '../model/value.ts';
import type { FactDefinition, OfHistory } from '../rules/define.ts';
import type { CalendarAnswers } from './calendar-answers.ts';
import { documentIn } from './engagement-queries.ts';
import type { EngagementState } from './engagement-state.ts';
import type { GovernedWorkspace } from './governed-workspace.ts';
import type { LateHistory } from './late-history.ts';

/** What a hover is made of beside its engagement. */
interface HoverSources {
  readonly answers: Pick<CalendarAnswers, 'facts'>;
  readonly history: Pick<LateHistory, 'beginFor'>;
  readonly facts: readonly FactDefinition[];
  readonly governed: Pick<GovernedWorkspace, 'freeIn'>;
}

/** What became of the document itself. */
function ofDocument(path: string): readonly OfHistory[] {
  return [{ needsHistory: () => true, needsTexts: () => [path] }];
}

/** What is known of a position in a document of an engagement. */
export async function hoverIn(
  state: EngagementState,
  { path, position, asOf }: Readonly<{ path: string; position: Position; asOf: IsoDate }>,
  { answers, history, facts, governed }: HoverSources,
): Promise<Hover | undefined> {
  const document = documentIn(state.evaluate(), path);
  if (!document) return undefined;
  const place = hoverPlace(document, position);
  if (!place) return freeHover(document, position, governed.freeIn(path));
  if (asksForHistory(place, state.evaluate()))
    await history.beginFor([state], [...facts, ...ofDocument(path)]);
  const evaluation = state.evaluate();
  return hoverAt(place, { ...evaluation, facts: await answers.facts(evaluation, asOf) });
}
