import {
  closing,
  templateLanguage,
  withValue,
  type AskClosing,
  type Closing,
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
  const done = await closed({ session, path, language }, asker).finally(() => asker?.close());
  const { text, left } = done.closed;
  // What is written is compared with what was read.
  engine.update(path, { kind: 'text', text: before.text });
  if (text !== before.text) writeDocument(session, path, text, note);
  for (const said of left) streams.stdout.write(`${shown(spoken.say(said))}\n`);
  const inputs = say('{{n}} {{n|input|inputs}}', { n: String(settings.size + done.answers) });
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

interface Place {
  readonly session: Session;
  readonly path: string;
  /** Of the record. */
  readonly language: TemplateLanguage;
}

/** Closes the draft; whoever can be asked is asked for what is missing. */
async function closed({ session, path, language }: Place, asker: Asker | undefined): Promise<Closing> {
  const { engine } = session;
  const { lead } = engine.engagementOf(path)!;
  const ask: AskClosing = async ({ spec, asks }) => await asker?.ask(spec, asks);
  const record = {
    language,
    document: () => documentAt(session, path)!,
    others: () => engine.engagementOf(path)!.documents,
    questions: () => engine.questions([path]),
    findings: () => engine.check([path]).findings,
    change: (text: string) => change(session, path, text),
    onUnwritable: (at: string) => refuse(path, at),
  };
  return await closing(record, { lead, defaultLanguage: engine.config.language }, ask);
}

/** Puts a value into the draft as the engine has it; nothing is written yet. */
function put(session: Session, path: string, at: string, value: string): void {
  const text = withValue(documentAt(session, path)!, at, value);
  if (text === undefined) refuse(path, at);
  change(session, path, text);
}

function refuse(path: string, at: string): never {
  throw new UsageError(
    say('"{{at}}" cannot be written into "{{file}}" as that stands: write it by hand.', { at, file: path }),
  );
}

function change(session: Session, path: string, text: string): void {
  session.engine.update(path, { kind: 'text', text });
}
