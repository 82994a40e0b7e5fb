import { say } from '../../engine/model/said.ts';
import { codeownersJson, driftText, type CodeownersStanding } from '../../engine/reports.ts';
import { shownLines, shownName } from '../../engine/text.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { oneOf, type Arguments } from '../parse-arguments.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { writeTogether } from '../write-together.ts';

/** `outrigger codeowners`: what Components say to CODEOWNERS; whether that file says it; or it is written there. */
export async function codeowners(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const platform = dialectGiven(args);
  refuseTogether(args);
  const session = await openSession(context, []);
  const dir = args.value('engagement');
  const target = dir === undefined ? undefined : pathInRoot(environment.cwd, session.root, dir);
  const { folder } = engagementAt(session, target);
  const standing = (await session.engine.codeowners(folder, platform))!;
  if (args.has('check') || args.has('write')) refuseUnreadable(standing, session);
  if (args.has('write')) return await write(standing, session, context);
  if (args.format === 'json') streams.stdout.write(codeownersJson(standing));
  else if (args.has('check')) streams.stdout.write(driftText(standing, language));
  else {
    if (standing.rows.length > 0) streams.stdout.write(`${shownLines(standing.block)}\n`);
    else if (standing.isWhole)
      tell(streams.stdout, language.say(say('No component has Paths in this repository.')));
    for (const { path, at, said } of standing.problems)
      tell(
        streams.stderr,
        language.say(
          say('{{file}}:{{line}}:{{column}}: {{said}}', {
            file: shownName(path),
            line: String(at.line + 1),
            column: String(at.character + 1),
            said,
          }),
        ),
      );
    if (!standing.isWhole && standing.problems.length === 0) tell(streams.stderr, language.say(unread));
  }
  if (!args.has('check')) return session.exitCodeFor(exitCode.fine);
  if (standing.notLooked)
    tell(
      streams.stderr,
      language.say(
        say('Rows outside of the block were not looked at: {{why}}.', { why: standing.notLooked }),
      ),
    );
  const isSame = standing.isWhole && standing.drift.length === 0;
  return session.exitCodeFor(isSame ? exitCode.fine : exitCode.findings);
}

/** The platform that `--dialect` names. */
function dialectGiven(args: Arguments): 'github' | 'gitlab' | undefined {
  const given = args.value('dialect');
  return given === undefined
    ? undefined
    : oneOf('--dialect', given.toLowerCase(), ['github', 'gitlab'] as const);
}

function refuseTogether(args: Arguments): void {
  if (!args.has('write')) return;
  if (args.has('check'))
    throw new UsageError(say('--check and --write do not go together: take one of them.'));
  if (args.format !== 'text')
    throw new UsageError(say('--write goes with the form text: the others only show what would change.'));
}

function refuseUnreadable({ file, path, text, drift }: CodeownersStanding, { workspace }: Session): void {
  if (path === undefined)
    throw new UsageError(
      say('"{{file}}" lies outside of the root: name the folder of the repository with --root.', { file }),
    );
  const isThere = !drift.some(({ kind }) => kind === 'absent') && workspace.exists(path);
  if (text === undefined && isThere)
    throw new UsageError(say('"{{file}}" is no text that can be read.', { file: path }));
}

const unread = say(
  'A component has nobody accountable, or names somebody, or files, that do not read: outrigger check says where.',
);

/** Writes the block where Components say all of it. */
async function write(
  { path = '', text, after, isWhole, problems, file, drift }: CodeownersStanding,
  session: Session,
  context: CommandContext,
): Promise<ExitCode> {
  const { streams, language } = context;
  if (!isWhole && problems.length === 0) throw new UsageError(unread);
  if (problems.length === 0 && after === text) {
    tell(streams.stdout, language.say(say('Nothing to write.')));
    return session.exitCodeFor(exitCode.fine);
  }
  if (drift.some(({ kind }) => kind === 'broken-block'))
    throw new UsageError(
      say('The block in "{{file}}" has no end, no beginning, or stands there twice: leave one.', { file }),
    );
  return await writeTogether(context, session, {
    changes: [{ path, before: text, after }],
    problems: problems.map(({ said }) => said),
    notes: [],
  });
}
