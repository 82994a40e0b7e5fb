import { changedPlaces } from '../../../rules/changed-places.ts';
import { defineRule } from '../../../rules/define.ts';
import { changeSinceSaid } from '../../../resolve/change-in-words.ts';
import { dayOfAuthor } from '../../../resolve/day-of-author.ts';
import { changedSinceFinal } from '../final-content.ts';

export default defineRule({
  code: 'REC011',
  name: 'final-record-unchanged',
  meta: {
    kinds: ['record'],
    reads: ['record/status', 'record/held', 'file/text', 'git/log'],
    summary: 'Forbid to change a record after it was final, but for what is claimed, credited and done',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    changed:
      'This record was final on {{final}} and changed on {{day}}: take the change back, and say what is new in another record.',
  },
  needsHistory: (view) => view.documentsOf('record').length > 0,
  needsTexts: (view) => view.documentsOf('record').map(({ path }) => path),
  engagement(view, report) {
    for (const record of view.documentsOf('record')) {
      const change = changedSinceFinal(record, view);
      if (!change) continue;
      const { final, changed, changes } = change;
      report.wrong(
        record.keys.status ?? { document: record, span: record.kindSpan },
        'changed',
        { final: dayOfAuthor(final), day: dayOfAuthor(changed) },
        {
          related: changedPlaces(record, changes, changeSinceSaid),
        },
      );
    }
  },
});
