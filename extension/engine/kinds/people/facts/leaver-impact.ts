import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { defineFact } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { leaverPlaces } from '../../engagement/leaver-places.ts';
import { leavingGivers } from '../../kt-plan/leaving-givers.ts';
import { sessionsIn, type Sessions } from '../../kt-plan/topics.ts';
import { onlyRehearser } from '../../process/rehearsals.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';

export default defineFact({
  name: 'leaver-impact',
  kinds: ['people', 'engagement'],
  reads: [
    'engagement/People.Until',
    'ownership-map/Components.Accountable',
    'ownership-map/Components.Importance',
    'ownership-map/Who does what',
    'kt-plan/Topics.From',
    'kt-plan/Topics.Stage',
    'kt-plan/Sessions.Topic',
    'kt-plan/Sessions.Planned',
    'kt-plan/complete_by',
    'kt-plan/aftercare',
    'process/Rehearsals.Who',
    'process/component',
    'process/type',
    '*/owner',
  ],
  unit: 'integer',
  summary: 'How much hangs on a person who leaves: places, topics and runbooks that nobody else covers',
  asOf: false,
  compute(view) {
    const sessionsOf = sessionsIn(view);
    return view.rows('people').flatMap((row) => {
      const { until, person } = row.cells;
      if (until?.value === undefined) return [];
      const places = leaverPlaces(row, until.value, view);
      const topics = topicsOf(row, view, sessionsOf);
      const runbooks = runbooksOf(row, view);
      const count = places.length + topics.length + runbooks.length;
      return [
        {
          at: row,
          value: String(count),
          how: say(
            '"{{person}}" leaves on {{day}}: the only name in {{places}}, {{topics}} not handed over in time, {{runbooks}} that nobody else has rehearsed',
            {
              person: quote(person?.source.text ?? ''),
              day: until.value,
              places: say('{{n}} {{n|place|places}}', { n: String(places.length) }),
              topics: say('{{n}} {{n|topic|topics}}', { n: String(topics.length) }),
              runbooks: say('{{n}} {{n|runbook|runbooks}}', { n: String(runbooks.length) }),
            },
          ),
          data: {
            places: places.map(({ what }) => inEnglish(what)),
            withoutBackup: places.filter(({ hasBackup }) => !hasBackup).map(({ what }) => inEnglish(what)),
            topics,
            runbooks,
          },
        },
      ];
    });
  },
});

/** Topics whose givers are all gone, this person among them, before they are accepted (rules.md KTP009). */
function topicsOf(person: Row<'people'>, view: View, sessionsOf: Sessions): readonly string[] {
  return view.rows('topics').flatMap((topic) => {
    const isAmong = leavingGivers(topic, view, sessionsOf)?.people.includes(person) ?? false;
    return isAmong ? [topic.cells.topic?.source.text ?? ''] : [];
  });
}

/** Runbooks of critical components that nobody but this person has rehearsed (rules.md PRC010). */
function runbooksOf(person: Row<'people'>, view: View): readonly string[] {
  return view.sections('rehearsals').flatMap(({ document }) => {
    return onlyRehearser(document, view)?.person.row === person ? [document.title] : [];
  });
}
