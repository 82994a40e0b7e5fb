import { percentage } from '../../../measure/decimal.ts';
import { defineFact } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { recordsExpected } from '../records-expected.ts';

export default defineFact({
  name: 'cadence-completeness',
  kinds: ['engagement', 'communication-plan'],
  reads: [
    'engagement/Meetings.Record',
    'engagement/Meetings.Every',
    'engagement/Meetings.When',
    'record/meeting',
    'record/held',
    'communication-plan/closed_periods',
    '*/valid_from',
    'engagement/start',
    'engagement/zone',
    'engagement/holidays',
  ],
  unit: 'percent',
  summary: 'How many of the records that meetings should have left in the last 12 months are there',
  asOf: true,
  compute(view, { asOf }) {
    return recordsExpected(view, asOf).flatMap(({ meeting, from, dates, missing }) => {
      const found = dates.length - missing.length;
      const value = percentage(found, dates.length, 2);
      if (value === undefined) return [];
      return [
        {
          at: meeting,
          value,
          how: say('{{records}} of {{meetings}} from {{from}} to {{to}}, closed periods left out', {
            records: say('{{n}} {{n|record|records}}', { n: String(found) }),
            meetings: say('{{n}} {{n|meeting|meetings}}', { n: String(dates.length) }),
            from,
            to: asOf,
          }),
          data: { missing, expected: String(dates.length) },
        },
      ];
    });
  },
});
