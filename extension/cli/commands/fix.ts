import path from 'node:path';
import { applySafeFixes } from '../../engine/features/apply-fixes.ts';
import { counted } from '../../engine/report/shown.ts';
import type { Paint } from '../../engine/report/paint.ts';
import { paintFor } from '../colours.ts';
import { openSession, type CommandContext } from '../session.ts';
import { exitCode, type ExitCode } from '../shell.ts';
import { replaceFile } from '../write-file.ts';

/** `outrigger fix`: applies the fixes that change no meaning. */
export async function fix(context: CommandContext): Promise<ExitCode> {
  const { args, streams, environment } = context;
  const session = await openSession(context);
  const { engine, paths, workspace, root } = session;
  const before = new Map<string, string>();
  const textOf = (file: string): string | undefined =>
    workspace.damaged.has(file) ? undefined : engine.textOf(file);
  const { texts, applied } = applySafeFixes({
    findings: () => engine.check(paths).findings,
    textOf,
    change(file, text) {
      if (!before.has(file)) before.set(file, textOf(file) ?? '');
      engine.update(file, { kind: 'text', text });
    },
  });
  for (const file of workspace.damaged)
    streams.stderr.write(`"${file}" holds bytes that are not UTF-8: it is left alone.\n`);
  if (args.has('dry-run')) {
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
    const paint = paintFor(streams.stdout, environment.variables);
    for (const [file, text] of texts) {
      const names = [`a/${file}`, `b/${file}`] as const;
      const patch = createTwoFilesPatch(...names, before.get(file) ?? '', text, undefined, undefined, {
        headerOptions: FILE_HEADERS_ONLY,
      });
      streams.stdout.write(coloured(patch, paint));
    }
    return session.exitCodeFor(exitCode.fine);
  }
  for (const [file, text] of texts) {
    replaceFile(path.join(root, file), before.get(file) ?? '', text);
    streams.stdout.write(`${file}\n`);
  }
  streams.stdout.write(
    applied === 0
      ? 'Nothing to fix.\n'
      : `${counted(applied, 'fix', 'fixes')} in ${counted(texts.size, 'file')}.\n`,
  );
  return session.exitCodeFor(exitCode.fine);
}

function coloured(patch: string, paint: Paint): string {
  const colour = (line: string): string => {
    if (line.startsWith('@@')) return paint('info', line);
    if (line.startsWith('+')) return paint('added', line);
    return line.startsWith('-') ? paint('removed', line) : line;
  };
  return patch.split('\n').map(colour).join('\n');
}
