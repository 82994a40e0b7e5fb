import { statusJson, statusMarkdown, statusText } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { engagementAt } from '../engagement-at.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';
import { standingsOf } from '../standings.ts';

/** `outrigger status`: where one engagement stands. */
export async function status(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const session = await openSession(context);
  const asOf = session.asOf();
  for (const standing of await standingsOf(session, [engagementAt(session, session.paths[0])])) {
    const work = args.format === 'md' ? await session.engine.knowledge(standing.folder) : undefined;
    streams.stdout.write(
      args.format === 'json'
        ? statusJson(standing, asOf)
        : work
          ? statusMarkdown(standing, work, asOf, language)
          : statusText(standing, asOf, paintFor(streams.stdout, environment.variables), language),
    );
  }
  return session.exitCodeFor(exitCode.fine);
}
