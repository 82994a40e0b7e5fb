import * as vscode from 'vscode';
import { localise } from '../localise.ts';
import { beginDocument } from './begin-document.ts';
import type { CommandContext } from './command-context.ts';
import { exists } from './create-document.ts';
import { documentWanted, type Place } from './document-wanted.ts';
import { engagementsIn, meantAmong, nearestOf, type SessionEngagement } from './engagement-choice.ts';
import { fillForm } from './form.ts';
import { newDocumentForm } from './new-document-form.ts';
import { sayNoEngagement } from './no-engagement.ts';
import { spokenModules, type SpokenModules } from './spoken-modules.ts';
import { targetOf } from './target.ts';

/** An engagement with the session that knows it. */
type SessionPlace = Place & SessionEngagement;

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
  const places = meantAmong(
    engagementsIn(sessions.all()).map((place) => placeOf(place, modules)),
    given,
  );
  if (places.length === 0) {
    sayNoEngagement();
    return undefined;
  }
  const surroundings = {
    modules,
    l10n: vscode.l10n,
    places,
    nearest: nearestOf(places),
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

function placeOf(place: SessionEngagement, modules: SpokenModules): SessionPlace {
  const { session, info } = place;
  return {
    ...place,
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
  };
}
