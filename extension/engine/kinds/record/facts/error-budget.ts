import { timeCounter } from '../../../resolve/counted-time.ts';
import { isInForce, pastResults, targetOf } from '../../../resolve/results.ts';
import { availabilityTarget, levelsByService } from '../../../resolve/service-levels.ts';
import { errorBudget } from '../../../measure/error-budget.ts';
import { defineFact } from '../../../rules/define.ts';
import { figure } from '../../../values/figures.ts';
import { figures, say } from '../../../values/say.ts';

export default defineFact({
  name: 'error-budget',
  kinds: ['record'],
  reads: [
    'record/Results.Of',
    'record/Results.Measure',
    'record/Results.Result',
    'record/period',
    'sla/Service levels.Target',
    'sla/Services.Hours',
    'sla/valid_from',
    'engagement/zone',
    'engagement/office_hours',
    'engagement/holidays',
    'engagement/Teams.Hours',
  ],
  unit: 'seconds',
  summary: 'What an availability result leaves of the downtime that its target allows',
  asOf: false,
  unjudged: (view) =>
    pastResults(view).filter(({ of }) => of.is === 'level' && availabilityTarget(of.row) !== undefined),
  compute(view) {
    const levels = levelsByService(view);
    const counter = timeCounter(view);
    return view.rows('results').flatMap((row) => {
      const of = targetOf(row, view, levels);
      const record = row.section.document;
      const period = record.keys.period?.value;
      const result = row.cells.result?.value;
      if (of?.is !== 'level' || period === undefined || !isInForce(of.row.section.document, record))
        return [];
      const target = availabilityTarget(of.row);
      if (target === undefined || result?.unit !== '%' || result.value === undefined) return [];
      const time = counter.over(of.row, period);
      if (!time) return [];
      const perMinute = of.row.cells.measure?.value?.kind === 'availability per minute';
      const budget = errorBudget(target, result.value, time.countedSeconds, perMinute);
      const { allowedSeconds, spentSeconds, leftSeconds, consumedPercent } = budget;
      return [
        {
          at: row,
          value: String(leftSeconds),
          how: say(
            '{{allowed}} s allowed by {{target}} % less {{spent}} s down at {{result}} %, of the {{counted}} s that count from {{from}} to {{to}}',
            {
              allowed: figures(figure(String(allowedSeconds))),
              target: figures(figure(target)),
              spent: figures(figure(String(spentSeconds))),
              result: figures(figure(result.value)),
              counted: figures(figure(String(time.countedSeconds))),
              from: period.from,
              to: period.to,
            },
          ),
          data: { allowedSeconds, spentSeconds, consumedPercent: consumedPercent ?? null },
        },
      ];
    });
  },
});
