import type { SharedHours } from '../../../calendar/overlap.ts';
import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { spanOf } from '../../../resolve/span.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { figures, say } from '../../../values/say.ts';
import { hoursOf, sharedBetween, workingTeams, type WorkingTeam } from '../../engagement/working-teams.ts';
import { secondsOfLength } from '../meeting-length.ts';
import { weeksSaid } from '../weeks-said.ts';

export default defineRule({
  code: 'CMM003',
  name: 'overlap-kept',
  meta: {
    kinds: ['communication-plan'],
    reads: [
      'communication-plan/overlap',
      'engagement/Teams.Team',
      'engagement/Teams.Party',
      'engagement/Teams.Zone',
      'engagement/Teams.Hours',
      'engagement/Teams.Days',
      'engagement/Teams.Holidays',
      'engagement/Teams.People',
      'engagement/People.Person',
      'engagement/Meetings.Attends',
      'engagement/office_hours',
      'engagement/client',
      'engagement/supplier',
      'engagement/start',
      '*/valid_from',
    ],
    summary: 'Require teams that meet to share as many working hours as is agreed',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    less: '"{{first}}" and "{{second}}" share {{hours}} {{hours|hour|hours}} a day, not "{{overlap}}" as agreed, {{weeks}}: move hours, or agree on less.',
  },
  engagement(view, report) {
    const teams = attendingTeams(view);
    for (const document of view.documents) {
      const { overlap } = document.keys;
      const agreed = secondsOfLength(overlap?.value);
      const span = spanOf(document, view);
      if (!overlap || agreed === undefined) continue; // equivalent: nothing is less than what is not known
      if (!span) continue;
      const shared = sharedBetween(span.from, span.to);
      for (const [first, second] of pairsOf(teams, view)) {
        const found = shared(first, second);
        const short = found?.days.filter(({ seconds }) => seconds < agreed) ?? [];
        if (!found || short.length === 0) continue;
        const dates = (days: SharedHours['days']): readonly string[] => days.map(({ date }) => date);
        const { at, related } = placesOf([overlap, first.row.cells.hours!, second.row.cells.hours!]);
        report.wrong(
          at,
          'less',
          {
            first: quote(first.name),
            second: quote(second.name),
            hours: figures(hoursOf(found.smallestSeconds)),
            overlap: quote(overlap.source.text),
            weeks: weeksSaid(dates(short), dates(found.days)),
          },
          {
            related: related.map((field) => ({
              at: field,
              message: field === overlap ? say('what is agreed') : say('the working hours'),
            })),
          },
        );
      }
    }
  },
});

/** Each team of the client's with each of the supplier's, in the order of their rows, as the fact counts them. */
function pairsOf(
  teams: readonly WorkingTeam[],
  view: View,
): readonly (readonly [WorkingTeam, WorkingTeam])[] {
  const sides = new Map(teams.map((team) => [team, view.findWho(team.name)?.side]));
  return teams.flatMap((first, i) =>
    teams.slice(i + 1).flatMap((second) => {
      const [one, other] = [sides.get(first), sides.get(second)];
      return one !== undefined && other !== undefined && one !== other ? [[first, second] as const] : [];
    }),
  );
}

/** Teams with somebody who must be at a meeting; every team where no meeting names anybody. */
function attendingTeams(view: View): readonly WorkingTeam[] {
  const teams = workingTeams(view);
  const rows = new Set<Row<'teams'>>();
  let isAnybodyNamed = false;
  for (const { cells } of view.rows('meetings')) {
    for (const { target } of view.who(cells.attends)) {
      isAnybodyNamed = true;
      if (target?.is === 'team') rows.add(target.row);
      if (target?.is === 'person') for (const team of view.teamsOf(target.row)) rows.add(team);
      // A party that must be there leaves open which of its teams goes.
      if (target?.is === 'party')
        for (const { row, name } of teams) if (view.findWho(name)?.side === target.side) rows.add(row);
    }
  }
  return isAnybodyNamed ? teams.filter(({ row }) => rows.has(row)) : teams;
}

function placesOf([first, ...others]: readonly [Field, ...Field[]]): {
  at: Field;
  related: readonly Field[];
} {
  let at = first;
  for (const field of others) at = laterPlace(at, field).later;
  return { at, related: [first, ...others].filter((field) => field !== at) };
}
