import {
  asksPhase,
  completedAnswers,
  engagementQuestions,
  phaseQuestion,
  scaffold,
  type TemplateLanguage,
} from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import type { FieldSpec } from '../../engine/model/schema.ts';
import type { IsoDate } from '../../engine/model/value.ts';
import { dateSaid, type ReportLanguage } from '../../engine/reports.ts';
import { shown } from '../../engine/text.ts';
import { addDocument } from '../add-document.ts';
import { createAsker } from '../asker.ts';
import { pathInRoot } from '../find-root.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { languageOf, settingsOf } from '../settings.ts';
import { exitCode, tell, UsageError, type ExitCode, type Streams } from '../shell.ts';

/** `outrigger init`: one engagement from eight answers, and the first date that follows from them. */
export async function init(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language: spoken } = context;
  const isAsking = streams.stdin.isTTY === true && !args.has('yes');
  if (!isAsking && !args.has('yes') && args.values('set').length === 0) {
    throw new UsageError(
      say(
        'Nobody can be asked here, since standard input is no terminal. Give the answers, such as {{example}}, or take the defaults with --yes.',
        { example: '--set start=2026-01-15' },
      ),
    );
  }
  const session = await openSession(context, []);
  const [target] = args.positionals;
  const folder =
    target === undefined ? session.here : pathInRoot(environment.cwd, session.root, target, true);
  if (folder === undefined)
    throw new UsageError(say('The current folder lies outside the root. Name a folder below it.'));
  const file = folder === '' ? 'engagement.md' : `${folder}/engagement.md`;
  if (session.workspace.exists(file))
    throw new UsageError(say('"{{file}}" exists already and was left alone.', { file }));
  const language = languageOf(args, session.engine.config.language);
  const given = settingsOf(args, 'engagement', language, (said) => tell(streams.stderr, spoken.say(said)));
  const asking = { given, asOf: session.asOf(), language, spoken };
  const answered = new Map([...(isAsking ? await answers(asking, streams) : []), ...given]);
  const values = completedAnswers(answered, session.asOf(), language);
  const line = addDocument(session, file, scaffold('engagement', language, values), spoken);
  const first = spoken.say(await firstDateSaid(session, file));
  streams.stdout.write(`${line}\n${shown(first).trimEnd()}\n`);
  return exitCode.fine;
}

/** The date to tell first of those that follow from the answers, with its working. */
async function firstDateSaid({ engine, asOf: asOfDay }: Session, file: string): Promise<Said> {
  const asOf = asOfDay();
  const date = await engine.firstDate(file, asOf);
  if (date)
    return say('As of {{day}}: {{date}}. {{working}}', {
      day: asOf,
      date: dateSaid(date),
      working: date.working ?? '',
    });
  return say(
    'No date follows yet: fill in "end" and "notice", and outrigger facts shows the last day to give notice.',
  );
}

interface Asking {
  readonly given: ReadonlyMap<string, string>;
  readonly asOf: IsoDate;
  /** Of the document. */
  readonly language: TemplateLanguage;
  readonly spoken: ReportLanguage;
}

/** Asks one question after the other. Throws a UsageError where the person stops: nothing is written then. */
async function answers(
  { given, asOf, language, spoken }: Asking,
  streams: Streams,
): Promise<ReadonlyMap<string, string>> {
  const asker = createAsker(streams, language, spoken);
  const values = new Map(given);
  const answer = (spec: FieldSpec): Promise<string> =>
    asker.ask(
      spec,
      [spec.ask, spec.description].map((template) => ({ template, data: {} })),
    );
  try {
    const opening = say(
      'Eight questions, and one more where the start does not say the phase; press Enter to leave one open.',
    );
    streams.stderr.write(`${spoken.say(opening)}\n`);
    for (const spec of engagementQuestions)
      if (!given.has(spec.key)) values.set(spec.key, await answer(spec));
    if (!given.has('phase') && asksPhase(values, asOf)) {
      const phase = await answer(phaseQuestion);
      // Left open it follows from the start, as without a question.
      if (phase !== '') values.set('phase', phase);
    }
    return values;
  } finally {
    asker.close();
  }
}
