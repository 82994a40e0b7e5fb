import * as vscode from 'vscode';
import type { EngagementInfo } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { PeoplePlace } from './person-forms.ts';
import type { Target } from './target.ts';

/** An engagement with people, and the session that knows it. */
export interface SessionPeople extends PeoplePlace {
  readonly session: FolderSession;
  readonly info: EngagementInfo;
}

/** Engagements that have people: those that a target means, else all. */
export function peoplePlaces(
  sessions: readonly FolderSession[],
  { folder, engagement }: Target,
): readonly SessionPeople[] {
  const all = sessions.flatMap((session) =>
    session.engine.engagements().flatMap((info) => placeOf(session, info, sessions.length > 1)),
  );
  const meant = all.filter(
    ({ session, info }) =>
      (folder === undefined || session.folder.uri.toString() === folder) &&
      (engagement === undefined || info.folder === engagement),
  );
  return meant.length > 0 ? meant : all;
}

/** The one that the document in front belongs to. */
export function nearestOf(places: readonly SessionPeople[]): SessionPeople | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return places.find(({ session, info }) => {
    const path = active && session.pathOf(active);
    return path !== undefined && session.engine.engagementOf(path)?.folder === info.folder;
  });
}

/** Says that nobody can be chosen. */
export function sayNobody(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No active document has people yet: add them under People first.'),
  );
}

function placeOf(session: FolderSession, info: EngagementInfo, hasOthers: boolean): readonly SessionPeople[] {
  const people = [...new Set(session.engine.people([info.folder]))];
  if (people.length === 0) return [];
  const rows = info.documents.flatMap(({ sections }) => sections.get('people')?.rows ?? []);
  return [
    {
      session,
      info,
      people,
      choice: {
        value: session.uriOf(info.folder).toString(),
        label: info.title === '' ? session.folder.name : info.title,
        ...(info.folder !== '' && { description: info.folder }),
        ...(hasOthers && { group: session.folder.name }),
      },
      untilOf: (person) => rows.find(({ cells }) => cells.person?.value === person)?.cells.until?.value,
    },
  ];
}
