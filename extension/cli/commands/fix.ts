import { applySafeFixes } from '../../engine/editing.ts';
import { say, type Said } from '../../engine/model/said.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';
import { changesOf, printPatch, tellDamaged, writeChange } from '../write-changes.ts';

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
  tellDamaged(session, context);
  const changes = changesOf(session, texts, (file) => before.get(file) ?? '');
  if (args.has('dry-run')) {
    await printPatch(changes, context);
    return session.exitCodeFor(exitCode.fine);
  }
  const written = changes.filter((change) => writeChange(change, streams, language));
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
