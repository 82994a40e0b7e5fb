import type { GovernedDocument, Row } from '../../../model/document.ts';
import { judge } from '../../../resolve/results.ts';
import { defineRule } from '../../../rules/define.ts';
import { addTo } from '../../../values/add-to.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import type { View } from '../../../model/engagement.ts';
import { recordsOf, seriesOf } from '../series.ts';

export default defineRule({
  code: 'REC010',
  name: 'watermelon',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/held',
      'record/period',
      'record/meeting',
      'record/type',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'sla/Service levels.Target',
      'sla/valid_from',
      'goals/KPIs.KPI',
      'goals/KPIs.Category',
      'goals/KPIs.Target',
      'goals/KPIs.Better',
      'goals/KPIs.Baseline',
      'goals/KPIs.By',
      'goals/Milestones.Due',
      'goals/valid_from',
      'engagement/start',
      'engagement/end',
    ],
    summary: 'Point out service levels that are all met while people are not satisfied',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
    source: 'based on the "watermelon effect" as service management calls it: green outside, red inside',
  },
  messages: {
    green:
      'Twice in a row every service level is met and "{{kpi}}" is not: what matters is not measured, look at the levels again.',
  },
  engagement(view, report) {
    const series = new Map<string, GovernedDocument[]>();
    for (const record of recordsOf(view)) addTo(series, seriesOf(record), record);
    for (const records of series.values()) {
      let before: Row<'results'> | undefined;
      for (const record of records) {
        const dissatisfied = dissatisfiedIn(record, view);
        if (dissatisfied && before)
          report.wrong(
            dissatisfied.cells.result!,
            'green',
            { kpi: quote(dissatisfied.cells.of!.source.text) },
            { related: [{ at: before.cells.result!, message: say('the time before') }] },
          );
        before = dissatisfied;
      }
    }
  },
});

/** The first key figure of satisfaction that is not met, in a record in which every service level is. */
function dissatisfiedIn(record: GovernedDocument, view: View): Row<'results'> | undefined {
  let missed: Row<'results'> | undefined;
  let levels = 0;
  for (const row of record.sections.get('results')?.rows ?? []) {
    const judged = judge(row, view);
    if (judged?.of.is === 'kpi') {
      const isOfSatisfaction = judged.of.row.cells.category?.value === 'satisfaction';
      if (isOfSatisfaction && judged.verdict === 'not met') missed ??= row;
    } else if (judged?.verdict === 'met') levels++;
    // Of a result that nobody can judge nobody can say that it is met; a key figure has no measure.
    else if (judged || row.cells.measure?.state === 'read') return undefined;
  }
  return levels > 0 ? missed : undefined;
}
