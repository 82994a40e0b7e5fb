import type { Signing } from '../engine/editing.ts';
import { say, type Said } from '../engine/model/said.ts';
import { shownName } from '../engine/text.ts';
import { createFile } from './create-file.ts';
import type { CommandContext, Session } from './session.ts';
import { exitCode, tell, UsageError, type ExitCode } from './shell.ts';

/** Writes the files of a signing, and tells what was signed already and what is not signed. */
export function writeSignoffs(
  session: Session,
  { known, left, files }: Extract<Signing, { readonly is: 'ready' }>,
  { streams, language }: Pick<CommandContext, 'streams' | 'language'>,
): ExitCode {
  for (const { document, signoff } of known)
    streams.stdout.write(
      `${language.say(
        say('{{document}}: signed already as it now stands, in {{signoff}}.', {
          document: shownName(document),
          signoff: shownName(signoff),
        }),
      )}\n`,
    );
  for (const { document, why } of left) tell(streams.stderr, language.say(notSigned(document, why)));
  let code: ExitCode = exitCode.fine;
  for (const { path, text, document } of files) {
    if (session.workspace.damaged.has(document)) {
      tell(streams.stderr, language.say(notText(document)));
      code = exitCode.trouble;
      continue;
    }
    if (!createFile(session.root, path, text))
      throw new UsageError(say('"{{file}}" exists already and was left alone.', { file: path }));
    streams.stdout.write(`${shownName(path)}\n`);
  }
  return code;
}

export function notSigned(document: string, why: Said): Said {
  return say('{{document}} is not signed: {{why}}', { document: shownName(document), why });
}

/** What would be signed is not what the file holds. */
function notText(file: string): Said {
  return say('"{{file}}" holds bytes that are not UTF-8: it is not signed.', { file });
}

export function ungoverned(path: string): UsageError {
  return new UsageError(
    say('"{{path}}" is no document of an engagement. Name the file that is to be signed.', { path }),
  );
}
