import { fileNameOf, inheritedValues, scaffold, scaffoldKinds } from '../../engine/editing.ts';
import { say } from '../../engine/model/said.ts';
import { addDocument } from '../add-document.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { oneOf } from '../parse-arguments.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { languageOf, settingsOf } from '../settings.ts';
import { newRecord } from './new-record.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger new`: a draft of a kind, in the language and with the owner of its engagement unless told otherwise. */
export async function newDocument(context: CommandContext): Promise<ExitCode> {
  const { args, streams, language: spoken } = context;
  const [asked = ''] = args.positionals;
  const kind = oneOf('outrigger new', asked.toLowerCase(), scaffoldKinds);
  const meeting = args.value('meeting');
  if (meeting !== undefined && kind !== 'record')
    throw new UsageError(say('--meeting belongs to outrigger new record.'));
  const session = await openSession(context, []);
  const named = args.value('engagement');
  const target =
    named === undefined
      ? undefined
      : pathInRoot(context.environment.cwd, session.root, named, kind === 'engagement');
  if (meeting !== undefined) return await newRecord(context, session, engagementAt(session, target), meeting);
  const { folder, lead } =
    kind === 'engagement'
      ? { folder: folderFor(session, target), lead: undefined }
      : engagementAt(session, target);
  const language = languageOf(args, lead?.keys.language?.value, session.engine.config.language);
  const given = settingsOf(args, kind, language, (said) => tell(streams.stderr, spoken.say(said)));
  const values = new Map([...inheritedValues(kind, lead), ...given]);
  const name = fileNameOf(kind, values);
  const file = folder === '' ? name : `${folder}/${name}`;
  const rows =
    kind === 'engagement' ? undefined : session.engine.rowsOffered(folder, { kind, path: file, values });
  const text = scaffold(kind, language, values, rows);
  streams.stdout.write(`${addDocument(session, file, text, spoken)}\n`);
  return exitCode.fine;
}

/** A new engagement begins in the folder named, else in the current one. */
function folderFor({ here }: Session, target: string | undefined): string {
  const folder = target ?? here;
  if (folder === undefined)
    throw new UsageError(
      say('The current folder lies outside the root. Name a folder below it with --engagement DIR.'),
    );
  return folder;
}
