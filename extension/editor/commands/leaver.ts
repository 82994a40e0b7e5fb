import * as vscode from 'vscode';
import type { IsoDate } from '../../engine/model/value.ts';
import type { HandOver } from '../../engine/reports.ts';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import { toRange } from '../providers/ranges.ts';
import type { CommandContext } from './command-context.ts';
import { nearestOf } from './engagement-choice.ts';
import { placeIn } from './engagement-step.ts';
import { fillForm } from './form.ts';
import { handOverPage, leaverPage, leaverQueryOf } from './leaver-page.ts';
import { sayNoEngagement } from './no-engagement.ts';
import { leftAloneLines, openToChange, sayWithSave, unchangedOf, type LeftAlone } from './open-to-change.ts';
import type { Pages } from './pages.ts';
import { peoplePlaces, sayNobody, type SessionPeople } from './people-places.ts';
import { leaverForm, successorForm } from './person-forms.ts';
import type { SavedTexts } from './saved-texts.ts';
import { spokenModules } from './spoken-modules.ts';
import { targetOf } from './target.ts';

/** What `outrigger.leaver` did. */
interface LeaverDone {
  readonly page: vscode.Uri;
  /** How many places and documents were changed, where somebody takes over. */
  readonly changed?: Changed;
}

interface Changed {
  readonly places: number;
  readonly documents: number;
  readonly leftAlone: readonly string[];
}

interface Leaving {
  readonly person: string;
  readonly on: IsoDate;
}

/**
 * `outrigger.leaver`: shows what hangs on a person who leaves, and offers to hand it over. `target` is what a row of People
 * says: `{ folder, engagement, person, on, to }`, each of which may be left out and is asked for then; with `to` what is
 * certain is written at once.
 */
export async function leaver(
  context: CommandContext,
  pages: Pages,
  saved: SavedTexts,
  target?: unknown,
): Promise<LeaverDone | undefined> {
  const { sessions, host, prompts } = context;
  await sessions.settled();
  const modules = spokenModules(await host.loadEngine(), localise);
  if (sessions.all().every(({ engine }) => engine.engagements().length === 0)) {
    sayNoEngagement();
    return undefined;
  }
  const places = peoplePlaces(sessions.all(), targetOf(target));
  if (places.length === 0) {
    sayNobody();
    return undefined;
  }
  const surroundings = { l10n: vscode.l10n, places, nearest: nearestOf(places), modules };
  const { to, ...given } = textsOf(target);
  const answers = await fillForm(
    vscode.l10n.t('Somebody leaves'),
    leaverForm(surroundings),
    prompts,
    new Map(Object.entries(given)),
  );
  if (!answers) return undefined;
  const place = placeIn(answers, surroundings);
  const written = answers.get('on') ?? '';
  const until = modules.catalogue.sections.people.columns.find(({ key }) => key === 'until')!;
  const leaving = {
    person: answers.get('person') ?? '',
    on: modules.meantBy(until, written, 'en').value ?? written,
  };
  const page = await pages.show(leaverPage, leaverQueryOf({ ...addressOf(place), ...leaving }));
  if (to === undefined) {
    offer(context, pages, saved, place, leaving);
    return { page };
  }
  const changed = await handOver(context, saved, place, leaving, to);
  return { page, ...(changed && { changed }) };
}

/** What a caller says beside where it is. */
function textsOf(target: unknown): { readonly person?: string; readonly on?: string; readonly to?: string } {
  const { person, on, to } = Object(target) as Readonly<Record<string, unknown>>;
  return {
    ...(typeof person === 'string' && { person }),
    ...(typeof on === 'string' && { on }),
    ...(typeof to === 'string' && { to }),
  };
}

function addressOf({ session, info }: SessionPeople): {
  readonly folder: string;
  readonly engagement: string;
} {
  return { folder: session.folder.uri.toString(), engagement: info.folder };
}

/** Offers to choose who takes over; then shows what is certain, and offers to write it. Nobody waits for it. */
function offer(
  context: CommandContext,
  pages: Pages,
  saved: SavedTexts,
  place: SessionPeople,
  leaving: Leaving,
): void {
  const choose = vscode.l10n.t('Hand Over...');
  const write = vscode.l10n.t('Write the Changes');
  const ask = async (): Promise<void> => {
    const text = vscode.l10n.t('{0} leaves on {1}.', leaving.person, leaving.on);
    if ((await vscode.window.showInformationMessage(plainText(text), choose)) !== choose) return;
    const answers = await fillForm(
      vscode.l10n.t('Hand over'),
      successorForm(place, leaving.person, vscode.l10n),
      context.prompts,
    );
    const to = answers?.get('to');
    if (to === undefined) return;
    await pages.show(handOverPage, leaverQueryOf({ ...addressOf(place), ...leaving, to }));
    const certain = vscode.l10n.t('What {0} can take over for certain stands on the page.', to);
    if ((await vscode.window.showInformationMessage(plainText(certain), write)) === write)
      await handOver(context, saved, place, leaving, to);
  };
  void ask();
}

/** Writes what is certain as one edit that can be undone. Nothing is saved: the person sees first what has changed. */
async function handOver(
  { sessions }: CommandContext,
  saved: SavedTexts,
  { session, info }: SessionPeople,
  leaving: Leaving,
  to: string,
): Promise<Changed | undefined> {
  const asked = { ...leaving, to };
  await sessions.settled();
  const first = await session.engine.leaver(info.folder, asked);
  const opened = await openToChange(session, first?.handOver?.texts.keys() ?? [], saved);
  await sessions.settled();
  const found = (await session.engine.leaver(info.folder, asked))?.handOver;
  // From here on nothing is waited for, so that what is edited is what was looked at.
  const unchanged = unchangedOf(sessions, session, opened.documents);
  const { edit, documents, places, changedMeanwhile } = editOf(found, unchanged);
  const leftAlone = [
    ...opened.leftAlone,
    ...changedMeanwhile.filter(({ path }) => !isAmong(path, opened.leftAlone)),
  ];
  if (documents > 0 && !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'The changes could not be made: a document has changed meanwhile, or is read-only. Nothing was changed.',
      ),
    );
    return undefined;
  }
  sayDone(places, documents, leftAlone);
  return { places, documents, leftAlone: leftAlone.map(({ path }) => path) };
}

interface Edit {
  readonly edit: vscode.WorkspaceEdit;
  readonly documents: number;
  readonly places: number;
  readonly changedMeanwhile: readonly LeftAlone[];
}

function editOf(found: HandOver | undefined, unchanged: ReadonlyMap<string, vscode.TextDocument>): Edit {
  const edit = new vscode.WorkspaceEdit();
  const changedMeanwhile: LeftAlone[] = [];
  let documents = 0;
  for (const path of found?.texts.keys() ?? []) {
    const document = unchanged.get(path);
    if (!document) {
      changedMeanwhile.push({ path, why: 'changed' });
      continue;
    }
    documents++;
    for (const { path: its, range, newText } of found?.edits ?? [])
      if (its === path) edit.replace(document.uri, toRange(range), newText);
  }
  const places = found?.changed.filter(({ path }) => unchanged.has(path)).length ?? 0;
  return { edit, documents, places, changedMeanwhile };
}

function isAmong(path: string, leftAlone: readonly LeftAlone[]): boolean {
  return leftAlone.some((one) => one.path === path);
}

function sayDone(places: number, documents: number, leftAlone: readonly LeftAlone[]): void {
  const said =
    documents > 0
      ? [
          vscode.l10n.t(
            'Places changed: {0}, documents changed: {1}. Nothing is saved yet.',
            places,
            documents,
          ),
        ]
      : leftAlone.length === 0
        ? [vscode.l10n.t('There is nothing that can be handed over for certain.')]
        : [];
  sayWithSave([...said, ...leftAloneLines(leftAlone)], documents > 0);
}
