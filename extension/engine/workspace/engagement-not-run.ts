import type { NotRun } from '../model/check-result.ts';
import type { View } from '../model/engagement.ts';
import { inEnglish, type Said } from '../model/said.ts';
import { absenceSaid } from '../resolve/absence-said.ts';
import { componentKnowledge, repositoriesIn, repositoriesOf } from '../resolve/component-knowledge.ts';
import { here } from '../resolve/path-globs.ts';
import { peopleNotCounted, whyUnknownIn } from '../resolve/why-unknown.ts';
import { compareText } from '../values/compare-text.ts';
import { asksElsewhere, asksForHistory } from './late-history.ts';
import type { CheckRule, FactDefinition, OfHistory, Rule, Unjudged } from '../rules/define.ts';
import { severityOf } from '../rules/findings.ts';
import { notRunIn } from '../rules/not-run.ts';
import { onceFor } from '../values/once-for.ts';
import type { EngagementState } from './engagement-state.ts';

/** Which of these rules in force, or of these facts, conclude nothing in an engagement, and why. */
export function engagementNotRun(
  state: EngagementState,
  asked: readonly (Rule | FactDefinition)[],
): readonly NotRun[] {
  const settings = state.settings();
  const inForce = tellingOf(asked).flatMap((one): Asked => {
    if (!('code' in one)) return [{ ...one, id: one.name }];
    return severityOf(one, settings) === 'off' ? [] : [{ ...one, id: one.code }];
  });
  const { view } = state.evaluate();
  return [
    ...notRunIn(inForce, view),
    ...withoutHistory(inForce, view),
    ...withoutNamed(inForce, view),
    ...withoutPeople(inForce, view),
  ];
}

/** Few can tell, so that the settings of the others need not be looked up. */
const tellingOf = onceFor((asked: readonly (Rule | FactDefinition)[]) =>
  asked.filter(
    (one) => one.unjudged !== undefined || ('needsHistory' in one && one.needsHistory !== undefined),
  ),
);

type Asked = readonly (OfHistory &
  Pick<CheckRule, 'looksAt'> & { readonly id: string; readonly unjudged?: Unjudged | undefined })[];

/** Whether all files that a rule looks at are there: it concludes something from them without a history, too. */
function hasFiles({ looksAt }: Asked[number], view: View): boolean {
  const files = looksAt?.(view) ?? [];
  return files.length > 0 && files.every((path) => view.files.get(path) !== undefined);
}

/** One line for all that would have looked something up in a history that cannot be known, and conclude nothing without. */
function withoutHistory(asked: Asked, view: View): readonly NotRun[] {
  const { history } = view;
  if (history?.kind !== 'absent') return [];
  const isTold = isAllTold(view);
  const isLost = (one: Asked[number]): boolean =>
    !one.concludesWithout && !hasFiles(one, view) && !(one.ofPeople && isTold);
  return notRunFor(
    asked.filter((one) => isLost(one) && asksForHistory(one, view)),
    absenceSaid(history),
  );
}

/** Whether snapshots tell of the work on all components of this repository. */
function isAllTold(view: View): boolean {
  const known = new Set(componentKnowledge(view).map(({ row }) => row));
  return view.rows('components').every((row) => !repositoriesOf(row).includes(here) || known.has(row));
}

/** One line for each repository that Paths name and of which neither a history nor a snapshot is known. */
function withoutNamed(asked: Asked, view: View): readonly NotRun[] {
  const looking = asked.filter((one) => asksElsewhere(one, view));
  if (looking.length === 0) return [];
  return [...repositoriesIn(view)].flatMap(([name, repository]) => {
    const why = name === here ? undefined : whyUnknownIn(name, repository, view);
    return why ? notRunFor(looking, why) : [];
  });
}

/** And one for all that may not. */
function withoutPeople(asked: Asked, view: View): readonly NotRun[] {
  if (view.countsPeople) return [];
  return notRunFor(
    asked.filter(
      ({ ofPeople, ...others }) => ofPeople && (asksForHistory(others, view) || asksElsewhere(others, view)),
    ),
    peopleNotCounted,
  );
}

function notRunFor(asked: Asked, said: Said): readonly NotRun[] {
  const codes = asked.map(({ id }) => id).sort(compareText);
  return codes.length === 0 ? [] : [{ codes, said, reason: inEnglish(said) }];
}
