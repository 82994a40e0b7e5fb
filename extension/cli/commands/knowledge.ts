import {
  knowledgeJson,
  knowledgeMarkdown,
  knowledgePicture,
  knowledgeText,
  type KnowledgeStanding,
} from '../../engine/reports.ts';
import { say } from '../../engine/model/said.ts';
import { paintFor } from '../colours.ts';
import { engagementsAt } from '../engagement-at.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger knowledge`: who works on what, beside how far the knowledge of it has moved. */
export async function knowledge(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const session = await openSession(context);
  const standings: KnowledgeStanding[] = [];
  for (const { folder } of engagementsAt(session)) {
    const standing = await session.engine.knowledge(folder);
    if (standing) standings.push(standing);
  }
  if (standings.length === 0)
    throw new UsageError(say('There is no engagement here: outrigger init begins one.'));
  const forms: Readonly<Record<string, () => string>> = {
    json: () => knowledgeJson(standings),
    md: () => knowledgeMarkdown(standings, language),
    svg: () => knowledgePicture(standings, language),
  };
  const asText = (): string =>
    knowledgeText(standings, paintFor(streams.stdout, environment.variables), language);
  streams.stdout.write((forms[args.format] ?? asText)());
  return session.exitCodeFor(exitCode.fine);
}
