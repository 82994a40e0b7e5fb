import { createInterface } from 'node:readline';
import { completedAnswers, engagementQuestions } from '../../engine/features/engagement-questions.ts';
import { firstDate, firstDateFacts } from '../../engine/features/first-date.ts';
import { problemOfValue } from '../../engine/features/read-setting.ts';
import { scaffold } from '../../engine/features/scaffold.ts';
import { factValue } from '../../engine/report/fact-value.ts';
import { shown } from '../../engine/report/shown.ts';
import { addDocument } from '../add-document.ts';
import { pathInRoot } from '../find-root.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { languageOf, settingsOf } from '../settings.ts';
import { exitCode, tell, UsageError, type ExitCode, type Streams } from '../shell.ts';

/** `outrigger init`: one engagement from eight answers, and the first date that follows from them. */
export async function init(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment } = context;
  const given = settingsOf(args, 'engagement');
  const isAsking = streams.stdin.isTTY === true && !args.has('yes');
  if (!isAsking && !args.has('yes') && given.size === 0) {
    throw new UsageError(
      'Nobody can be asked here, since standard input is no terminal. Give the answers, such as --set start=2026-01-15, or take the defaults with --yes.',
    );
  }
  const session = await openSession(context, []);
  const [target] = args.positionals;
  const folder =
    target === undefined ? session.here : pathInRoot(environment.cwd, session.root, target, true);
  if (folder === undefined)
    throw new UsageError('The current folder lies outside the root. Name a folder below it.');
  const file = folder === '' ? 'engagement.md' : `${folder}/engagement.md`;
  if (session.workspace.exists(file)) throw new UsageError(`"${file}" exists already and was left alone.`);
  const language = languageOf(args, session.engine.config.language);
  const answered = new Map([...(isAsking ? await answers(given, streams) : []), ...given]);
  const values = completedAnswers(answered, session.asOf(), language);
  const line = addDocument(session, file, scaffold('engagement', language, values));
  streams.stdout.write(`${line}\n${await firstDateLine(session, file)}\n`);
  return exitCode.fine;
}

/** The date that matters most of those that follow from the answers, with its working. */
async function firstDateLine(session: Session, file: string): Promise<string> {
  const asOf = session.asOf();
  const facts = await session.engine.facts({ asOf, paths: [file], names: firstDateFacts });
  const fact = firstDate(facts);
  if (fact) return `As of ${asOf}, ${fact.name}: ${shown(factValue(fact))}. ${shown(fact.how)}`;
  return 'No date follows yet: fill in "end" and "notice", and outrigger facts shows the last day to give notice.';
}

/** Asks one question after the other. Throws a UsageError where the person stops: nothing is written then. */
async function answers(
  given: ReadonlyMap<string, string>,
  { stdin, stderr }: Streams,
): Promise<ReadonlyMap<string, string>> {
  const reader = createInterface({ input: stdin, output: stderr });
  const lines = reader[Symbol.asyncIterator]();
  const values = new Map<string, string>();
  const stop = (): void => reader.close();
  reader.on('SIGINT', stop);
  try {
    stderr.write('Eight questions at most; press Enter to leave one open.\n');
    for (const spec of engagementQuestions) {
      if (given.has(spec.key)) continue;
      for (;;) {
        stderr.write(`\n${spec.ask} ${spec.description}\n  such as ${spec.example}: `);
        const { value, done } = await lines.next();
        if (done === true) {
          stderr.write('\n');
          throw new UsageError('Stopped: nothing was written.');
        }
        const text = value.trim();
        const problem = text === '' ? undefined : problemOfValue(spec, text);
        if (problem !== undefined) {
          tell(stderr, problem);
          continue;
        }
        values.set(spec.key, text);
        break;
      }
    }
    return values;
  } finally {
    reader.close();
  }
}
