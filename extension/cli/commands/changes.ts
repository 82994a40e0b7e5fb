import path from 'node:path';
import { say } from '../../engine/model/said.ts';
import {
  changesJson,
  changesMarkdown,
  changesText,
  type ChangeLog,
  type Since,
} from '../../engine/reports.ts';
import { dayGiven } from '../as-of.ts';
import { paintFor } from '../colours.ts';
import { engagementsAt } from '../engagement-at.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { shownName } from '../../engine/text.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger changes`: what commits made of documents, in words. */
export async function changes(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const given = args.value('since');
  const session = await openSession(context);
  const folders = engagementsAt(session).map(({ folder }) => folder);
  if (folders.length === 0)
    throw new UsageError(say('There is no engagement here: outrigger init begins one.'));
  const since = await sinceGiven(given, folders, session, context);
  const logs: ChangeLog[] = [];
  for (const answer of await session.engine.changes(folders, { since, paths: session.paths })) {
    if ('why' in answer)
      throw new UsageError(say('What changed cannot be told: {{why}}.', { why: answer.why }));
    for (const file of answer.unread)
      tell(
        streams.stderr,
        language.say(
          say('{{file}} is left out: a former text of it cannot be read.', { file: shownName(file) }),
        ),
      );
    logs.push(answer);
  }
  const forms: Readonly<Record<string, () => string>> = {
    json: () => changesJson(logs),
    md: () => changesMarkdown(logs, language),
  };
  const asText = (): string => changesText(logs, paintFor(streams.stdout, environment.variables), language);
  streams.stdout.write((forms[args.format] ?? asText)());
  return session.exitCodeFor(exitCode.fine);
}

/** A day, the last strategic review, or what a revision was not built on. */
async function sinceGiven(
  given: string | undefined,
  folders: readonly string[],
  { root }: Session,
  { args }: CommandContext,
): Promise<Since> {
  if (given === undefined) return { is: 'beginning' };
  if (given === 'last-review') return { is: 'review' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return { is: 'day', day: dayGiven('--since', given) };
  if (args.has('no-git')) return { is: 'beginning' };
  const { reachedFrom } = await import('../../git/index.ts');
  const known = new Set<string>();
  // Engagements may lie in several repositories, and each must know the name.
  for (const folder of folders) {
    const reached = await reachedFrom(path.join(root, folder), given);
    // Where there is no history, that is said in its place.
    if (reached !== undefined && 'kind' in reached) return { is: 'beginning' };
    if (reached === undefined)
      throw new UsageError(
        say(
          '--since "{{given}}" is no day, no revision of Git and not last-review. Write for example {{example}}.',
          {
            given,
            example: '2026-11-23',
          },
        ),
      );
    for (const hash of reached) known.add(hash);
  }
  return { is: 'commit', rev: given, known };
}
