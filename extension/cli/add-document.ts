import path from 'node:path';
import { freePaths } from '../engine/editing.ts';
import { say } from '../engine/model/said.ts';
import type { ReportLanguage } from '../engine/reports.ts';
import { shownName } from '../engine/text.ts';
import { createFile } from './create-file.ts';
import { isTaken } from './real-path.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';

/**
 * Writes a new document, tells the engine of it, and gives the line that says so with the questions left.
 * `file` is relative to the root. Throws a UsageError with a free name where something stands there already.
 */
export function addDocument(
  { root, engine }: Session,
  file: string,
  text: string,
  language: ReportLanguage,
): string {
  if (!createFile(root, file, text)) {
    throw new UsageError(
      say('"{{file}}" exists already and was left alone. "{{free}}" is free.', {
        file,
        free: freeName(root, file),
      }),
    );
  }
  engine.update(file, { kind: 'text', text });
  const questions = engine.questions([file]).length;
  return language.say(
    questions === 0
      ? say('{{file}}: no questions left.', { file: shownName(file) })
      : say('{{file}}: {{n}} {{n|question|questions}} left.', {
          file: shownName(file),
          n: String(questions),
        }),
  );
}

function freeName(root: string, file: string): string {
  const paths = freePaths(file);
  for (;;) {
    const { value } = paths.next();
    if (!isTaken(path.join(root, value))) return value;
  }
}
