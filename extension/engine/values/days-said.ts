import type { Said, SaidPart } from '../model/said.ts';
import type { DaysWithHours, Hours, TimeSpan, Weekday } from '../model/value.ts';
import { weekdayName } from './grammar-words.ts';
import { joined, say, times, words } from './say.ts';

/** "Monday-Friday", "Monday, Wednesday", "every day". */
export function weekdaysSaid(days: readonly Weekday[]): Said {
  if (days.length === 7) return joined([words('every day', 'weekday')], '');
  const runs: Weekday[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return joined(
    runs.flatMap((run): readonly SaidPart[] =>
      run.length > 2
        ? [say('{{first}}-{{last}}', { first: weekdaySaid(run[0]!), last: weekdaySaid(run.at(-1)!) })]
        : run.map(weekdaySaid),
    ),
    ', ',
  );
}

export function weekdaySaid(day: Weekday): SaidPart {
  return words(weekdayName(day), 'weekday');
}

/** "24x7", "office hours", "Monday-Saturday 06:00-22:00", "Monday 08:00-17:00, Friday 08:00-16:00", the name of a team. */
export function hoursSaid(hours: Hours): SaidPart {
  switch (hours.kind) {
    case 'always':
      return say('24x7');
    case 'office':
      return say('office hours');
    case 'team':
      return hours.team;
    case 'times':
      return hours.days
        ? daysWithHoursSaid({ days: hours.days, spans: hours.spans })
        : spansSaid(hours.spans);
    case 'weekly':
      return joined(hours.week.map(daysWithHoursSaid), ', ');
  }
}

function daysWithHoursSaid({ days, spans }: DaysWithHours): Said {
  return joined([weekdaysSaid(days), spansSaid(spans)], ' ');
}

function spansSaid(spans: readonly TimeSpan[]): SaidPart {
  return times(spans.map(({ from, to }) => `${from}-${to}`).join(', '));
}
