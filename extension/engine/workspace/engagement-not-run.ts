import type { NotRun } from '../model/check-result.ts';
import type { View } from '../model/engagement.ts';
import { inEnglish, type Said } from '../model/said.ts';
import { absenceSaid } from '../resolve/absence-said.ts';
import { compareText } from '../values/compare-text.ts';
import { say } from '../values/say.ts';
import { asksForHistory } from './late-history.ts';
import type { FactDefinition, OfHistory, Rule, Unjudged } from '../rules/define.ts';
import { severityOf } from '../rules/findings.ts';
import { notRunIn } from '../rules/not-run.ts';
import type { EngagementState } from './engagement-state.ts';

/** Which of these rules in force, or of these facts, conclude nothing in an engagement, and why. */
export function engagementNotRun(
  state: EngagementState,
  asked: readonly (Rule | FactDefinition)[],
): readonly NotRun[] {
  const settings = state.settings();
  const inForce = asked.flatMap((one): Asked => {
    // Few can tell, so that the settings of the others need not be looked up.
    const isTelling = one.unjudged !== undefined || ('needsHistory' in one && one.needsHistory !== undefined);
    if (!isTelling) return [];
    if (!('code' in one)) return [{ ...one, id: one.name }];
    return severityOf(one, settings) === 'off' ? [] : [{ ...one, id: one.code }];
  });
  const { view } = state.evaluate();
  return [...notRunIn(inForce, view), ...withoutHistory(inForce, view), ...withoutPeople(inForce, view)];
}

type Asked = readonly (OfHistory & { readonly id: string; readonly unjudged?: Unjudged | undefined })[];

/** One line for all that would have looked something up in a history that cannot be known. */
function withoutHistory(asked: Asked, view: View): readonly NotRun[] {
  const { history } = view;
  if (history?.kind !== 'absent') return [];
  return notRunFor(
    asked.filter((one) => asksForHistory(one, view)),
    absenceSaid(history),
  );
}

/** And one for all that may not. */
function withoutPeople(asked: Asked, view: View): readonly NotRun[] {
  if (view.countsPeople) return [];
  return notRunFor(
    asked.filter(
      ({ ofPeople, needsHistory }) =>
        ofPeople && asksForHistory({ ...(needsHistory && { needsHistory }) }, view),
    ),
    say('nothing is counted of what people did: the config says people_metrics: off'),
  );
}

function notRunFor(asked: Asked, said: Said): readonly NotRun[] {
  const codes = asked.map(({ id }) => id).sort(compareText);
  return codes.length === 0 ? [] : [{ codes, said, reason: inEnglish(said) }];
}
