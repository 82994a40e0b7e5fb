import type { Duration } from '../../../model/value.ts';
import { isLongerWhenever } from '../../../resolve/compared-lengths.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { noticeOf } from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';

const twoMonths: Duration = { n: '2', unit: 'month', working: false };

export default defineRule({
  code: 'LAW019',
  name: 'switching-notice-bounded',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/notice',
      'engagement/notice_client',
      'engagement/end',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require a notice of two months at most where the client can switch its cloud provider',
    severity: 'warning',
    scope: 'W',
    profiles: ['data-act'],
    leavesTo: ['ENG011'],
    since: '0.1.0',
    source:
      'Regulation (EU) 2023/2854 Art. 25(2)(d); it concerns suppliers that run a cloud service, not every engagement',
  },
  messages: {
    longer:
      '"{{notice}}" is longer than two months, the most with which a client must announce that it switches: agree a shorter one.',
  },
  missing: {
    notice: {
      message:
        'Nothing says with which notice the client can switch to another provider: add "notice_client", two months at most.',
      ask: 'With how much notice can the client switch to another provider?',
      how: 'Write it behind "notice_client:" in the front matter, two months at most.',
    },
  },
  document(document, view, report) {
    // Of an engagement it is asked once.
    if (document.path !== view.lead?.path) return;
    const { notice, notice_client: own, end } = document.keys;
    const its = noticeOf('client', document);
    if (its === undefined) {
      // Of a contract without an end and without notice ENG011 speaks, where a profile in force has it.
      if (!isFilled(end) && (view.profiles.has('full') || view.profiles.has('dora'))) return;
      report.missing(own ?? notice ?? fenceOf(document), 'notice', {});
    } else if (its.value !== undefined && isLongerWhenever(its.value, twoMonths, view)) {
      report.wrong(its, 'longer', { notice: quote(its.source.text) });
    }
  },
});
