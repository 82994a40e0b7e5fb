import type { GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineFact } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { leaverPlaces } from '../../engagement/leaver-places.ts';
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
    'kt-plan/Sessions.Planned',
    'kt-plan/complete_by',
    'process/Rehearsals.Who',
    'process/component',
    '*/owner',
  ],
  unit: 'integer',
  summary: 'How much hangs on a person who leaves: places, topics and runbooks that nobody else covers',
  asOf: false,
  compute(view) {
    return view.rows('people').flatMap((row) => {
      const { until, person } = row.cells;
      if (until?.value === undefined) return [];
      const places = leaverPlaces(row, until.value, view);
      const topics = topicsOf(row, view);
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

/** Topics that are not accepted and whose givers are all gone before they can be (rules.md KTP009). */
function topicsOf(person: Row<'people'>, view: View): readonly string[] {
  return view.rows('topics').flatMap((row) => {
    const { topic, from, stage } = row.cells;
    const givers = view.who(from).map(({ target }) => (target?.is === 'person' ? target.row : undefined)); // equivalent: a team never leaves
    if (stage?.value === 'accepted' || !givers.includes(person)) return [];
    const needed = neededUntil(row, view);
    const allLeave = givers.every((giver) => {
      const until = giver?.cells.until?.value;
      return until !== undefined && needed !== undefined && until < needed;
    });
    return allLeave ? [topic?.source.text ?? ''] : [];
  });
}

/** `complete_by`, else the latest planned session of the topic. */
function neededUntil(topic: Row<'topics'>, view: View): IsoDate | undefined {
  const completeBy = topic.section.document.keys.complete_by;
  if (completeBy && completeBy.state !== 'empty') return view.dayOf(completeBy);
  const planned = view
    .rows('sessions')
    .filter((session) => (view.named(session.cells.topic)[0]?.target as unknown) === topic)
    .flatMap((session) => view.dayOf(session.cells.planned) ?? []);
  return planned.sort().at(-1);
}

/** Runbooks of critical components that nobody but this person has rehearsed (rules.md PRC010). */
function runbooksOf(person: Row<'people'>, view: View): readonly string[] {
  return view.documentsOf('process').flatMap((document) => {
    const component = view.named(document.keys.component)[0]?.target as unknown as
      | Row<'components'>
      | undefined;
    const isCritical = component?.cells.importance?.value === 'critical';
    return isCritical && rehearsedOnlyBy(document, person, view) ? [document.title] : [];
  });
}

function rehearsedOnlyBy(document: GovernedDocument, person: Row<'people'>, view: View): boolean {
  const rehearsals = document.sections.get('rehearsals')?.rows ?? [];
  const names = rehearsals.flatMap(({ cells }) => view.who(cells.who).map(({ target }) => target));
  return names.length > 0 && names.every((named) => named?.is === 'person' && named.row === person);
}
