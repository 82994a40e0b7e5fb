import { portfolioJson, portfolioMarkdown, portfolioText } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { engagementsAt } from '../engagement-at.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';
import { standingsOf } from '../standings.ts';

/** `outrigger portfolio`: all engagements, one line each. */
export async function portfolio(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const session = await openSession(context);
  const asOf = session.asOf();
  const standings = await standingsOf(session, engagementsAt(session));
  streams.stdout.write(
    args.format === 'json'
      ? portfolioJson(standings, asOf)
      : args.format === 'md'
        ? portfolioMarkdown(standings, asOf, language)
        : portfolioText(standings, asOf, paintFor(streams.stdout, environment.variables), language),
  );
  return session.exitCodeFor(exitCode.fine);
}
