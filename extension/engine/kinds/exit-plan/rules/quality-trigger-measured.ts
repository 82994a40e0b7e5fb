import { readSign } from '../../../resolve/sign.ts';
import { unknownInSign } from '../../../resolve/unknown-sign.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'EXT015',
  name: 'quality-trigger-measured',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Triggers.Kind',
      'exit-plan/Triggers.Sign',
      'sla/Services.Service',
      'sla/Service levels.Measure',
      'goals/KPIs.KPI',
    ],
    summary: 'Require the sign of a quality trigger to be something that is measured',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC003'],
    since: '0.1.0',
  },
  messages: {
    unmeasured:
      '"{{sign}}" begins with no service and measure of Service levels and with no KPI, so nobody can tell when quality is too low: write for example "Checkout API availability below target 3 months running".',
  },
  engagement(view, report) {
    for (const { cells } of view.rows('triggers')) {
      const { kind, sign } = cells;
      if (kind?.value !== 'quality' || sign?.state !== 'read' || readSign(sign, view)) continue;
      // A name that nothing has is DOC003's to report.
      if (unknownInSign(sign, view)) continue;
      report.wrong(sign, 'unmeasured', { sign: quote(sign.source.text) });
    }
  },
});
