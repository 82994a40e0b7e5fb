import {
  closeRecord,
  openValues,
  templateLanguage,
  withAction,
  withValue,
  type ClosedRecord,
  type TemplateLanguage,
} from '../../engine/editing.ts';
import type { GovernedDocument } from '../../engine/model/document.ts';
import { say, type Said } from '../../engine/model/said.ts';
import { shown } from '../../engine/text.ts';
import { createAsker, type Asker } from '../asker.ts';
import { pathInRoot } from '../find-root.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { settingsOf } from '../settings.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { writeDocument } from '../write-document.ts';

/** `outrigger close`: asks for what the draft of a record lacks, and makes it final. */
export async function close(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment, language: spoken } = context;
  const note = (said: Said): void => tell(streams.stderr, spoken.say(said));
  const session = await openSession(context, []);
  const { engine } = session;
  const [given = ''] = args.positionals;
  const path = session.workspace.nameOf(pathInRoot(environment.cwd, session.root, given));
  const before = draftAt(session, path);
  const { lead } = engine.engagementOf(path)!;
  const language = templateLanguage(
    before.keys.language?.value,
    lead?.keys.language?.value,
    engine.config.language,
  );
  const settings = settingsOf(args, 'record', language, note);
  for (const [key, value] of settings) put(session, path, key, value);
  const isAsking = streams.stdin.isTTY === true && !args.has('yes');
  const asker = isAsking ? createAsker(streams, language, spoken) : undefined;
  const { closed, answers } = await closing({ session, path, language }, asker).finally(() => asker?.close());
  const { text, left } = closed;
  // What is written is compared with what was read.
  engine.update(path, { kind: 'text', text: before.text });
  if (text !== before.text) writeDocument(session, path, text, note);
  for (const said of left) streams.stdout.write(`${shown(spoken.say(said))}\n`);
  const inputs = say('{{n}} {{n|input|inputs}}', { n: String(settings.size + answers) });
  const end =
    left.length === 0
      ? say('{{file}}: final, with {{inputs}}.', { file: path, inputs })
      : say('{{file}}: still a draft, with {{inputs}}; {{n}} {{n|thing is|things are}} missing or wrong.', {
          file: path,
          inputs,
          n: String(left.length),
        });
  tell(streams.stdout, spoken.say(end));
  return session.exitCodeFor(left.length === 0 ? exitCode.fine : exitCode.findings);
}

/** The draft at a path. Throws a UsageError where there is none that can be closed. */
function draftAt(session: Session, path: string): GovernedDocument {
  const document = documentAt(session, path);
  if (document?.kind !== 'record')
    throw new UsageError(say('"{{file}}" is no record of an engagement.', { file: path }));
  if (document.status !== 'draft')
    throw new UsageError(say('"{{file}}" is final already: it was left alone.', { file: path }));
  return document;
}

function documentAt({ engine }: Session, path: string): GovernedDocument | undefined {
  return engine.engagementOf(path)?.documents.find((one) => one.path === path);
}

interface Closing {
  readonly session: Session;
  readonly path: string;
  /** Of the record. */
  readonly language: TemplateLanguage;
}

/** Closes the draft; whoever can be asked is asked for what is missing, until it is final or nothing more is answered. */
async function closing(
  of: Closing,
  asker: Asker | undefined,
): Promise<{ readonly closed: ClosedRecord; readonly answers: number }> {
  const passed = new Set<string>();
  for (let answers = 0; ;) {
    if (asker) answers += await valuesAsked(of, asker, passed);
    const closed = attempt(of);
    const more = asker ? await actionsAsked(of, asker, passed, closed) : 0;
    if (more === 0) return { closed, answers };
    answers += more;
  }
}

function attempt({ session, path }: Closing): ClosedRecord {
  const { engine } = session;
  const { lead } = engine.engagementOf(path)!;
  return closeRecord(
    {
      document: () => documentAt(session, path)!,
      others: () => engine.engagementOf(path)!.documents,
      questions: () => engine.questions([path]),
      findings: () => engine.check([path]).findings,
      change: (now) => engine.update(path, { kind: 'text', text: now }),
    },
    { lead, defaultLanguage: engine.config.language },
  );
}

/** Asks for each value that the draft lacks, and for those that are lacking then; gives how many were answered. */
async function valuesAsked({ session, path }: Closing, asker: Asker, passed: Set<string>): Promise<number> {
  for (let answers = 0; ;) {
    const questions = session.engine.questions([path]);
    const open = openValues(documentAt(session, path)!, questions).find(({ at }) => !passed.has(at));
    if (!open) return answers;
    passed.add(open.at);
    const value = await asker.ask(open.spec, open.asks);
    if (value === '') continue;
    put(session, path, open.at, value);
    answers++;
  }
}

/** Asks for the action of each missed result that has none; gives how many were answered. */
async function actionsAsked(
  { session, path, language }: Closing,
  asker: Asker,
  passed: Set<string>,
  { lacking }: ClosedRecord,
): Promise<number> {
  let answers = 0;
  for (const { of, spec, asks } of lacking) {
    const key = JSON.stringify(['action', of]);
    if (passed.has(key)) continue;
    passed.add(key);
    const words = await asker.ask(spec, asks);
    if (words === '') continue;
    const text = withAction(documentAt(session, path)!, of, words, language);
    change(session, path, text, spec.title);
    answers++;
  }
  return answers;
}

/** Puts a value into the draft as the engine has it; nothing is written yet. */
function put(session: Session, path: string, at: string, value: string): void {
  change(session, path, withValue(documentAt(session, path)!, at, value), at);
}

function change(session: Session, path: string, text: string | undefined, at: string): void {
  if (text === undefined)
    throw new UsageError(
      say('"{{at}}" cannot be written into "{{file}}" as that stands: write it by hand.', { at, file: path }),
    );
  session.engine.update(path, { kind: 'text', text });
}
