import { sidesOf, sideInWords } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'CMM004',
  name: 'report-crosses-parties',
  meta: {
    kinds: ['communication-plan'],
    reads: [
      'communication-plan/Reports.Report',
      'communication-plan/Reports.From',
      'communication-plan/Reports.To',
      'engagement/People.Party',
      'engagement/Teams.Party',
    ],
    summary: 'Require a report to reach the other side',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    since: '0.1.0',
  },
  messages: {
    stays:
      'Whoever writes "{{report}}" is on {{side}}, and so is everybody who gets it: name a reader on the other side.',
    unnamed:
      'Whoever writes this report is on {{side}}, and so is everybody who gets it: name a reader on the other side.',
  },
  engagement(view, report) {
    for (const { cells } of view.rows('reports')) {
      const { from, to } = cells;
      const [writers, readers] = [sidesOf(from, view), sidesOf(to, view)];
      const [side] = writers.sides;
      const isOneSided = writers.isWhole && writers.sides.size === 1;
      if (!isOneSided || !readers.isWhole || readers.isPartlyOutside || readers.sides.size !== 1) continue;
      if (side === undefined || !readers.sides.has(side)) continue;
      const data = { side: sideInWords({ side }) };
      if (cells.report?.state === 'read')
        report.wrong(to!, 'stays', { ...data, report: quote(cells.report.source.text) });
      else report.wrong(to!, 'unnamed', data);
    }
  },
});
