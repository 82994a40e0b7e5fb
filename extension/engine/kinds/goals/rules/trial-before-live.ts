import { addDays } from '../../../calendar/plain-date.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { defineDue } from '../../../rules/define.ts';
import { goLives, newestTrial } from '../trials.ts';

/** Days before a component goes live from which it is listed: a trial that fails needs time to be repeated. */
const leadDays = 120;

export default defineDue({
  code: 'KPI019',
  name: 'trial-before-live',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.Puts live',
      'goals/Milestones.Due',
      'goals/Milestones.Done',
      'goals/Milestones.Milestone',
      'goals/Trials.Of',
      'goals/Trials.Date',
      'goals/Trials.Result',
      'ownership-map/Components.Importance',
      'engagement/end',
    ],
    summary: 'Ask for a trial that is passed before a component that matters goes live',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    never: 'Try "{{component}}" before it goes live with "{{milestone}}": no trial of it is written down.',
    notPassed:
      'Try "{{component}}" again before it goes live with "{{milestone}}": the trial on {{date}} was not passed.',
  },
  due(view) {
    return goLives(view).flatMap((live) => {
      const { milestone, component, trials } = live;
      const { due, done } = milestone.cells;
      const day = view.dayOf(due);
      if (day === undefined || isFilled(done) || trials === undefined) return [];
      const newest = newestTrial(live, day);
      if (newest?.row.cells.result?.value === 'passed') return [];
      const names = { component: nameSaid(component), milestone: nameSaid(milestone) };
      const item = { at: due!, day, listedFrom: addDays(day, -leadDays), on: 'both' as const };
      return [
        newest === undefined
          ? { ...item, id: 'never' as const, data: names }
          : { ...item, id: 'notPassed' as const, data: { ...names, date: newest.date } },
      ];
    });
  },
});
