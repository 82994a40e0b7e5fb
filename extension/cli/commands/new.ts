import { fileNameOf, scaffold, scaffoldKinds } from '../../engine/features/scaffold.ts';
import { addDocument } from '../add-document.ts';
import { engagementAt } from '../engagement-at.ts';
import { pathInRoot } from '../find-root.ts';
import { oneOf } from '../parse-arguments.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { languageOf, settingsOf } from '../settings.ts';
import { exitCode, UsageError, type ExitCode } from '../shell.ts';

/** `outrigger new`: a draft of a kind. */
export async function newDocument(context: CommandContext): Promise<ExitCode> {
  const { args, streams } = context;
  const [asked = ''] = args.positionals;
  const kind = oneOf('outrigger new', asked.toLowerCase(), scaffoldKinds);
  const values = settingsOf(args, kind);
  const session = await openSession(context, []);
  const given = args.value('engagement');
  const target =
    given === undefined
      ? undefined
      : pathInRoot(context.environment.cwd, session.root, given, kind === 'engagement');
  const { folder, language } =
    kind === 'engagement'
      ? { folder: folderFor(session, target), language: undefined }
      : engagementFor(session, target);
  const text = scaffold(kind, languageOf(args, session.engine.config.language, language), values);
  const name = fileNameOf(kind, values);
  streams.stdout.write(`${addDocument(session, folder === '' ? name : `${folder}/${name}`, text)}\n`);
  return exitCode.fine;
}

/** A new engagement begins in the folder named, else in the current one. */
function folderFor({ here }: Session, target: string | undefined): string {
  const folder = target ?? here;
  if (folder === undefined)
    throw new UsageError(
      'The current folder lies outside the root. Name a folder below it with --engagement DIR.',
    );
  return folder;
}

function engagementFor(
  session: Session,
  target: string | undefined,
): { readonly folder: string; readonly language: string | undefined } {
  const { folder, lead } = engagementAt(session, target);
  return { folder, language: lead?.keys.language?.value };
}
