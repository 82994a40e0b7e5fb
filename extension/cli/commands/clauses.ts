import { clausesJson, clausesMarkdown, clausesText } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { engagementsAt } from '../engagement-at.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';

/** `outrigger clauses`: which clauses of a law the contract answers, and what the missing ones say. */
export async function clauses(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const session = await openSession(context);
  const found = session.engine.clauses(engagementsAt(session).map(({ folder }) => folder));
  const forms: Readonly<Record<string, () => string>> = {
    json: () => clausesJson(found),
    md: () => clausesMarkdown(found, language),
  };
  const asText = (): string => clausesText(found, paintFor(streams.stdout, environment.variables), language);
  streams.stdout.write((forms[args.format] ?? asText)());
  return session.exitCodeFor(exitCode.fine);
}
