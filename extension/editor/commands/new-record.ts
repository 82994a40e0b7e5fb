import * as vscode from 'vscode';
import type { Preparation } from '../../engine/editing.ts';
import { sayInDocument } from '../document-language.ts';
import type { EngineModule } from '../host.ts';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { beginDocument } from './begin-document.ts';
import type { CommandContext } from './command-context.ts';
import { documentAsked, governedAt } from './document-asked.ts';
import { engagementsIn, meantAmong, nearestOf, type SessionEngagement } from './engagement-choice.ts';
import { placeIn } from './engagement-step.ts';
import { fillForm } from './form.ts';
import { newRecordForm, type MeetingPlace } from './new-record-form.ts';
import { sayNoEngagement } from './no-engagement.ts';
import { targetOf } from './target.ts';

type SessionMeetings = MeetingPlace & SessionEngagement;

/**
 * `outrigger.newRecord`: the next record of a meeting, with what is known of it, as a draft. `target` says where it is,
 * `{ folder, engagement }`, and which meeting is meant: `meeting` by its name, or `document` and `line`, from 0, by the row
 * that stands there.
 */
export async function newRecord(
  { sessions, host, prompts }: CommandContext,
  target?: unknown,
): Promise<{ readonly uri: vscode.Uri } | undefined> {
  await sessions.settled();
  const modules = await host.loadEngine();
  const all = engagementsIn(sessions.all());
  if (all.length === 0) {
    sayNoEngagement();
    return undefined;
  }
  const places = meantAmong(
    all.flatMap((place) => withMeetings(place, modules)),
    targetOf(target),
  );
  if (places.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No active document has a meeting that leaves a record: write one under Meetings.'),
    );
    return undefined;
  }
  const choice = { places, nearest: nearestOf(places) };
  const meeting = meetingGiven(sessions, target, modules);
  const answers = await fillForm(
    vscode.l10n.t('New record'),
    newRecordForm(choice, vscode.l10n),
    prompts,
    new Map(meeting === undefined ? [] : [['meeting', meeting]]),
  );
  if (!answers) return undefined;
  const { session, info } = placeIn(answers, choice);
  const language = modules.templateLanguage(info.lead?.keys.language?.value, session.engine.config.language);
  const prepared = await session.engine.preparedRecord(info.folder, {
    meeting: answers.get('meeting') ?? '',
    asOf: session.asOf(),
    language,
    values: new Map(),
  });
  if (prepared?.is !== 'prepared') {
    sayNone(prepared, answers.get('meeting') ?? '', session);
    return undefined;
  }
  const say = await sayInDocument(language, modules, host.readSwedish);
  const uri = await beginDocument(session, prepared.path, modules.recordText(prepared, say));
  return uri && { uri };
}

function withMeetings(place: SessionEngagement, modules: EngineModule): readonly SessionMeetings[] {
  const meetings = modules.meetingsWithRecord(place.info.documents);
  return meetings.length === 0 ? [] : [{ ...place, meetings }];
}

/** What a caller says beside where it is; a row that is no longer there says nothing. */
function meetingGiven(
  sessions: Sessions,
  target: unknown,
  { meetingAtLine }: EngineModule,
): string | undefined {
  const { meeting, line } = Object(target) as Readonly<Record<string, unknown>>;
  if (typeof meeting === 'string') return meeting;
  const asked = typeof line === 'number' ? documentAsked(sessions, target) : undefined;
  const document = asked && governedAt(asked);
  return document && meetingAtLine(document, Number(line));
}

/** Says why there is no record to begin, and offers to open the one that is there. Nobody waits for an answer. */
function sayNone(
  none: Exclude<Preparation, { readonly is: 'prepared' }> | undefined,
  meeting: string,
  session: FolderSession,
): void {
  const open = vscode.l10n.t('Open');
  void vscode.window
    .showInformationMessage(plainText(whyNone(none, meeting)), ...(none?.is === 'there' ? [open] : []))
    .then((chosen) =>
      chosen === open && none?.is === 'there'
        ? vscode.commands.executeCommand('vscode.open', session.uriOf(none.path))
        : undefined,
    );
}

function whyNone(
  none: Exclude<Preparation, { readonly is: 'prepared' }> | undefined,
  meeting: string,
): string {
  switch (none?.is) {
    case 'there':
      return vscode.l10n.t(
        '"{0}" is the record of that time of "{1}": nothing was written.',
        none.path,
        meeting,
      );
    case 'noDay':
      return vscode.l10n.t(
        'Nothing says when "{0}" is held next: fill in Every and When of the meeting.',
        meeting,
      );
    case 'noType':
      return vscode.l10n.t('"{0}" leaves no record: its cell under Record is empty.', meeting);
    default:
      return vscode.l10n.t('No active document of the engagement has a meeting "{0}".', meeting);
  }
}
