import { compareQuantities, hasOtherUnit, isLengthOfTime } from '../../../measure/verdict.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Comparator, Quantity } from '../../../model/value.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import {
  directionOfTarget,
  isInForce,
  judge,
  pastResults,
  targetOf,
  type ResultTarget,
} from '../../../resolve/results.ts';
import { levelsByService } from '../../../resolve/service-levels.ts';
import { defineRule } from '../../../rules/define.ts';
import { replacement } from '../../../rules/replacement.ts';
import { quote } from '../../../values/quote.ts';
import { listed, say } from '../../../values/say.ts';
import { wordIn } from '../../../values/words-in.ts';
import { inEachLanguage } from '../../../values/wording.ts';

export default defineRule({
  code: 'REC022',
  name: 'stated-verdict-true',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/Results.Status',
      'record/Results.Target',
      'record/period',
      'record/held',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'sla/Service levels.Target',
      'sla/valid_from',
      'goals/KPIs.Target',
      'goals/KPIs.Better',
      'goals/KPIs.Baseline',
      'goals/KPIs.By',
      'goals/Milestones.Due',
      'goals/valid_from',
      'engagement/start',
      'engagement/end',
    ],
    summary: 'Require a report to state the target that was agreed, and the verdict that follows from it',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    verdict:
      'Status says "{{status}}", but "{{result}}" against the target "{{target}}" is "{{verdict}}": write that.',
    noData: 'Status says "{{status}}", but the result is "{{result}}": write "{{verdict}}".',
    target:
      'The target of "{{of}}" is "{{target}}", not "{{stated}}": write what was agreed, or change it there.',
  },
  unjudged: (view) =>
    pastResults(view).filter(({ row: { cells } }) => isFilled(cells.status) || isFilled(cells.target)),
  engagement(view, report) {
    for (const row of view.rows('results')) {
      const { of: name, result, status, target: stated } = row.cells;
      if (status?.value === undefined && stated?.value === undefined) continue; // equivalent: what states neither is passed over below
      const levels = levelsByService(view);
      const of = targetOf(row, view, levels);
      if (!of || !isAsked(row, of, view)) continue;
      const { target } = of;
      if (stated?.value && target?.value && isOther(stated.value, target.value, of))
        report.wrong(
          stated,
          'target',
          {
            of: quote(name!.source.text),
            target: quote(target.source.text),
            stated: quote(stated.source.text),
          },
          {
            related: [{ at: target, message: say('the target that was agreed') }],
          },
        );
      const judged = judge(row, view, levels);
      if (!judged || status?.value === undefined || status.value === judged.verdict) continue;
      const { verdict } = judged;
      // A key figure that nobody gave a day may be met today and still be on its way.
      if (status.value === 'on the way' && of.is === 'kpi' && !isFilled(of.row.cells.by)) continue;
      const data = {
        status: quote(status.source.text),
        result: quote(result!.source.text),
        verdict: listed(verdict, 'result_status'),
      };
      const fix = replacement(
        status,
        status.source.span,
        inEachLanguage((language) => wordIn(language, 'result_status', verdict)),
      );
      const extra = {
        related: [{ at: judged.target, message: say('the target that was agreed') }],
        fixes: [fix],
      };
      if (verdict === 'no data') report.wrong(status, 'noData', data, { fixes: [fix] });
      else report.wrong(status, 'verdict', { ...data, target: quote(judged.target.source.text) }, extra);
    }
  },
});

/** Not asked before the terms held, nor of a key figure whose time has not come: reports state what it shall be until then. */
function isAsked({ section: { document: record } }: Row<'results'>, of: ResultTarget, view: View): boolean {
  if (!isInForce(of.row.section.document, record)) return false;
  const by = of.is === 'kpi' ? of.row.cells.by : undefined; // equivalent: a service level has none
  if (!isFilled(by)) return true;
  const day = view.dayOf(by);
  const end = record.keys.period?.value?.to ?? record.keys.held?.value;
  return day !== undefined && end !== undefined && day <= end;
}

/** Whether a report states another target: another number, another unit, or the other direction. */
function isOther(stated: Quantity, target: Quantity, of: ResultTarget): boolean {
  const order = compareQuantities(stated, target);
  if (order === undefined) {
    const isKnown = stated.unit !== undefined && target.unit !== undefined;
    const areLengths = isLengthOfTime(stated) && isLengthOfTime(target);
    return isKnown && !areLengths && hasOtherUnit(stated, target);
  }
  if (order !== 0) return true;
  const op = target.op ?? directionOfTarget(of);
  return stated.op !== undefined && op !== undefined && pointsUp(stated.op) !== pointsUp(op);
}

function pointsUp(op: Comparator): boolean {
  return op === 'at least' || op === 'above';
}
