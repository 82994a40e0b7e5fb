import { hasOtherUnit } from '../../../measure/verdict.ts';
import type { Field } from '../../../model/document.ts';
import type { Quantity } from '../../../model/value.ts';
import { isInForce, pastResults, targetOf } from '../../../resolve/results.ts';
import { levelsByService } from '../../../resolve/service-levels.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'REC019',
  name: 'result-fits-target',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/period',
      'record/held',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'sla/Service levels.Target',
      'sla/valid_from',
      'goals/KPIs.Target',
      'goals/valid_from',
    ],
    summary: 'Require a result in the unit of its target',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    unit: '"{{result}}" has another unit than the target "{{target}}": use the same, or nothing says whether it is met.',
  },
  unjudged: (view) => pastResults(view).filter(({ of, row }) => isOther(row.cells.result, of.target)),
  engagement(view, report) {
    const levels = levelsByService(view);
    for (const row of view.rows('results')) {
      const { result } = row.cells;
      if (result?.value === undefined) continue; // equivalent: below it is in no unit
      const of = targetOf(row, view, levels);
      const target = of?.target;
      if (!of || !isOther(result, target) || !isInForce(of.row.section.document, row.section.document))
        continue;
      report.wrong(
        result,
        'unit',
        {
          result: quote(result.source.text),
          target: quote(target!.source.text),
        },
        { related: [{ at: target!, message: say('the target') }] },
      );
    }
  },
});

function isOther(result: Field<Quantity> | undefined, target: Field<Quantity> | undefined): boolean {
  return (
    result?.value !== undefined && target?.value !== undefined && hasOtherUnit(result.value, target.value)
  );
}
