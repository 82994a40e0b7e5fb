import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { isInForce } from '../../../resolve/results.ts';
import { isSameMeasure, levelsByService } from '../../../resolve/service-levels.ts';
import { defineRule } from '../../../rules/define.ts';
import { nameReplacement } from '../../../rules/replacement.ts';
import { foldName } from '../../../values/fold.ts';
import { isWordedAlike } from '../../../values/measure-wording.ts';
import { nearMiss } from '../../../values/near-miss.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';

/** More measures than a service has: of a hostile table no more are told, or compared letter by letter. */
const measuresShown = 20;
const measuresCompared = 200;

export default defineRule({
  code: 'REC021',
  name: 'result-answers-target',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/period',
      'record/held',
      'sla/Services.Service',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'sla/valid_from',
      'goals/KPIs.KPI',
    ],
    summary: 'Require a result of a service to answer one of its service levels',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    leavesTo: ['REC020'],
    since: '0.1.0',
  },
  messages: {
    other:
      '"{{measure}}" answers no service level of "{{service}}", so nothing says whether it is met: what is measured there is {{measures}}.',
    none: '"{{measure}}" answers nothing, because "{{service}}" has no service level: add one, or take the result out.',
  },
  engagement(view, report) {
    let levels: ReturnType<typeof levelsByService> | undefined;
    for (const row of view.rows('results')) {
      const { of, measure } = row.cells;
      if (of?.state !== 'read' || !measure?.value) continue;
      levels ??= levelsByService(view);
      const name = of.source.text;
      const its = levels.get(foldName(name)) ?? [];
      if (!isAsked(row, name, its, view)) continue;
      const data = {
        measure: quote(measure.source.text),
        service: quote(name),
      };
      if (its.length === 0) {
        report.wrong(measure, 'none', data);
        continue;
      }
      const texts = [...new Set(its.map(({ cells }) => cells.measure!.source.text))];
      const near = nearMiss(measure.source.text, texts.slice(0, measuresCompared));
      report.wrong(
        measure,
        'other',
        {
          ...data,
          measures: listSaid(texts.slice(0, measuresShown).map((text) => quoted(quote(text)))),
        },
        {
          related: [{ at: its[0]!, message: say('the service level') }],
          fixes: near === undefined ? [] : nameReplacement(measure, measure.source.span, near, true),
        },
      );
    }
  },
});

/** Whether nothing answers a result: no level of its service that held then, in these words or in others, and no KPI. */
function isAsked(
  { cells, section }: Row<'results'>,
  name: string,
  levels: readonly Row<'service_levels'>[],
  view: View,
): boolean {
  const measure = cells.measure!.value!;
  const service = view.find('services', name);
  if ((!service && levels.length === 0) || view.find('kpis', name)) return false;
  const terms = levels.length > 0 ? levels : [service!];
  if (!terms.every((row) => isInForce(row.section.document, section.document))) return false;
  return levels.every((level) => {
    const other = level.cells.measure?.value;
    // A level whose measure is missing or does not read may be the one; in other words it is REC020's to report.
    return other && !isSameMeasure(other, measure) && !isWordedAlike(other, measure);
  });
}
