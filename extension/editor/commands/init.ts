import * as vscode from 'vscode';
import type { FirstDate } from '../../engine/reports.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import { createWording, finalDateText } from '../tree/wording.ts';
import { beginDocument } from './begin-document.ts';
import type { CommandContext } from './command-context.ts';
import { exists } from './create-document.ts';
import { firstFree } from './first-free.ts';
import { fillForm } from './form.ts';
import { initForm } from './init-form.ts';
import { emptyMemory, resumeForm } from './resume-form.ts';
import { spokenModules } from './spoken-modules.ts';
import { targetOf } from './target.ts';

/** What `outrigger.init` gives back. */
interface Begun {
  readonly uri: vscode.Uri;
  /** The first date that follows from the answers. */
  readonly date: FirstDate | undefined;
}

/**
 * `outrigger.init`: one engagement from eight answers, and the first date that follows from them.
 * Writes nothing before the last answer.
 */
export async function init(context: CommandContext, target?: unknown): Promise<Begun | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const open = vscode.l10n.t('Open Folder');
    const message = vscode.l10n.t('An engagement is a folder of documents: open the folder first.');
    if ((await vscode.window.showInformationMessage(message, open)) === open)
      await vscode.commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  const modules = await context.host.loadEngine();
  await context.sessions.settled();
  const given = targetOf(target).folder;
  const meant = folders.filter(({ uri }) => uri.toString() === given);
  const choices = (meant.length > 0 ? meant : folders).map(({ uri, name }) => ({
    value: uri.toString(),
    label: name,
    description: uri.path,
  }));
  const form = initForm({
    modules: spokenModules(modules, localise),
    l10n: vscode.l10n,
    folders: choices,
    placeIn(value) {
      // A folder without a session has no config either, and none is begun as long as nothing is written.
      const session = context.sessions.all().find(({ folder }) => folder.uri.toString() === value);
      return Promise.resolve({
        asOf: session?.asOf() ?? modules.dayAt(Date.now(), undefined),
        language: modules.templateLanguage(session?.engine.config.language, vscode.env.language),
      });
    },
  });
  const title = vscode.l10n.t('New engagement');
  const place = choices.map(({ value }) => value).join('\n');
  const memory = context.unfinished.get(place) ?? emptyMemory();
  context.unfinished.set(place, memory);
  if (!(await resumeForm(title, memory, context.prompts, vscode.l10n))) return undefined;
  const answers = await fillForm(title, form, context.prompts, new Map(), memory);
  if (!answers) return undefined;
  const chosen = answers.get('folder') ?? choices[0]?.value;
  const folder = folders.find(({ uri }) => uri.toString() === chosen) ?? folders[0]!;
  const begun = await begin(await context.sessions.begin(folder), answers);
  // What could not be written is asked for again with the same answers.
  if (begun) context.unfinished.delete(place);
  return begun;
}

async function begin(
  session: FolderSession,
  answers: ReadonlyMap<string, string>,
): Promise<Begun | undefined> {
  const { modules, engine } = session;
  const language = modules.templateLanguage(engine.config.language, vscode.env.language);
  const values = new Map(modules.completedAnswers(answers, session.asOf(), language));
  values.delete('folder');
  const candidates = modules.engagementPaths(values.get('supplier') ?? '', engine.engagements().length === 0);
  const path = await firstFree(candidates, (one) => exists(session.uriOf(one)));
  const uri = await beginDocument(session, path, modules.scaffold('engagement', language, values));
  if (!uri) return undefined;
  // Documents may lie in the folder that were nobody's until now.
  await session.reload();
  await session.settled();
  const asOf = session.asOf();
  const date = await engine.firstDate(path, asOf);
  sayFirstDate(session, date);
  return { uri, date };
}

/** The date with its working, as a message; where messages are turned off the tree and the status bar still have it. */
function sayFirstDate({ modules, asOf }: FolderSession, date: FirstDate | undefined): void {
  if (!date) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No date follows yet: "end" and "notice" are still to be filled in.'),
    );
    return;
  }
  const { l10n, env } = vscode;
  const wording = createWording(l10n, modules.catalogue, env.language, localise);
  const what = finalDateText(wording, date);
  // The date first: of a message that is folded only the beginning is seen. With a button it is not folded.
  const said =
    date.working === undefined
      ? l10n.t('{0}: {1}. As of {2}.', date.date, what, asOf()) // what somebody wrote down needs no working
      : l10n.t('{0}: {1}. {2} As of {3}.', date.date, what, withFullStop(localise(date.working)), asOf());
  const show = l10n.t('Show Facts');
  void vscode.window
    .showInformationMessage(plainText(said), show)
    .then((chosen) => (chosen === show ? vscode.commands.executeCommand('outrigger.showFacts') : undefined));
}

function withFullStop(text: string): string {
  return text.replace(/[^.]$/, '$&.');
}
