import { judge, pastResults } from '../../../resolve/results.ts';
import { levelsByService } from '../../../resolve/service-levels.ts';
import { defineFact } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineFact({
  name: 'result-verdict',
  kinds: ['record'],
  reads: [
    'record/Results.Of',
    'record/Results.Measure',
    'record/Results.Result',
    'record/Results.Disputed',
    'record/period',
    'record/held',
    'sla/Service levels.Target',
    'sla/valid_from',
    'goals/KPIs.Target',
    'goals/KPIs.Better',
    'goals/KPIs.By',
    'goals/valid_from',
  ],
  unit: 'verdict',
  summary: 'Whether a result met its target',
  asOf: false,
  unjudged: pastResults,
  compute(view) {
    const levels = levelsByService(view);
    return view.rows('results').flatMap((row) => {
      const judged = judge(row, view, levels);
      if (!judged) return [];
      const { verdict, target, of } = judged;
      const result = quote(row.cells.result!.source.text);
      const wanted = quote(target.source.text);
      const { disputed } = row.cells;
      const against = say('"{{result}}" against the target "{{target}}"', { result, target: wanted });
      const how =
        of.is === 'kpi' && verdict === 'on the way'
          ? say('{{against}} by {{day}}', { against, day: quote(of.row.cells.by!.source.text) })
          : against;
      return [
        {
          at: row,
          value: verdict,
          how,
          data: {
            target: wanted,
            result,
            disputed: disputed?.state === 'read' ? quote(disputed.source.text) : null,
          },
        },
      ];
    });
  },
});
