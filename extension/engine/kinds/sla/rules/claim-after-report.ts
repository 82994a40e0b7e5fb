import { addLength } from '../../../calendar/add-length.ts';
import { periodsEnding, periodText } from '../../../calendar/periods.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { spanOf } from '../../../resolve/span.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import type { Field } from '../../../model/document.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA023',
  name: 'claim-after-report',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/claim_within',
      'sla/report_due',
      'sla/measured_over',
      'sla/valid_from',
      'engagement/start',
      'engagement/office_hours',
      'engagement/holidays',
    ],
    summary: 'Require credits to be claimable until the results are reported',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    lapsed:
      'The credit of {{period}} can be claimed until {{claimBy}} only ("{{claim}}"), and its results come by {{reported}} ("{{report}}"): let claims run longer than reports.',
  },
  engagement(view, report) {
    const work = workDaysOf(view);
    for (const document of view.documents) {
      const { claim_within: claim, report_due: due, measured_over: over } = document.keys;
      const span = spanOf(document, view);
      if (claim?.value === undefined || due?.value === undefined || !span) continue;
      // A rolling window ends every day; its results are gone through month by month.
      const unit = over?.value?.kind === 'calendar' ? over.value.unit : 'month';
      for (const period of periodsEnding({ n: 1, unit }, span.from, span.to, span.from)) {
        const claimBy = addLength(period.to, claim.value, work);
        const reported = addLength(period.to, due.value, work);
        if (claimBy >= reported) continue;
        const { later, earlier } = laterPlace(claim, due);
        const message =
          earlier === (claim as Field)
            ? say('how long a credit can be claimed')
            : say('when the results come');
        const data = {
          period: periodText(period),
          claimBy,
          claim: quote(claim.source.text),
          reported,
          report: quote(due.source.text),
        };
        report.wrong(later, 'lapsed', data, { related: [{ at: earlier, message }] });
        break;
      }
    }
  },
});
