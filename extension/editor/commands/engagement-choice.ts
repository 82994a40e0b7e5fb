import * as vscode from 'vscode';
import type { EngagementInfo } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Choice } from './prompts.ts';
import type { Target } from './target.ts';

/** An engagement that can be chosen, and the session that knows it. */
export interface SessionEngagement {
  readonly session: FolderSession;
  readonly info: EngagementInfo;
  readonly choice: Choice;
}

/** Every engagement of these sessions. */
export function engagementsIn(sessions: readonly FolderSession[]): readonly SessionEngagement[] {
  return sessions.flatMap((session) =>
    session.engine.engagements().map((info) => ({
      session,
      info,
      choice: {
        value: session.uriOf(info.folder).toString(),
        label: info.title === '' ? session.folder.name : info.title,
        ...(info.folder !== '' && { description: info.folder }),
        ...(sessions.length > 1 && { group: session.folder.name }),
      },
    })),
  );
}

/** Those that a target means, else all. */
export function meantAmong<T extends Pick<SessionEngagement, 'session' | 'info'>>(
  all: readonly T[],
  { folder, engagement }: Target,
): readonly T[] {
  const meant = all.filter(
    ({ session, info }) =>
      (folder === undefined || session.folder.uri.toString() === folder) &&
      (engagement === undefined || info.folder === engagement),
  );
  return meant.length > 0 ? meant : all;
}

/** The one that the document in front belongs to. */
export function nearestOf<T extends Pick<SessionEngagement, 'session' | 'info'>>(
  places: readonly T[],
): T | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return places.find(({ session, info }) => {
    const path = active && session.pathOf(active);
    return path !== undefined && session.engine.engagementOf(path)?.folder === info.folder;
  });
}
