import type { Duration } from '../../../model/value.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isLongerWhenever } from '../../../resolve/compared-lengths.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { handsOverData, isDataReturnAsked } from '../handed-over-data.ts';

const thirtyDays: Duration = { n: '30', unit: 'day', working: false };

export default defineRule({
  code: 'LAW020',
  name: 'retrieval-period-kept',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/data_deleted_within',
      'exit-plan/data_returned_within',
      'exit-plan/Handover items.Kind',
      'exit-plan/Handover items.Item',
      'exit-plan/Options.Option',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary:
      'Require an exit plan to leave 30 days to fetch the data from a cloud service before it is erased',
    severity: 'warning',
    scope: 'W',
    profiles: ['data-act'],
    leavesTo: ['EXT008'],
    since: '0.1.0',
    source:
      'Regulation (EU) 2023/2854 Art. 25(2)(g) and (h); it concerns suppliers that run a cloud service, not every engagement',
  },
  messages: {
    short:
      '"{{deleted}}" is shorter than 30 days, the least in which data must be there to be fetched: erase it later.',
  },
  missing: {
    returned: {
      message: 'Nothing says how soon the data comes back after the end: add "data_returned_within".',
      ask: 'How soon after the end must the data be returned?',
      how: 'Write it behind "data_returned_within:" in the front matter, for example 30 days.',
    },
    deleted: {
      message:
        'Nothing says when the data is erased after the end: add "data_deleted_within", 30 days at least.',
      ask: 'How soon after the end must the supplier have deleted its copies?',
      how: 'Write it behind "data_deleted_within:" in the front matter, for example 60 days.',
    },
  },
  engagement(view, report) {
    for (const document of view.documents) {
      const { data_deleted_within: deleted, data_returned_within: returned } = document.keys;
      // "none" is no time at all: what it says of the data nobody knows.
      if (
        deleted?.value !== undefined &&
        deleted.value !== 'none' &&
        isLongerWhenever(thirtyDays, deleted.value, view)
      )
        report.wrong(deleted, 'short', { deleted: quote(deleted.source.text) });
      // Where data is handed over EXT008 asks for both, in the profiles that have it.
      if (!isAskedOf(document, 'exit-plan') || (handsOverData(document) && isDataReturnAsked(view))) continue;
      if (!isFilled(returned)) report.missing(returned ?? fenceOf(document), 'returned', {});
      if (!isFilled(deleted)) report.missing(deleted ?? fenceOf(document), 'deleted', {});
    }
  },
});
