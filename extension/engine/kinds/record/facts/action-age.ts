import { daysBetween } from '../../../calendar/plain-date.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { openActions } from '../open-rows.ts';

export default defineFact({
  name: 'action-age',
  kinds: ['record'],
  reads: ['record/Actions.Action', 'record/Actions.Status', 'record/Actions.Done', 'record/held'],
  unit: 'days',
  summary: 'How long an action has been open',
  asOf: true,
  compute(view, { asOf }) {
    return openActions(view).flatMap(({ rows }) => {
      const first = rows[0]!.section.document;
      const since = first.keys.held!.value!;
      if (since > asOf) return [];
      return [
        {
          at: rows.at(-1)!,
          value: String(daysBetween(since, asOf)),
          how: say('from {{since}}, when it was agreed, to {{until}}: it is still open', {
            since,
            until: asOf,
          }),
          data: { firstRecord: first.path },
        },
      ];
    });
  },
});
