import { say } from '../../engine/model/said.ts';
import {
  claimLetter,
  creditsJson,
  creditsMarkdown,
  creditsText,
  notRunLines,
  type CreditsStanding,
  type LetterFor,
  type ReportLanguage,
} from '../../engine/reports.ts';
import { paintFor } from '../colours.ts';
import { engagementAt, engagementsAt } from '../engagement-at.ts';
import { languageNamed } from '../language-named.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger credits`: what results earn in service credits, and the claim for what is due. */
export async function credits(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language } = context;
  const letter = args.value('letter');
  const given = [...args.positionals, ...args.values('engagement')];
  if (letter !== undefined) return await writeLetter(letter, given, context);
  const session = await openSession(context, given);
  const asOf = session.asOf();
  const standings: CreditsStanding[] = [];
  for (const { folder } of engagementsAt(session)) {
    const standing = await session.engine.credits(folder, asOf);
    if (standing) standings.push(standing);
  }
  const notRun = session.engine
    .notRun('facts', session.paths)
    .filter(({ codes }) => codes.includes(fact))
    .map((one) => ({ ...one, codes: [fact] }));
  const forms: Readonly<Record<string, () => string>> = {
    json: () => creditsJson(standings, asOf, notRun),
    md: () => creditsMarkdown(standings, asOf, language),
  };
  const asText = (): string =>
    creditsText(standings, asOf, paintFor(streams.stdout, environment.variables), language);
  streams.stdout.write((forms[args.format] ?? asText)());
  // Only JSON has a place for it beside the credits.
  if (args.format !== 'json') for (const line of notRunLines(notRun, language)) tell(streams.stderr, line);
  return session.exitCodeFor(exitCode.fine);
}

/** What tells of results whose credits cannot be known. */
const fact = 'credit-due';

async function writeLetter(
  letter: string,
  given: readonly string[],
  context: CommandContext,
): Promise<ExitCode> {
  const { args, streams, language } = context;
  if (args.format === 'json')
    throw new UsageError(say('A letter is Markdown: leave out --format, or --letter.'));
  const isRecord = letter.toLowerCase().endsWith('.md');
  const session = await openSession(context, isRecord ? [letter, ...given] : given);
  const { folder } = engagementAt(session, session.paths[0]);
  const asOf = session.asOf();
  const standing = await session.engine.credits(folder, asOf);
  if (!standing) return session.exitCodeFor(exitCode.findings);
  const asked: LetterFor = isRecord ? { record: session.paths[0]! } : { period: letter };
  const written = claimLetter(standing, asked, asOf, await languageOfLetter(standing, context));
  if ('nothing' in written) {
    tell(streams.stderr, language.say(written.nothing));
    return session.exitCodeFor(exitCode.findings);
  }
  streams.stdout.write(written.text);
  return session.exitCodeFor(exitCode.fine);
}

/** A letter goes to the other party: it is in the language of `--lang`, else of the engagement, whatever this machine speaks. */
async function languageOfLetter(
  { language }: CreditsStanding,
  { args, language: spoken }: CommandContext,
): Promise<ReportLanguage> {
  if (args.has('lang')) return spoken;
  return await languageNamed(language);
}
