import { type DueItem, type NotRun } from '../../engine/index.ts';
import { say } from '../../engine/model/said.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import { dueCalendar, dueJson, dueMarkdown, dueText, notRunLines } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { oneOf } from '../parse-arguments.ts';
import { personKey } from '../person-key.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger due`: what the calendar asks for. */
export async function due(context: CommandContext): Promise<ExitCode> {
  const { args, streams, language } = context;
  const within = args.value('within');
  const withinDays = within === undefined ? undefined : daysOf(within);
  const side = args.value('party');
  const party = side === undefined ? undefined : oneOf('--party', side.toLowerCase(), ['client', 'supplier']);
  const failOn = args.value('fail-on');
  if (failOn !== undefined) oneOf('--fail-on', failOn, ['overdue']);
  const session = await openSession(context);
  const name = args.value('person');
  const person = name === undefined ? undefined : personKey(session, name);
  const asOf = session.asOf();
  const items = await session.engine.due({
    asOf,
    paths: session.paths,
    ...(withinDays !== undefined && { withinDays }),
    ...(party !== undefined && { party }),
    ...(person !== undefined && { person }),
  });
  const notRun = session.engine.notRun('due', session.paths);
  streams.stdout.write(await written(items, asOf, notRun, context));
  // Only JSON has a place for it beside the items.
  if (args.format !== 'json') for (const line of notRunLines(notRun, language)) tell(streams.stderr, line);
  const fails = failOn !== undefined && items.some(({ overdue }) => overdue);
  return session.exitCodeFor(fails ? exitCode.findings : exitCode.fine);
}

async function written(
  items: readonly DueItem[],
  asOf: IsoDate,
  notRun: readonly NotRun[],
  { args, streams, environment, language }: CommandContext,
): Promise<string> {
  if (args.format === 'json') return dueJson(items, asOf, notRun);
  if (args.format === 'md') return dueMarkdown(items, asOf, language);
  if (args.format === 'ics') return await dueCalendar(items, asOf, language);
  return dueText(items, asOf, paintFor(streams.stdout, environment.variables), language);
}

/** `90d`, `90 days`, `12w`. */
function daysOf(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,5})\s*(d|days?|w|weeks?)$/i.exec(text.trim()) ?? [];
  if (count === '')
    throw new UsageError(
      say('--within "{{text}}" is no number of days. Write for example {{first}} or {{second}}.', {
        text,
        first: '90d',
        second: '12w',
      }),
    );
  return Number(count) * (unit.toLowerCase().startsWith('w') ? 7 : 1);
}
