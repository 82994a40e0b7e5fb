import { say, type Said } from '../engine/model/said.ts';
import { shownName, type ReportLanguage } from '../engine/text.ts';
import { paintFor } from './colours.ts';
import { pathBelow } from './real-path.ts';
import { replaceFile } from './replace-file.ts';
import type { CommandContext, Session } from './session.ts';
import { tell, type OutputStream } from './shell.ts';

/** The text of a file before and after, each as it stands on the disk. */
export interface FileChange {
  readonly file: string;
  readonly place: string;
  /** What a patch calls it: no program patches through a symbolic link. */
  readonly inPatch: string;
  readonly before: string;
  readonly after: string;
}

const byteOrderMark = '\u{FEFF}';

/** The text of a document as its file holds it: with the mark that it began with, which the engine does not see. */
export function asInFile({ workspace }: Pick<Session, 'workspace'>, file: string, text: string): string {
  return workspace.marked.has(file) ? byteOrderMark + text : text;
}

/** Why a file is left alone of which bytes would be lost. */
export function damagedSaid(file: string): Said {
  return say('"{{file}}" holds bytes that are not UTF-8: it is left alone.', { file });
}

/** Changes of these texts; a file that a symbolic link names too comes once: its second change would find the text changed. */
export function changesOf(
  session: Session,
  texts: ReadonlyMap<string, string>,
  textBefore: (file: string) => string,
): readonly FileChange[] {
  const { root, workspace } = session;
  const seen = new Set<string>();
  return [...texts].flatMap(([file, text]) => {
    const after = asInFile(session, file, text);
    const place = workspace.placeOf(file);
    const key = JSON.stringify([place, after]);
    if (seen.has(key)) return [];
    seen.add(key);
    const inPatch = pathBelow(root, place) ?? file;
    return [{ file, place, inPatch, before: asInFile(session, file, textBefore(file)), after }];
  });
}

/** As a unified diff; a file without a text before comes, one without a text after goes. */
export async function printPatch(
  changes: readonly {
    readonly inPatch: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[],
  { streams, environment }: CommandContext,
): Promise<void> {
  const { stdout } = streams;
  const { patchOf, shownPatch } = await import('./patch.ts');
  for (const { inPatch, before, after } of changes) {
    const patch = patchOf(inPatch, before, after);
    // A program gets the bytes as they are; a terminal would obey them.
    stdout.write(stdout.isTTY ? shownPatch(patch, paintFor(stdout, environment.variables)) : patch);
  }
}

/** Whether it was written; if not, standard error says why. */
export function writeChange(
  { file, place, before, after }: FileChange,
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

/** Tells of files that hold bytes which are no text. */
export function tellDamaged(
  { workspace }: Session,
  { streams, language }: Pick<CommandContext, 'streams' | 'language'>,
): void {
  for (const file of workspace.damaged) tell(streams.stderr, language.say(damagedSaid(file)));
}
