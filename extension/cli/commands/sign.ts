import type { Signing, SigningRequest } from '../../engine/editing.ts';
import { say } from '../../engine/model/said.ts';
import { tooMany } from '../parse-arguments.ts';
import { personKey } from '../person-key.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { UsageError, type ExitCode } from '../shell.ts';
import { ungoverned, writeSignoffs } from '../write-signoffs.ts';

/** `outrigger sign`: writes that somebody has gone through a document, or approved it, as it now stands. */
export async function sign(context: CommandContext): Promise<ExitCode> {
  const { args, spec } = context;
  const event = args.value('from-event');
  if (event !== undefined) return await (await import('./sign-event.ts')).signFromEvent(context, event);
  const [path, surplus] = args.positionals;
  if (path === undefined)
    throw new UsageError(
      say('outrigger sign needs PATH, the document that is to be signed, or --from-event FILE.'),
    );
  if (surplus !== undefined) throw tooMany(spec, surplus);
  const by = args.value('by');
  if (by === undefined) throw new UsageError(say('outrigger sign needs --by PERSON: who signs.'));
  const session = await openSession(context);
  const isStillValid = args.has('still-valid');
  if (isStillValid) await readWhatChanged(session);
  const signing = signedBy(session, by, {
    means: args.has('approve') ? 'approved' : 'reviewed',
    ...(isStillValid && { stillValid: true }),
  });
  return session.exitCodeFor(writeSignoffs(session, signing, context));
}

/** Whether a document is suspect its history says. */
async function readWhatChanged({ engine, paths, asOf }: Session): Promise<void> {
  await engine.facts({ asOf: asOf(), paths, names: new Set(['suspect']) });
}

function signedBy(
  session: Session,
  by: string,
  said: Pick<SigningRequest, 'means' | 'stillValid'>,
): Extract<Signing, { readonly is: 'ready' }> {
  const [path = ''] = session.paths;
  const folder = session.engine.engagementOf(path)?.folder;
  if (folder === undefined) throw ungoverned(path);
  const request = {
    by: personKey(session, by, [folder]),
    date: session.asOf(),
    via: 'cli' as const,
    ...said,
  };
  const signing = session.engine.signing(path, request);
  if (!signing) throw ungoverned(path);
  if (signing.is === 'refused') throw new UsageError(signing.why);
  return signing;
}
