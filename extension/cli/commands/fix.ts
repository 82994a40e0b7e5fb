import { applySafeFixes } from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import { shownName, type ReportLanguage } from '../../engine/text.ts';
import { paintFor } from '../colours.ts';
import { openSession, type CommandContext, type Session } from '../session.ts';
import { pathBelow } from '../real-path.ts';
import { replaceFile } from '../replace-file.ts';
import { exitCode, tell, type ExitCode, type OutputStream } from '../shell.ts';

/** `outrigger fix`: applies the fixes that change no meaning. */
export async function fix(context: CommandContext): Promise<ExitCode> {
  const { args, streams, language } = context;
  const session = await openSession(context);
  const { engine, paths, workspace } = session;
  const before = new Map<string, string>();
  const textOf = (file: string): string | undefined =>
    workspace.damaged.has(file) ? undefined : engine.textOf(file);
  const { texts, applied } = applySafeFixes({
    findings: () => engine.check(paths).findings,
    everything: () => engine.check().findings,
    textOf,
    change(file, text) {
      if (!before.has(file)) before.set(file, textOf(file) ?? '');
      engine.update(file, { kind: 'text', text });
    },
  });
  for (const file of workspace.damaged)
    tell(
      streams.stderr,
      language.say(say('"{{file}}" holds bytes that are not UTF-8: it is left alone.', { file })),
    );
  const changes = oncePerPlace(
    [...texts].map(([file, text]) => changeOf(session, file, before.get(file) ?? '', text)),
  );
  if (args.has('dry-run')) {
    await print(changes, context);
    return session.exitCodeFor(exitCode.fine);
  }
  const written = changes.filter((change) => write(change, streams, language));
  streams.stdout.write(`${language.say(summaryOf(applied, written.length, changes.length))}\n`);
  return session.exitCodeFor(written.length === changes.length ? exitCode.fine : exitCode.trouble);
}

function summaryOf(applied: number, written: number, changed: number): Said {
  if (applied === 0) return say('Nothing to fix.');
  return written === changed
    ? say('{{n}} {{n|fix|fixes}} in {{files}} {{files|file|files}}.', {
        n: String(applied),
        files: String(written),
      })
    : say('{{written}} of {{files}} {{files|file|files}} written.', {
        written: String(written),
        files: String(changed),
      });
}

/** The text of a file before and after, each as it stands on the disk. */
interface Change {
  readonly file: string;
  readonly place: string;
  /** What a patch calls it: no program patches through a symbolic link. */
  readonly inPatch: string;
  readonly before: string;
  readonly after: string;
}

const byteOrderMark = '\u{FEFF}';

function changeOf({ root, workspace }: Session, file: string, before: string, after: string): Change {
  const mark = workspace.marked.has(file) ? byteOrderMark : '';
  const place = workspace.placeOf(file);
  const inPatch = pathBelow(root, place) ?? file;
  return { file, place, inPatch, before: mark + before, after: mark + after };
}

/** A file that a symbolic link names too is written once: its second change would find the text changed. */
function oncePerPlace(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter(({ place, after }) => {
    const key = JSON.stringify([place, after]);
    return !seen.has(key) && seen.add(key);
  });
}

async function print(changes: readonly Change[], { streams, environment }: CommandContext): Promise<void> {
  const { stdout } = streams;
  const { patchOf, shownPatch } = await import('../patch.ts');
  for (const { inPatch, before, after } of changes) {
    const patch = patchOf(inPatch, before, after);
    // A program gets the bytes as they are; a terminal would obey them.
    stdout.write(stdout.isTTY ? shownPatch(patch, paintFor(stdout, environment.variables)) : patch);
  }
}

/** Whether it was written; if not, standard error says why. */
function write(
  { file, place, before, after }: Change,
  { stdout, stderr }: { readonly stdout: OutputStream; readonly stderr: OutputStream },
  language: ReportLanguage,
): boolean {
  const done = replaceFile(place, before, after);
  if (done.is === 'leftAlone') {
    tell(stderr, language.say(done.why(file)));
    return false;
  }
  if (done.note !== undefined) tell(stderr, language.say(done.note(file)));
  stdout.write(`${shownName(file)}\n`);
  return true;
}
