import { factDefinitions } from '../../engine/index.ts';
import { factsJson, factsText, notRunLines } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { exportSnapshot } from '../export-snapshot.ts';
import { oneOf } from '../parse-arguments.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, tell, type ExitCode } from '../shell.ts';

/** `outrigger facts`: computed values with their working. */
export async function facts(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const target = args.value('export');
  if (target !== undefined) return await exportSnapshot(context, target);
  const known = factDefinitions.map(({ name }) => name);
  const names = new Set(args.values('name').map((name) => oneOf('--name', name, known)));
  const session = await openSession(context);
  const asOf = session.asOf();
  const found = await session.engine.facts({
    asOf,
    paths: session.paths,
    ...(names.size > 0 && { names }),
  });
  const notRun = session.engine.notRun('facts', session.paths).flatMap((one) => {
    const asked = names.size === 0 ? one.codes : one.codes.filter((name) => names.has(name));
    return asked.length === 0 ? [] : [{ ...one, codes: asked }];
  });
  streams.stdout.write(
    args.format === 'json'
      ? factsJson(found, asOf, notRun)
      : factsText(found, asOf, paintFor(streams.stdout, environment.variables), language),
  );
  // Only JSON has a place for it beside the facts.
  if (args.format !== 'json') for (const line of notRunLines(notRun, language)) tell(streams.stderr, line);
  return session.exitCodeFor(exitCode.fine);
}
