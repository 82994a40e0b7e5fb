import { compareDurations } from '../../../calendar/compare-durations.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { contractTerms, exitPlansOf, isUnread } from '../../../resolve/terms.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'EXT022',
  name: 'deleted-after-return',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/data_returned_within',
      'exit-plan/data_deleted_within',
      'engagement/start',
      'engagement/end',
      'engagement/office_hours',
    ],
    summary: 'Forbid the deletion of data before its return',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    deletedFirst:
      'The data would be deleted within "{{deleted}}" and returned only within "{{returned}}": allow more time for the deletion, or less for the return.',
  },
  engagement(view, report) {
    const { start, end, office } = contractTerms(view);
    const anchor = isUnread(view.lead?.keys.end) ? undefined : (end ?? start);
    if (anchor === undefined) return;
    for (const { keys } of exitPlansOf(view)) {
      const { data_returned_within: returned, data_deleted_within: deleted } = keys;
      if (returned?.value === undefined || deleted?.value === undefined) continue;
      if (compareDurations(deleted.value, returned.value, { anchor, office }) !== -1) continue;
      const { later, earlier } = laterPlace(returned, deleted);
      const data = { deleted: quote(deleted.source.text), returned: quote(returned.source.text) };
      const message =
        earlier === returned ? say('when the data is returned') : say('when the data is deleted');
      report.wrong(later, 'deletedFirst', data, { related: [{ at: earlier, message }] });
    }
  },
});
