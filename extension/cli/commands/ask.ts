import { createDialogue, type PutQuestion } from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import { askingJson, askingText, joined, type AskedDraft } from '../../engine/reports.ts';
import { createAsker, type Asker } from '../asker.ts';
import { paintFor } from '../colours.ts';
import { engagementsAt } from '../engagement-at.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { writeDocument } from '../write-document.ts';

/** `outrigger ask`: puts what drafts lack to a person, one question at a time; where nobody can be asked, lists it. */
export async function ask(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language: spoken } = context;
  const session = await openSession(context);
  if (engagementsAt(session).length === 0)
    throw new UsageError(say('There is no engagement here: outrigger init begins one.'));
  const isAsking = streams.stdin.isTTY === true && args.format === 'text' && !args.has('list');
  if (!isAsking) {
    const left = draftsIn(session);
    const paint = paintFor(streams.stdout, environment.variables);
    streams.stdout.write(args.format === 'json' ? askingJson(left, spoken) : askingText(left, paint, spoken));
    return session.exitCodeFor(exitCode.fine);
  }
  const asker = createAsker(streams, 'en', spoken);
  let inputs = 0;
  try {
    tell(
      streams.stderr,
      spoken.say(
        say(
          'Press Enter to leave a question open, type < to go back; Ctrl-C stops and keeps what was answered.',
        ),
      ),
    );
    for (const { path } of draftsIn(session)) {
      const { answers, hasStopped } = await askAbout(path, session, asker, context);
      inputs += answers;
      if (hasStopped) break;
    }
  } finally {
    asker.close();
  }
  const left = draftsIn(session);
  if (left.length > 0)
    streams.stdout.write(askingText(left, paintFor(streams.stdout, environment.variables), spoken));
  tell(streams.stdout, spoken.say(endSaid(inputs, left)));
  return session.exitCodeFor(exitCode.fine);
}

function endSaid(inputs: number, left: readonly AskedDraft[]): Said {
  const n = String(inputs);
  return left.length > 0
    ? say('{{n}} {{n|input|inputs}}.', { n })
    : say('{{n}} {{n|input|inputs}}; no questions left.', { n });
}

/** The drafts that are asked about which lack something, the engagement document before the others of its engagement. */
function draftsIn(session: Session): readonly AskedDraft[] {
  const { engine, paths } = session;
  const asked = new Set(engine.questions(paths).map(({ path }) => path));
  return engagementsAt(session)
    .flatMap(({ lead, documents }) => [...new Set([...(lead ? [lead] : []), ...documents])])
    .filter(({ path }) => asked.has(path))
    .map(({ path }) => ({ path, askings: engine.asking(path) }));
}

/** Asks about one draft until nothing is left or the person stops. */
async function askAbout(
  path: string,
  session: Session,
  asker: Asker,
  { streams, language: spoken }: CommandContext,
): Promise<{ readonly answers: number; readonly hasStopped: boolean }> {
  const { engine } = session;
  const note = (said: Said): void => tell(streams.stderr, spoken.say(said));
  const dialogue = createDialogue({
    path,
    asking: (first) => engine.asking(path, first),
    answered: (its, key, answer) => engine.answered(its, key, answer),
    write: (made) => writeDocument(session, made.path, made.text, note),
  });
  for (let put = dialogue.current(); put; put = dialogue.current()) {
    const reply = await asker.put(puttable(path, put));
    if (reply.is === 'stop') return { answers: dialogue.inputs, hasStopped: true };
    if (reply.is === 'back') dialogue.back();
    else if (!(await dialogue.answer(reply.text)))
      note(say('This cannot be written into "{{file}}" as that stands: write it by hand.', { file: path }));
  }
  return { answers: dialogue.inputs, hasStopped: false };
}

function puttable(path: string, { asking, given, hasBack, left }: PutQuestion): Parameters<Asker['put']>[0] {
  const { asks, why, answer } = asking;
  const { spec, suggestions, language } = answer!;
  const title = say('{{file}}: {{n}} {{n|question|questions}} left.', { file: path, n: String(left) });
  return { spec, language, suggestions, given, hasBack, lines: [title, joined(asks, ' '), why] };
}
