import type { Signing } from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import { shownName } from '../../engine/text.ts';
import { createFile } from '../create-file.ts';
import { personKey } from '../person-key.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger sign`: writes that somebody has gone through a document, or approved it, as it now stands. */
export async function sign(context: CommandContext): Promise<ExitCode> {
  const { args, streams, language } = context;
  const by = args.value('by');
  if (by === undefined) throw new UsageError(say('outrigger sign needs --by PERSON: who signs.'));
  const session = await openSession(context);
  const signing = signedBy(session, by, args.has('approve') ? 'approved' : 'reviewed');
  for (const { document, signoff } of signing.known)
    streams.stdout.write(
      `${language.say(
        say('{{document}}: signed already as it now stands, in {{signoff}}.', {
          document: shownName(document),
          signoff: shownName(signoff),
        }),
      )}\n`,
    );
  for (const { document, why } of signing.left)
    tell(
      streams.stderr,
      language.say(say('{{document}} is not signed: {{why}}', { document: shownName(document), why })),
    );
  let code: ExitCode = exitCode.fine;
  for (const { path, text, document } of signing.files) {
    if (session.workspace.damaged.has(document)) {
      tell(streams.stderr, language.say(notText(document)));
      code = exitCode.trouble;
      continue;
    }
    if (!createFile(session.root, path, text))
      throw new UsageError(say('"{{file}}" exists already and was left alone.', { file: path }));
    streams.stdout.write(`${shownName(path)}\n`);
  }
  return session.exitCodeFor(code);
}

/** What would be signed is not what the file holds. */
function notText(file: string): Said {
  return say('"{{file}}" holds bytes that are not UTF-8: it is not signed.', { file });
}

function signedBy(
  session: Session,
  by: string,
  means: 'reviewed' | 'approved',
): Extract<Signing, { readonly is: 'ready' }> {
  const [path = ''] = session.paths;
  const folder = session.engine.engagementOf(path)?.folder;
  if (folder === undefined) throw ungoverned(path);
  const request = { by: personKey(session, by, [folder]), means, date: session.asOf(), via: 'cli' as const };
  const signing = session.engine.signing(path, request);
  if (!signing) throw ungoverned(path);
  if (signing.is === 'refused') throw new UsageError(signing.why);
  return signing;
}

function ungoverned(path: string): UsageError {
  return new UsageError(
    say('"{{path}}" is no document of an engagement. Name the file that is to be signed.', { path }),
  );
}
