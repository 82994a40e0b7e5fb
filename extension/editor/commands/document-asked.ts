import * as vscode from 'vscode';
import type { GovernedDocument } from '../../engine/index.ts';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { targetOf } from './target.ts';

/** A document of an engagement that a command is about. */
export interface DocumentAsked {
  readonly session: FolderSession;
  readonly path: string;
  /** The folder of its engagement. */
  readonly engagement: string;
}

/** The document that a target names, else the one in front; undefined where it is none of an engagement. */
export function documentAsked(sessions: Sessions, target: unknown): DocumentAsked | undefined {
  const { folder, document } = targetOf(target);
  const active = vscode.window.activeTextEditor?.document.uri;
  const found =
    document === undefined
      ? active && sessions.of(active)
      : sessions
          .all()
          .filter((session) => folder === undefined || session.folder.uri.toString() === folder)
          .map((session) => ({ session, path: document }))[0];
  const engagement = found?.session.engine.engagementOf(found.path)?.folder;
  return found && engagement !== undefined ? { ...found, engagement } : undefined;
}

/** A governed document as the engine has it now. */
export function governedAt({ session, path }: DocumentAsked): GovernedDocument | undefined {
  return session.engine.engagementOf(path)?.documents.find((one) => one.path === path);
}

/** The draft of a record that is asked for; says why where there is none. */
export function draftAsked(sessions: Sessions, target: unknown): DocumentAsked | undefined {
  const asked = documentAsked(sessions, target);
  const document = asked && governedAt(asked);
  if (document?.kind === 'record' && document.status === 'draft') return asked;
  void vscode.window.showInformationMessage(
    document?.kind === 'record'
      ? plainText(vscode.l10n.t('"{0}" is final already: it was left alone.', document.path))
      : vscode.l10n.t('Open the draft of a record first: it is the one in front that is meant.'),
  );
  return undefined;
}
