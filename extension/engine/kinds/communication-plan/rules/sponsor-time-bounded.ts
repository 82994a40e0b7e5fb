import { add, compare, exact, multiply, type Exact } from '../../../measure/decimal.ts';
import type { Row } from '../../../model/document.ts';
import type { View, WhoReference } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { secondsOfLength } from '../meeting-length.ts';
import { timesAWeek } from '../times-a-week.ts';

/** What a sponsor may be asked for in a week; exactly so much is allowed. */
const secondsAtMost = exact(4 * 3600);
const once = exact(1);

export default defineRule({
  code: 'CMM011',
  name: 'sponsor-time-bounded',
  meta: {
    kinds: ['engagement', 'communication-plan'],
    reads: [
      'engagement/Meetings.Meeting',
      'engagement/Meetings.Every',
      'engagement/Meetings.When',
      'engagement/Meetings.Length',
      'engagement/Meetings.Attends',
      'engagement/sponsor_client',
      'engagement/sponsor_supplier',
      'engagement/People.Person',
      'engagement/Teams.Team',
      'engagement/Teams.People',
    ],
    summary: 'Forbid meetings that take more of a sponsor than a sponsor should give',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    often:
      '"{{name}}" is a sponsor and must be at "{{meeting}}" more often than once a week: name somebody who does the work.',
    oftenInTeam:
      'The sponsor "{{name}}" is in "{{team}}", which must be at "{{meeting}}" more often than once a week: name people instead.',
    long: '"{{name}}" is a sponsor and must be at meetings of more than 4 hours a week: leave some to others.',
  },
  engagement(view, report) {
    for (const sponsor of sponsorsOf(view)) {
      const attended = view.rows('meetings').flatMap((meeting) => {
        const named = view.who(meeting.cells.attends).find((one) => isThere(sponsor.row, one, view));
        const often = timesAWeek(meeting);
        return named && often ? [{ meeting, named, often }] : [];
      });
      const frequent = attended.filter(({ often }) => compare(often, once) > 0);
      for (const { meeting, named } of frequent) {
        const data = { name: quote(sponsor.name), meeting: quote(meeting.cells.meeting?.source.text ?? '') };
        const at = partOf(meeting.cells.attends!, named.span);
        if (named.target?.is === 'team')
          report.wrong(at, 'oftenInTeam', { ...data, team: quote(named.text) });
        else report.wrong(at, 'often', data);
      }
      const long = attended.flatMap((one) => {
        const seconds = secondsOfLength(one.meeting.cells.length?.value);
        return seconds === undefined ? [] : [{ ...one, seconds: multiply(exact(seconds), one.often) }];
      });
      const total = long.reduce<Exact>((sum, { seconds }) => add(sum, seconds), exact(0));
      // One meeting too many is said of that.
      if (frequent.length > 0 || compare(total, secondsAtMost) <= 0) continue;
      const places = long.map(({ meeting, named }) => partOf(meeting.cells.attends!, named.span));
      report.wrong(
        places.at(-1)!,
        'long',
        { name: quote(sponsor.name) },
        { related: places.slice(0, -1).map((at) => ({ at, message: say('must be here too') })) },
      );
    }
  },
});

interface Sponsor {
  readonly name: string;
  readonly row: Row<'people'>;
}

/** Each of them once, who may be the same person on paper. */
function sponsorsOf(view: View): readonly Sponsor[] {
  const found = new Map<Row<'people'>, Sponsor>();
  for (const key of ['sponsor_client', 'sponsor_supplier'] as const) {
    for (const { target } of view.who(view.lead?.keys[key]))
      if (target?.is === 'person') found.set(target.row, { name: target.name, row: target.row });
  }
  return [...found.values()];
}

function isThere(sponsor: Row<'people'>, { target }: WhoReference, view: View): boolean {
  if (target?.is === 'person') return target.row === sponsor;
  return target?.is === 'team' && view.teamsOf(sponsor).includes(target.row);
}
