import * as vscode from 'vscode';
import type { EngagementInfo } from '../../engine/index.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { localise } from '../localise.ts';
import { beginDocument } from './begin-document.ts';
import type { CommandContext } from './command-context.ts';
import { exists } from './create-document.ts';
import { documentWanted, type Place } from './document-wanted.ts';
import { fillForm } from './form.ts';
import { newDocumentForm } from './new-document-form.ts';
import { sayNoEngagement } from './no-engagement.ts';
import { spokenModules, type SpokenModules } from './spoken-modules.ts';
import { targetOf, type Target } from './target.ts';

/** An engagement with the session that knows it. */
interface SessionPlace extends Place {
  readonly session: FolderSession;
  readonly info: EngagementInfo;
}

/**
 * `outrigger.newDocument`: a draft of a kind. `target` is what a tree item says: `{ folder, engagement, kind }`.
 * Writes nothing before the last answer.
 */
export async function newDocument(
  { sessions, host, prompts }: CommandContext,
  target?: unknown,
): Promise<{ readonly uri: vscode.Uri } | undefined> {
  await sessions.settled();
  const modules = spokenModules(await host.loadEngine(), localise);
  const given = targetOf(target);
  const all = placesIn(sessions.all(), modules);
  const meant = all.filter((place) => isMeant(place, given));
  const places = meant.length > 0 ? meant : all;
  if (places.length === 0) {
    sayNoEngagement();
    return undefined;
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const surroundings = {
    modules,
    l10n: vscode.l10n,
    places,
    nearest: active && places.find((place) => holds(place, active)),
    spoken: modules.templateLanguage(vscode.env.language),
  };
  const kind = modules.scaffoldKinds.find((one) => one === given.kind && one !== 'engagement');
  const answers = await fillForm(
    vscode.l10n.t('New document'),
    newDocumentForm(surroundings),
    prompts,
    new Map(kind === undefined ? [] : [['kind', kind]]),
  );
  if (!answers) return undefined;
  const wanted = documentWanted(answers, surroundings);
  const { session } = places.find(({ choice }) => choice.value === wanted.place.choice.value)!;
  const rows = session.engine.rowsOffered(wanted.place.folder, wanted);
  const uri = await beginDocument(
    session,
    wanted.path,
    modules.scaffold(wanted.kind, wanted.language, wanted.values, rows),
  );
  return uri && { uri };
}

function placesIn(sessions: readonly FolderSession[], modules: SpokenModules): readonly SessionPlace[] {
  return sessions.flatMap((session) =>
    session.engine.engagements().map((info): SessionPlace => ({
      session,
      info,
      choice: {
        value: session.uriOf(info.folder).toString(),
        label: info.title === '' ? session.folder.name : info.title,
        ...(info.folder !== '' && { description: info.folder }),
        ...(sessions.length > 1 && { group: session.folder.name }),
      },
      folder: info.folder,
      asOf: session.asOf(),
      // As the command line: that of the engagement, else of the config.
      language: modules.templateLanguage(
        info.lead?.keys.language?.value,
        session.engine.config.language,
        vscode.env.language,
      ),
      kinds: () => session.engine.kindsOffered(info.folder) ?? { asked: [], others: [], present: [] },
      inherited: (kind) => modules.inheritedValues(kind, info.lead),
      isTaken: (path) => exists(session.uriOf(path)),
    })),
  );
}

function isMeant({ session, info }: SessionPlace, { folder, engagement }: Target): boolean {
  if (folder !== undefined && session.folder.uri.toString() !== folder) return false;
  return engagement === undefined || info.folder === engagement;
}

/** Whether a document is governed by the engagement. */
function holds({ session, info }: SessionPlace, uri: vscode.Uri): boolean {
  const path = session.pathOf(uri);
  return path !== undefined && session.engine.engagementOf(path)?.folder === info.folder;
}
