import { checkJson, checkText } from '../../engine/reports.ts';
import { say } from '../../engine/model/said.ts';
import { paintFor } from '../colours.ts';
import { checkOnce } from '../../engine/index.ts';
import { findPlace, type CommandContext } from '../session.ts';
import { exitCode, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger check`: what the content says, whatever the day. */
export async function check(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const most = mostWarnings(args.value('max-warnings'));
  const place = findPlace(context);
  const withCoverage = args.has('coverage');
  const rev = args.value('against');
  // Most runs compare with nothing: what does is loaded when it is asked for.
  const result =
    rev === undefined
      ? await checkOnce(place.options, place.paths, withCoverage)
      : await (await import('../base-side.ts')).checkedAgainst(rev, place, { args, withCoverage });
  place.wasRead();
  const tool = { name: 'outrigger', version: environment.version };
  streams.stdout.write(
    args.format === 'json'
      ? checkJson(result, tool)
      : checkText(result, paintFor(streams.stdout, environment.variables), place.paths, language),
  );
  if (result.failed) return exitCode.trouble;
  const { errors, warnings } = result.summary;
  return place.exitCodeFor(errors > 0 || warnings > most ? exitCode.findings : exitCode.fine);
}

function mostWarnings(given: string | undefined): number {
  if (given === undefined) return Infinity;
  if (!/^\d{1,9}$/.test(given))
    throw new UsageError(
      say('--max-warnings "{{given}}" is no number of warnings. Write for example {{example}}.', {
        given,
        example: '0',
      }),
    );
  return Number(given);
}
