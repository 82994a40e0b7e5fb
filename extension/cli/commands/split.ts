import {
  joinDocument,
  possibleSplits,
  restructurable,
  splitSection,
  type EngagementParts,
} from '../../engine/editing.ts';
import type { EngagementInfo } from '../../engine/index.ts';
import { say } from '../../engine/model/said.ts';
import { joined } from '../../engine/reports.ts';
import { shown } from '../../engine/text.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { writeTogether } from '../write-together.ts';

/** `outrigger split`: sections to documents of their own. */
export async function split(context: CommandContext): Promise<ExitCode> {
  const { args, environment } = context;
  const isList = args.has('list');
  if (isList === args.positionals.length > 0)
    throw new UsageError(
      say('Name the sections to split off, or ask with {{list}} which there are.', { list: '--list' }),
    );
  const session = await openSession(context, []);
  const named = args.value('engagement');
  const target = named === undefined ? undefined : pathInRoot(environment.cwd, session.root, named);
  const engagement = partsOf(session, engagementAt(session, target));
  if (isList) return await list(context, session, engagement);
  const workspace = restructurable(session.engine, session.asOf());
  return await writeTogether(context, session, await splitSection(workspace, engagement, args.positionals));
}

/** `outrigger join`: a document into another one. */
export async function join(context: CommandContext): Promise<ExitCode> {
  const { args, environment } = context;
  const session = await openSession(context, []);
  const { engine, root, workspace } = session;
  const named = (given: string): string => workspace.nameOf(pathInRoot(environment.cwd, root, given));
  const path = named(args.positionals[0] ?? '');
  const into = args.value('into');
  const engagement = engine.engagementOf(path);
  if (!engagement) throw new UsageError(say('"{{file}}" is no document of an engagement.', { file: path }));
  const done = await joinDocument(
    restructurable(engine, session.asOf()),
    partsOf(session, engagement),
    path,
    into === undefined ? undefined : named(into),
  );
  return await writeTogether(context, session, done);
}

function partsOf({ engine: { config } }: Session, engagement: EngagementInfo): EngagementParts {
  return { ...engagement, defaultLanguage: config.language, aliases: config.aliases };
}

async function list(
  { streams, language }: CommandContext,
  session: Session,
  engagement: EngagementParts,
): Promise<ExitCode> {
  const found = await possibleSplits(restructurable(session.engine, session.asOf()), engagement);
  for (const { path, to, headings } of found)
    streams.stdout.write(
      `${shown(language.say(say('{{path}}: {{headings}} to {{to}}', { path, headings: joined(headings, ', '), to })))}\n`,
    );
  if (found.length === 0)
    tell(streams.stdout, language.say(say('No section can stand alone as the documents are.')));
  return session.exitCodeFor(exitCode.fine);
}
