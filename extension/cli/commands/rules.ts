import { checkRules, dueRules } from '../../engine/index.ts';
import { rulesJson, rulesText } from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { profilesGiven, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';

/** `outrigger rules`: every rule, or those of some profiles, by code. */
export function rules({ args, streams, environment, language }: CommandContext): Promise<ExitCode> {
  const given = profilesGiven(args);
  const profiles = given && new Set([...given, 'base']);
  const listed = [...checkRules, ...dueRules]
    .filter(({ meta }) => !profiles || meta.profiles.some((profile) => profiles.has(profile)))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  streams.stdout.write(
    args.format === 'json'
      ? rulesJson(listed)
      : rulesText(listed, paintFor(streams.stdout, environment.variables), language),
  );
  return Promise.resolve(exitCode.fine);
}
