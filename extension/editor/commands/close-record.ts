import * as vscode from 'vscode';
import { language, localise } from '../localise.ts';
import { changeDocument, openDocument } from './change-document.ts';
import { closeByAsking, type ClosedByAsking } from './closing-form.ts';
import type { CommandContext } from './command-context.ts';
import { draftAsked, type DocumentAsked } from './document-asked.ts';
import { sayWithSave } from './open-to-change.ts';
import type { SavedTexts } from './saved-texts.ts';
import { spokenModules } from './spoken-modules.ts';

/** What `outrigger.closeRecord` did. */
interface ClosedRecord {
  readonly isFinal: boolean;
  /** How many answers were written. */
  readonly answers: number;
}

/** How many of the things that are left are told; the document shows them all. */
const toldAtMost = 3;

/**
 * `outrigger.closeRecord`: asks for what the draft of a record lacks, and makes it final. `target` is what a row of the tree
 * says, `{ folder, engagement, document }`; without a document it is the one in front.
 */
export async function closeRecord(
  { sessions, host, prompts }: CommandContext,
  saved: SavedTexts,
  target?: unknown,
): Promise<ClosedRecord | undefined> {
  await sessions.settled();
  const asked = draftAsked(sessions, target);
  const opened = asked && (await openDocument(sessions, asked, saved));
  if (!opened) return undefined;
  await vscode.window.showTextDocument(asked.session.uriOf(asked.path), { preview: false });
  const done = await closeByAsking(asked.path, opened.text, {
    engine: asked.session.engine,
    modules: spokenModules(await host.loadEngine(), localise),
    prompts,
    l10n: vscode.l10n,
    say: localise,
    example: (text) => language.words({ words: text, group: 'example' }),
  });
  const { text, left } = done.closed;
  const isChanged = text !== opened.text;
  if (isChanged && !(await changeDocument(sessions, asked, opened, text))) return undefined;
  sayDone(asked, done, isChanged);
  return { isFinal: left.length === 0, answers: done.answers };
}

function sayDone(
  { path }: DocumentAsked,
  { closed, answers, unwritable }: ClosedByAsking,
  isChanged: boolean,
): void {
  const { left } = closed;
  const more = left.length - toldAtMost;
  const lines = [
    left.length === 0
      ? vscode.l10n.t('{0}: final. Answers written: {1}. Nothing is saved yet.', path, answers)
      : vscode.l10n.t(
          '{0}: still a draft. Answers written: {1}. Missing or wrong: {2}.',
          path,
          answers,
          left.length,
        ),
    // Nobody else has it: what was typed is told, so that it can be written by hand.
    ...unwritable.map(({ at, answer }) =>
      vscode.l10n.t(
        '"{0}" could not be written under {1} as that stands: write it by hand.',
        answer,
        language.place(at),
      ),
    ),
    ...left.slice(0, toldAtMost).map(localise),
    ...(more > 0 ? [vscode.l10n.t('And {0} more.', more)] : []),
  ];
  sayWithSave(lines, isChanged);
}
