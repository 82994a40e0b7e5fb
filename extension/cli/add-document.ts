import path from 'node:path';
import { freePaths } from '../engine/editing.ts';
import { counted, shownName } from '../engine/text.ts';
import { createFile } from './create-file.ts';
import { isTaken } from './real-path.ts';
import type { Session } from './session.ts';
import { UsageError } from './shell.ts';

/**
 * Writes a new document, tells the engine of it, and gives the line that says so with the questions left.
 * `file` is relative to the root. Throws a UsageError with a free name where something stands there already.
 */
export function addDocument({ root, engine }: Session, file: string, text: string): string {
  if (!createFile(root, file, text)) {
    throw new UsageError(`"${file}" exists already and was left alone. "${freeName(root, file)}" is free.`);
  }
  engine.update(file, { kind: 'text', text });
  const questions = engine.questions([file]).length;
  return `${shownName(file)}: ${questions === 0 ? 'no questions left' : `${counted(questions, 'question')} left`}.`;
}

function freeName(root: string, file: string): string {
  const paths = freePaths(file);
  for (;;) {
    const { value } = paths.next();
    if (!isTaken(path.join(root, value))) return value;
  }
}
