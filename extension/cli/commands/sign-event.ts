import { absenceSaid, readApproval, type Signing } from '../../engine/editing.ts';
import type { ApprovalEvent } from '../../engine/model/approval-event.ts';
import { say, type Said } from '../../engine/model/said.ts';
import { reviewedCommit, type ReviewedCommit } from '../../git/index.ts';
import { readInput } from '../read-input.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { exitCode, tell, UsageError, type ExitCode } from '../shell.ts';
import { notSigned, ungoverned, writeSignoffs } from '../write-signoffs.ts';

/** `outrigger sign --from-event`: writes that somebody has approved what a pull or merge request changed. */
export async function signFromEvent(context: CommandContext, file: string): Promise<ExitCode> {
  const { args, streams, language } = context;
  for (const option of ['by', 'approve', 'still-valid'])
    if (args.has(option))
      throw new UsageError(
        say('--{{option}} goes without --from-event: the event says who approved.', { option }),
      );
  if (args.has('no-git'))
    throw new UsageError(say('--from-event needs Git, which holds what was reviewed: leave out --no-git.'));
  const approval = approvalOf(await readInput(context, file), file);
  const session = await openSession(context);
  refuseFuture(approval, session, file);
  const isNamed = session.paths.length > 0;
  const reviewed = await reviewOf(session, approval, file);
  for (const note of notesOn(approval, reviewed)) tell(streams.stderr, language.say(note));
  const signings = signingsOf(session, approval, reviewed);
  if (signings.length === 0)
    tell(streams.stderr, language.say(say('The request changed no document of an engagement.')));
  // Whoever is nobody in one engagement may be somebody in another.
  const [first] = signings;
  if (first?.signing.is === 'refused' && signings.every(({ signing }) => signing.is === 'refused'))
    throw nothingSigned(file, first.signing.why);
  let code: ExitCode = exitCode.fine;
  for (const { paths, signing } of signings) {
    if (signing.is === 'refused') {
      for (const path of paths) tell(streams.stderr, language.say(notSigned(path, signing.why)));
      code = worse(code, exitCode.findings);
    } else {
      code = worse(code, writeSignoffs(session, signing, context));
      if (signing.left.some(({ isUnseen }) => isNamed || isUnseen)) code = worse(code, exitCode.findings);
    }
  }
  return session.exitCodeFor(code);
}

/** Somewhere it may be tomorrow already; what is later has not been given yet. */
function refuseFuture({ at }: ApprovalEvent, session: Session, file: string): void {
  const day = new Date(at).toISOString().slice(0, 10);
  const asOf = session.asOf();
  const tomorrow = new Date(Date.parse(asOf) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  if (day > tomorrow)
    throw nothingSigned(
      file,
      say(
        'It was approved on {{day}}, which is after {{asOf}}: a sign-off has the day on which it was given.',
        {
          day,
          asOf,
        },
      ),
    );
}

function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}

function approvalOf(bytes: Uint8Array, file: string): ApprovalEvent {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw nothingSigned(file, say('It is not in UTF-8.'));
  }
  const read = readApproval(text);
  if (read.is === 'refused') throw nothingSigned(file, read.why);
  return read.approval;
}

/** What was reviewed of the documents that are named, else of those that the request changed. */
async function reviewOf(session: Session, approval: ApprovalEvent, file: string): Promise<ReviewedCommit> {
  const { root, paths } = session;
  for (const path of paths) if (!session.engine.engagementOf(path)) throw ungoverned(path);
  const reviewed = await reviewedCommit(root, {
    ...approval,
    paths: paths.length > 0 ? paths : undefined,
    isWanted: (path) => isSignable(session, path),
  });
  if (reviewed === 'unknown')
    throw nothingSigned(
      file,
      say('Commit {{commit}}, which was reviewed, is not in this repository: fetch it first.', {
        commit: approval.commit,
      }),
    );
  if (reviewed.kind === 'absent') throw nothingSigned(file, absenceSaid(reviewed));
  return reviewed;
}

/** Whether a file is a document other than a sign-off, of which a request may bring many that nobody asks to sign. */
function isSignable(session: Session, path: string): boolean {
  const documents = session.engine.engagementOf(path)?.documents ?? [];
  return documents.some((document) => document.path === path && document.kind !== 'signoff');
}

/** What makes it worth to look twice: the content decides, and only where it is the same. */
function notesOn({ commit, head }: ApprovalEvent, { isPast }: ReviewedCommit): readonly Said[] {
  const notes: Said[] = [];
  if (commit !== head)
    notes.push(
      say(
        'The review is of commit {{commit}}, and the request went on to {{head}}: only what still says the same is signed.',
        {
          commit,
          head,
        },
      ),
    );
  if (!isPast)
    notes.push(
      say(
        'What is checked out does not come from commit {{commit}}, which was reviewed, as after a squash: only what says the same is signed.',
        {
          commit,
        },
      ),
    );
  return notes;
}

interface EngagementSigning {
  readonly paths: readonly string[];
  readonly signing: Signing;
}

function signingsOf(
  { engine }: Session,
  approval: ApprovalEvent,
  { paths, texts }: ReviewedCommit,
): readonly EngagementSigning[] {
  if (!paths)
    throw new UsageError(
      say(
        'It cannot be told here what the request changed: this repository does not hold where it began, or the branch that it goes into holds the commit already. Name the documents that were approved.',
      ),
    );
  const byFolder = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const folder = engine.engagementOf(path)?.folder;
    if (folder !== undefined) byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  return [...byFolder].flatMap(([folder, its]) => {
    const request = { approval, paths: its, reviewed: { commit: approval.commit, texts } };
    const signing = engine.approving(folder, request);
    return signing ? [{ paths: its, signing }] : [];
  });
}

function nothingSigned(file: string, why: Said): UsageError {
  return new UsageError(say('"{{file}}" signs nothing: {{why}}', { file, why }));
}
