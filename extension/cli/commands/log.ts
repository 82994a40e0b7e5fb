import { say } from '../../engine/model/said.ts';
import { documentLogJson, documentLogMarkdown, documentLogText } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger log`: what became of one document, and who signed which content of it. */
export async function log(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const session = await openSession(context, args.positionals, true);
  const [path = ''] = session.paths;
  const answer = await session.engine.documentLog(path);
  if (!answer)
    throw new UsageError(
      say('"{{path}}" is no document of an engagement. Name the file whose log is to be shown.', { path }),
    );
  if ('to' in answer)
    throw new UsageError(
      say('"{{path}}" stands at "{{to}}" now. Name that file: its log has what became of it before.', {
        path,
        to: answer.to,
      }),
    );
  if ('why' in answer)
    throw new UsageError(say('What changed cannot be told: {{why}}.', { why: answer.why }));
  const forms: Readonly<Record<string, () => string>> = {
    json: () => documentLogJson(answer),
    md: () => documentLogMarkdown(answer, language),
  };
  const asText = (): string =>
    documentLogText(answer, paintFor(streams.stdout, environment.variables), language);
  streams.stdout.write((forms[args.format] ?? asText)());
  return session.exitCodeFor(exitCode.fine);
}
