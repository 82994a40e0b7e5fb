import type { EngagementInfo } from '../engine/index.ts';
import { standingFacts, standingOf, type Standing } from '../engine/reports.ts';
import type { Session } from './session.ts';

/** Where these engagements stand as of the day of the run. */
export async function standingsOf(
  { engine, asOf }: Session,
  engagements: readonly EngagementInfo[],
): Promise<readonly Standing[]> {
  const day = asOf();
  const data = {
    asOf: day,
    facts: await engine.facts({ asOf: day, names: standingFacts }),
    due: await engine.due({ asOf: day }),
    findings: engine.check().findings,
    questions: engine.questions(),
  };
  return engagements.map((engagement) => standingOf(engagement, data));
}
