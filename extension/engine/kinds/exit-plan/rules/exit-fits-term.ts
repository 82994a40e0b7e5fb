import { exitPlansOf, timelineOf } from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'EXT025',
  name: 'exit-fits-term',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/prepare',
      'exit-plan/handover',
      'exit-plan/handover_ends',
      'engagement/start',
      'engagement/end',
      'engagement/exit_help',
      'engagement/office_hours',
    ],
    summary: 'Require preparation and handover to fit between the start and the end of the contract',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    before:
      '"{{prepare}}" of preparation and "{{handover}}" of handover would have to begin on {{day}}, before the contract begins on {{start}}: the plan can never be carried out, so shorten it.',
  },
  engagement(view, report) {
    const start = view.lead?.keys.start;
    for (const document of exitPlansOf(view)) {
      const { prepare, handover } = document.keys;
      const { latestPreparationStart: day } = timelineOf(view, document);
      if (day === undefined || start?.value === undefined || day >= start.value) continue;
      const data = {
        prepare: quote(prepare!.source.text),
        handover: quote(handover!.source.text),
        day,
        start: start.value,
      };
      report.wrong(prepare!, 'before', data, {
        related: [{ at: start, message: say('the start of the contract') }],
      });
    }
  },
});
