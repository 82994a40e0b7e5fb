import { inEnglish } from '../../engine/model/said.ts';
import { createInterface } from 'node:readline';
import {
  answerChoices,
  asksPhase,
  completedAnswers,
  engagementQuestions,
  phaseQuestion,
  problemOfValue,
  scaffold,
  type TemplateLanguage,
} from '../../engine/editing.ts';
import { dateLine } from '../../engine/reports.ts';
import type { FieldSpec } from '../../engine/model/schema.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import { shown } from '../../engine/text.ts';
import { addDocument } from '../add-document.ts';
import { pathInRoot } from '../find-root.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { languageOf, settingsOf, understood, withChoices } from '../settings.ts';
import { exitCode, tell, UsageError, type ExitCode, type Streams } from '../shell.ts';

/** `outrigger init`: one engagement from eight answers, and the first date that follows from them. */
export async function init(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment } = context;
  const isAsking = streams.stdin.isTTY === true && !args.has('yes');
  if (!isAsking && !args.has('yes') && args.values('set').length === 0) {
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
  const given = settingsOf(args, 'engagement', language, (line) => tell(streams.stderr, line));
  const asking = { given, asOf: session.asOf(), language };
  const answered = new Map([...(isAsking ? await answers(asking, streams) : []), ...given]);
  const values = completedAnswers(answered, session.asOf(), language);
  const line = addDocument(session, file, scaffold('engagement', language, values));
  streams.stdout.write(`${line}\n${await firstDateLine(session, file)}\n`);
  return exitCode.fine;
}

/** The date to tell first of those that follow from the answers, with its working. */
async function firstDateLine({ engine, asOf: asOfDay }: Session, file: string): Promise<string> {
  const asOf = asOfDay();
  const date = await engine.firstDate(file, asOf);
  if (date) return `As of ${asOf}: ${dateLine(date)}. ${shown(date.how ?? '')}`.trimEnd();
  return 'No date follows yet: fill in "end" and "notice", and outrigger facts shows the last day to give notice.';
}

interface Asking {
  readonly given: ReadonlyMap<string, string>;
  readonly asOf: IsoDate;
  readonly language: TemplateLanguage;
}

/** Asks one question after the other. Throws a UsageError where the person stops: nothing is written then. */
async function answers(
  { given, asOf, language }: Asking,
  { stdin, stderr }: Streams,
): Promise<ReadonlyMap<string, string>> {
  const reader = createInterface({ input: stdin, output: stderr });
  const lines = reader[Symbol.asyncIterator]();
  const values = new Map(given);
  const stop = (): void => reader.close();
  reader.on('SIGINT', stop);

  async function answer(spec: FieldSpec): Promise<string> {
    for (;;) {
      stderr.write(`\n${spec.ask} ${spec.description}\n  such as ${examplesOf(spec, language)}: `);
      const { value, done } = await lines.next();
      if (done === true) {
        stderr.write('\n');
        throw new UsageError('Stopped: nothing was written.');
      }
      const text = value.trim();
      const meant = understood(spec, text, language, (line) => tell(stderr, line));
      if (meant !== undefined) return meant;
      const problem = problemOfValue(spec, text);
      tell(stderr, withChoices(problem ? inEnglish(problem) : '', spec, text, language));
    }
  }

  try {
    stderr.write(
      'Eight questions, and one more where the start does not say the phase; press Enter to leave one open.\n',
    );
    for (const spec of engagementQuestions)
      if (!given.has(spec.key)) values.set(spec.key, await answer(spec));
    if (!given.has('phase') && asksPhase(values, asOf)) {
      const phase = await answer(phaseQuestion);
      // Left open it follows from the start, as without a question.
      if (phase !== '') values.set('phase', phase);
    }
    return values;
  } finally {
    reader.close();
  }
}

/** The answers of a list, else one example. */
function examplesOf(spec: FieldSpec, language: TemplateLanguage): string {
  return answerChoices(spec, language)?.values.join(' / ') ?? spec.example;
}
