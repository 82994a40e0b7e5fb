import { factDefinitions } from '../../engine/index.ts';
import { factsJson, factsText } from '../../engine/report/facts-report.ts';
import { paintFor } from '../colours.ts';
import { oneOf } from '../parse-arguments.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';

/** `outrigger facts`: computed values with their working. */
export async function facts(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment } = context;
  const known = factDefinitions.map(({ name }) => name);
  const names = new Set(args.values('name').map((name) => oneOf('--name', name, known)));
  const session = await openSession(context);
  const asOf = session.asOf();
  const all = await session.engine.facts({ asOf, paths: session.paths });
  const found = names.size === 0 ? all : all.filter(({ name }) => names.has(name));
  streams.stdout.write(
    args.format === 'json'
      ? factsJson(found, asOf)
      : factsText(found, asOf, paintFor(streams.stdout, environment.variables)),
  );
  return session.exitCodeFor(exitCode.fine);
}
