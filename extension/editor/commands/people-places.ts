import * as vscode from 'vscode';
import type { FolderSession } from '../workspace/folder-session.ts';
import { engagementsIn, meantAmong, type SessionEngagement } from './engagement-choice.ts';
import type { PeoplePlace } from './person-forms.ts';
import type { Target } from './target.ts';

/** An engagement with people, and the session that knows it. */
export type SessionPeople = PeoplePlace & SessionEngagement;

/** Engagements that have people: those that a target means, else all. */
export function peoplePlaces(sessions: readonly FolderSession[], target: Target): readonly SessionPeople[] {
  return meantAmong(engagementsIn(sessions).flatMap(withPeople), target);
}

/** Says that nobody can be chosen. */
export function sayNobody(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('No active document has people yet: add them under People first.'),
  );
}

function withPeople(place: SessionEngagement): readonly SessionPeople[] {
  const { session, info } = place;
  const people = [...new Set(session.engine.people([info.folder]))];
  if (people.length === 0) return [];
  const rows = info.documents.flatMap(({ sections }) => sections.get('people')?.rows ?? []);
  return [
    {
      ...place,
      people,
      untilOf: (person) => rows.find(({ cells }) => cells.person?.value === person)?.cells.until?.value,
    },
  ];
}
