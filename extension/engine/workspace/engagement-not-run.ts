import type { NotRun } from '../model/check-result.ts';
import type { FactDefinition, Rule } from '../rules/define.ts';
import { severityOf } from '../rules/findings.ts';
import { notRunIn } from '../rules/not-run.ts';
import type { EngagementState } from './engagement-state.ts';

/** Which of these rules in force, or of these facts, conclude nothing in an engagement, and why. */
export function engagementNotRun(
  state: EngagementState,
  asked: readonly (Rule | FactDefinition)[],
): readonly NotRun[] {
  const settings = state.settings();
  const inForce = asked.flatMap((one) => {
    const { unjudged } = one;
    // Few can tell, so that the settings of the others need not be looked up.
    if (!unjudged) return [];
    if (!('code' in one)) return [{ id: one.name, unjudged }];
    return severityOf(one, settings) === 'off' ? [] : [{ id: one.code, unjudged }];
  });
  return notRunIn(inForce, state.evaluate().view);
}
