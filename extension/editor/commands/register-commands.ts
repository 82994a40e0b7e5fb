import * as vscode from 'vscode';
import type { Host } from '../host.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { ask } from './ask.ts';
import { checkWorkspace } from './check-workspace.ts';
import { claimLetter } from './claim-letter.ts';
import { closeRecord } from './close-record.ts';
import type { CommandContext } from './command-context.ts';
import { explain } from './explain.ts';
import { fixAll } from './fix-all.ts';
import { importResults } from './import-results.ts';
import { init } from './init.ts';
import { leaver } from './leaver.ts';
import { newDocument } from './new-document.ts';
import { newRecord } from './new-record.ts';
import { queryOf } from './page-address.ts';
import { createPages, type Pages } from './pages.ts';
import { quickInputs } from './quick-inputs.ts';
import { duePage, factsPage, knowledgePage, livePages, renderPage } from './reports.ts';
import { createSavedTexts } from './saved-texts.ts';
import { showHistory } from './history-page.ts';
import { sign, stillValid } from './sign.ts';
import { targetOf } from './target.ts';

/** Registers the commands that begin, check, fix and show documents, and what the palette asks before it offers them. */
export function registerCommands(
  sessions: Sessions,
  host: Host,
): vscode.Disposable & Pick<Pages, 'open' | 'settled'> {
  const context: CommandContext = { sessions, host, prompts: quickInputs, unfinished: new Map() };
  const saved = createSavedTexts();
  const pages = createPages(context, (path, about) => renderPage(context, path, about), livePages);
  const { registerCommand } = vscode.commands;
  const all = vscode.Disposable.from(
    saved,
    pages,
    registerCommand('outrigger.init', (target) => init(context, target)),
    registerCommand('outrigger.newDocument', (target) => newDocument(context, target)),
    registerCommand('outrigger.ask', (target) => ask(context, target)),
    registerCommand('outrigger.checkWorkspace', () => checkWorkspace(context)),
    registerCommand('outrigger.fixAll', () => fixAll(context, saved)),
    registerCommand('outrigger.showFacts', (target) => pages.show(factsPage, queryOf(targetOf(target)))),
    registerCommand('outrigger.showDue', (target) => pages.show(duePage, queryOf(targetOf(target)))),
    registerCommand('outrigger.showKnowledge', (target) =>
      pages.show(knowledgePage, queryOf(targetOf(target))),
    ),
    registerCommand('outrigger.leaver', (target) => leaver(context, pages, saved, target)),
    registerCommand('outrigger.sign', (target) => sign(context, target)),
    registerCommand('outrigger.stillValid', (target) => stillValid(context, target)),
    registerCommand('outrigger.showHistory', (target) => showHistory(context, pages, target)),
    registerCommand('outrigger.explain', (code) => explain(context, pages, code)),
    registerCommand('outrigger.newRecord', (target) => newRecord(context, target)),
    registerCommand('outrigger.closeRecord', (target) => closeRecord(context, saved, target)),
    registerCommand('outrigger.importResults', (target) => importResults(context, saved, target)),
    registerCommand('outrigger.claimLetter', (target) => claimLetter(context, target)),
    keepContextKey(sessions),
  );
  return { open: pages.open, settled: pages.settled, dispose: () => void all.dispose() };
}

/** `outrigger.hasEngagement`: what commands that need one are offered on. */
function keepContextKey(sessions: Sessions): vscode.Disposable {
  let had: boolean | undefined;
  return sessions.onDidChange(() => {
    const has = sessions.all().some(({ engine }) => engine.engagements().length > 0);
    if (has === had) return;
    had = has;
    void vscode.commands.executeCommand('setContext', 'outrigger.hasEngagement', has);
  });
}
