import type { IsoDate } from '../../engine/model/value.ts';
import { say } from '../../engine/model/said.ts';
import { leaverJson, leaverMarkdown, leaverText, leftLines, type HandOver } from '../../engine/reports.ts';
import { dayGiven } from '../as-of.ts';
import { paintFor } from '../colours.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { personKey } from '../person-key.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { changesOf, printPatch, tellDamaged, writeChange } from '../write-changes.ts';

/** `outrigger leaver`: what hangs on a person who leaves; with `--to` what somebody else takes over. */
export async function leaver(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const [name = ''] = args.positionals;
  const on = lastDay(context);
  refuseWriting(context);
  const session = await openSession(context, []);
  const dir = args.value('engagement');
  const target = dir === undefined ? undefined : pathInRoot(environment.cwd, session.root, dir);
  const { folder } = engagementAt(session, target);
  const person = personKey(session, name, [folder]);
  const to = successorOf(person, folder, session, context);
  const { report, handOver } = (await session.engine.leaver(folder, { person, on, to }))!;
  if (args.format !== 'text') {
    const write = args.format === 'json' ? leaverJson : leaverMarkdown;
    streams.stdout.write(write(report, handOver, language));
    return session.exitCodeFor(exitCode.fine);
  }
  if (handOver) return await changed(handOver, session, context);
  streams.stdout.write(leaverText(report, paintFor(streams.stdout, environment.variables), language));
  return session.exitCodeFor(exitCode.fine);
}

function lastDay({ args }: CommandContext): IsoDate {
  const on = args.value('on');
  if (on === undefined)
    throw new UsageError(say('outrigger leaver needs --on DATE: the last day of the person.'));
  return dayGiven('--on', on);
}

function refuseWriting({ args }: CommandContext): void {
  if (!args.has('write')) return;
  if (args.value('to') === undefined) throw new UsageError(say('--write needs --to PERSON: who takes over.'));
  if (args.format !== 'text')
    throw new UsageError(say('--write goes with the form text: the others only show what would change.'));
}

/** The key of who takes over, where somebody is named. */
function successorOf(
  person: string,
  folder: string,
  session: Session,
  { args }: CommandContext,
): string | undefined {
  const named = args.value('to');
  if (named === undefined) return undefined;
  const to = personKey(session, named, [folder]);
  if (to === person)
    throw new UsageError(say('"{{name}}" leaves: name somebody else with --to.', { name: to }));
  return to;
}

/** Prints or writes the changes, and tells what is left to a person. */
async function changed(handOver: HandOver, session: Session, context: CommandContext): Promise<ExitCode> {
  const { args, streams, language } = context;
  const changes = changesOf(session, handOver.texts, (file) => session.engine.textOf(file) ?? '');
  tellDamaged(session, context);
  let code: ExitCode = exitCode.fine;
  if (args.has('write')) {
    const written = changes.filter((change) => writeChange(change, streams, language));
    if (written.length < changes.length) code = exitCode.trouble;
    const data = {
      n: String(handOver.changed.length),
      written: String(written.length),
      files: String(changes.length),
    };
    streams.stdout.write(
      `${language.say(say('{{n}} {{n|place|places}}; {{written}} of {{files}} {{files|file|files}} written.', data))}\n`,
    );
  } else await printPatch(changes, context);
  for (const { place, text } of leftLines(handOver, language)) tell(streams.stderr, `${place}  ${text}`);
  return session.exitCodeFor(code);
}
