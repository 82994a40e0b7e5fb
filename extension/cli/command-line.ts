import { say } from '../engine/model/said.ts';
import { nearMiss, type ReportLanguage } from '../engine/text.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandTable } from './command-table.ts';
import { commandHelp, globalHelp } from './help.ts';
import { languageAsked } from './language-asked.ts';
import { didYouMean, parseArguments } from './parse-arguments.ts';
import { exitCode, tell, UsageError, type Environment, type ExitCode, type Streams } from './shell.ts';

/**
 * Runs one command line. `argv` is what follows the name of the program.
 * Resolves to the exit code; rejects only where Outrigger itself has a fault.
 */
export async function runCommandLine(
  argv: readonly string[],
  streams: Streams,
  environment: Environment,
): Promise<ExitCode> {
  const [first] = argv;
  if (first === '--version' || first === '-v') {
    streams.stdout.write(`${environment.version}\n`);
    return exitCode.fine;
  }
  const language = await languageAsked(argv, environment);
  environment.speaks?.(language);
  try {
    return await run(argv, streams, environment, language);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tell(streams.stderr, language.say(error.said));
    return exitCode.trouble;
  }
}

async function run(
  argv: readonly string[],
  streams: Streams,
  environment: Environment,
  language: ReportLanguage,
): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const [asked = '--lang'] = rest;
    const topic = first === 'help' && !/^--lang(?:=|$)/.test(asked) ? asked : undefined;
    const text =
      topic === undefined ? globalHelp(environment.version, language) : commandHelp(specOf(topic), language);
    (first === undefined ? streams.stderr : streams.stdout).write(text);
    return first === undefined ? exitCode.trouble : exitCode.fine;
  }
  const spec = specOf(first);
  const args = parseArguments(spec, rest);
  if (args.has('help')) {
    streams.stdout.write(commandHelp(spec, language));
    return exitCode.fine;
  }
  // Help needs no engine; everything else does.
  const { commands } = await import('./commands.ts');
  return commands[spec.name]({ spec, args, streams, environment, language });
}

function specOf(name: string): CommandSpec {
  const spec = commandTable.find((one) => one.name === name);
  if (spec) return spec;
  const near = nearMiss(
    name,
    commandTable.map((one) => one.name),
  );
  const mend = near === undefined ? say('See outrigger --help.') : didYouMean(near);
  throw new UsageError(
    name.startsWith('-')
      ? say('"{{name}}" is not an option that stands before a command of Outrigger. {{mend}}', { name, mend })
      : say('"{{name}}" is not a command of Outrigger. {{mend}}', { name, mend }),
  );
}
