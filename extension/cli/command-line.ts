import { commandTable, type CommandSpec } from './command-table.ts';
import { commandHelp, globalHelp } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { exitCode, tell, UsageError, type Environment, type ExitCode, type Streams } from './shell.ts';
import { nearMiss } from '../engine/text.ts';

/**
 * Runs one command line. `argv` is what follows the name of the program.
 * Resolves to the exit code; rejects only where Outrigger itself has a fault.
 */
export async function runCommandLine(
  argv: readonly string[],
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  try {
    return await run(argv, streams, environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(streams.stderr, error.message);
    return exitCode.trouble;
  }
}

async function run(argv: readonly string[], streams: Streams, environment: Environment): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const topic = first === 'help' ? rest[0] : undefined;
    const text = topic === undefined ? globalHelp(environment.version) : commandHelp(specOf(topic));
    (first === undefined ? streams.stderr : streams.stdout).write(text);
    return first === undefined ? exitCode.trouble : exitCode.fine;
  }
  if (first === '--version' || first === '-v') {
    streams.stdout.write(`${environment.version}\n`);
    return exitCode.fine;
  }
  const spec = specOf(first);
  const args = parseArguments(spec, rest);
  if (args.has('help')) {
    streams.stdout.write(commandHelp(spec));
    return exitCode.fine;
  }
  // Help needs no engine; everything else does.
  const { commands } = await import('./commands.ts');
  return commands[spec.name]({ spec, args, streams, environment });
}

function specOf(name: string): CommandSpec {
  const spec = commandTable.find((one) => one.name === name);
  if (spec) return spec;
  const what = name.startsWith('-') ? 'an option that stands before a command' : 'a command';
  const near = nearMiss(
    name,
    commandTable.map((one) => one.name),
  );
  const mend = near === undefined ? 'See outrigger --help.' : `Did you mean "${near}"?`;
  throw new UsageError(`"${name}" is not ${what} of Outrigger. ${mend}`);
}
