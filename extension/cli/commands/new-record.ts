import { recordText, type Preparation } from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import type { EngagementInfo } from '../../engine/index.ts';
import { addDocument } from '../add-document.ts';
import { languageNamed } from '../language-named.ts';
import type { CommandContext, Session } from '../session.ts';
import { languageOf, settingsOf } from '../settings.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger new record --meeting NAME`: the next record of a meeting, with what is known of it. */
export async function newRecord(
  { args, streams, language: spoken }: CommandContext,
  session: Session,
  { folder, lead }: EngagementInfo,
  meeting: string,
): Promise<ExitCode> {
  const language = languageOf(args, lead?.keys.language?.value, session.engine.config.language);
  const values = settingsOf(args, 'record', language, (said) => tell(streams.stderr, spoken.say(said)));
  const query = { meeting, asOf: session.asOf(), language, values };
  const prepared = await session.engine.preparedRecord(folder, query);
  if (prepared?.is !== 'prepared') throw new UsageError(whyNone(prepared, meeting));
  const written = await languageNamed(prepared.language);
  const text = recordText(prepared, written.say);
  streams.stdout.write(`${addDocument(session, prepared.path, text, spoken)}\n`);
  return exitCode.fine;
}

function whyNone(none: Exclude<Preparation, { is: 'prepared' }> | undefined, meeting: string): Said {
  switch (none?.is) {
    case 'there':
      return say('"{{file}}" is the record of that time of "{{meeting}}": nothing was written.', {
        file: none.path,
        meeting,
      });
    case 'noDay':
      return say(
        'Nothing says when "{{meeting}}" is held next. Fill in Every and When of the meeting, or give the day with {{example}}.',
        { meeting, example: '--set held=2026-11-05' },
      );
    case 'noType':
      return say(
        '"{{meeting}}" leaves no record: its cell under Record is empty. Name a type there, or with {{example}}.',
        { meeting, example: '--set type=check-in' },
      );
    default:
      return unknown(meeting, none?.meetings ?? []);
  }
}

function unknown(meeting: string, meetings: readonly string[]): Said {
  return meetings.length === 0
    ? say('No active document of the engagement has a meeting: write them under Meetings.')
    : say('No meeting is called "{{meeting}}". There are {{meetings}}.', {
        meeting,
        meetings: meetings.map((name) => `"${name}"`).join(', '),
      });
}
