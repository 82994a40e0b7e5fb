import { nameSaid } from '../../../resolve/lacking-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { goLives, newestTrial } from '../trials.ts';

export default defineRule({
  code: 'KPI020',
  name: 'live-after-trial',
  meta: {
    kinds: ['goals'],
    reads: [
      'goals/Milestones.Puts live',
      'goals/Milestones.Done',
      'goals/Milestones.Milestone',
      'goals/Trials.Of',
      'goals/Trials.Date',
      'goals/Trials.Result',
      'ownership-map/Components.Importance',
    ],
    summary: 'Forbid that a component that matters goes live without a trial that was passed',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    untried:
      '"{{milestone}}" put "{{component}}" live on {{done}} without a trial that is written down: try it, and write down the result.',
    notPassed:
      '"{{milestone}}" put "{{component}}" live on {{done}}, though its last trial was "{{result}}": try it again until it is passed.',
  },
  engagement(view, report) {
    for (const live of goLives(view)) {
      const { milestone, component, trials } = live;
      const { done } = milestone.cells;
      const day = done?.value;
      if (day === undefined || trials === undefined) continue;
      const newest = newestTrial(live, day);
      const isPassedLater = trials.some(
        ({ row, date }) => date > day && row.cells.result?.value === 'passed',
      );
      const result = newest?.row.cells.result;
      if (result?.value === 'passed' || isPassedLater) continue;
      const data = { milestone: nameSaid(milestone), component: nameSaid(component), done: day };
      if (result === undefined) report.wrong(done!, 'untried', data);
      else {
        const related = [{ at: result, message: say('the last trial before') }];
        report.wrong(done!, 'notPassed', { ...data, result: quote(result.source.text) }, { related });
      }
    }
  },
});
