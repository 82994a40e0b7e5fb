import type { EngagementInfo } from '../engine/index.ts';
import type { Standing } from '../engine/reports.ts';
import type { Session } from './session.ts';

/** Where these engagements stand as of the day of the run. */
export async function standingsOf(
  { engine, asOf }: Session,
  engagements: readonly EngagementInfo[],
): Promise<readonly Standing[]> {
  const standings: Standing[] = [];
  for (const { folder } of engagements) {
    const standing = await engine.standing(folder, asOf());
    if (standing) standings.push(standing);
  }
  return standings;
}
