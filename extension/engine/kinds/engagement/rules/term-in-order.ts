import { subtractLength } from '../../../calendar/add-length.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { contractTerms } from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'ENG001',
  name: 'term-in-order',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/start',
      'engagement/end',
      'engagement/notice',
      'engagement/notice_client',
      'engagement/notice_supplier',
      'engagement/opt_out',
    ],
    summary: 'Require an end after the start, with room for notice and opt-out between them',
    severity: 'error',
    scope: 'W',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    reversed: 'The contract would end on "{{end}}", which is not after its start on "{{start}}".',
    tooLong:
      '"{{length}}" before the end on {{end}} is {{day}}, before the contract begins on {{start}}: it could never be given in time.',
  },
  document(document, view, report) {
    if (document.kind !== 'engagement') return;
    const { start, end, notice, notice_client, notice_supplier, opt_out } = document.keys;
    if (start?.value === undefined || end?.value === undefined) return;
    if (end.value <= start.value) {
      const { later, earlier } = laterPlace(start, end);
      const data = { start: start.value, end: end.value };
      const message = earlier === start ? say('the start') : say('the end');
      report.wrong(later, 'reversed', data, { related: [{ at: earlier, message }] });
      return;
    }
    const { work } = contractTerms(view, document);
    for (const field of [notice, notice_client, notice_supplier, opt_out]) {
      if (field?.value === undefined) continue;
      const day = subtractLength(end.value, field.value, work);
      if (day >= start.value) continue;
      const data = { length: quote(field.source.text), end: end.value, day, start: start.value };
      report.wrong(field, 'tooLong', data, { related: [{ at: start, message: say('the start') }] });
    }
  },
});
