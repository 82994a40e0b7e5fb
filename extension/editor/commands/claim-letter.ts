import * as vscode from 'vscode';
import type { CreditsStanding, LetterFor } from '../../engine/reports.ts';
import { sayInDocument } from '../document-language.ts';
import { localise } from '../localise.ts';
import { plainText } from '../plain-text.ts';
import type { FolderSession } from '../workspace/folder-session.ts';
import type { CommandContext } from './command-context.ts';
import { documentAsked, governedAt } from './document-asked.ts';
import { engagementsIn } from './engagement-choice.ts';
import type { Choice, Prompts } from './prompts.ts';

/** A letter that may be written. */
interface Claimable {
  readonly session: FolderSession;
  readonly standing: CreditsStanding;
  readonly asked: LetterFor;
}

/**
 * `outrigger.claimLetter`: the claim for service credits that are due, as a Markdown document that is not saved. `target` is
 * what a row says that states the result, `{ folder, engagement, document }`; without one it is the record in front, else
 * one of the periods in which something is due.
 */
export async function claimLetter(
  context: CommandContext,
  target?: unknown,
): Promise<{ readonly uri: vscode.Uri } | undefined> {
  const { sessions, host, prompts } = context;
  await sessions.settled();
  const modules = await host.loadEngine();
  const claim = (await ofRecord(context, target)) ?? (await chosen(await claimables(context), prompts));
  if (!claim) return undefined;
  const { session, standing, asked } = claim;
  const say = await sayInDocument(standing.language, modules, host.readSwedish);
  const letter = modules.claimLetter(standing, asked, session.asOf(), { say });
  if ('nothing' in letter) {
    void vscode.window.showInformationMessage(plainText(localise(letter.nothing)));
    return undefined;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: letter.text });
  await vscode.window.showTextDocument(document, { preview: false });
  return { uri: document.uri };
}

async function ofRecord({ sessions }: CommandContext, target: unknown): Promise<Claimable | undefined> {
  const asked = documentAsked(sessions, target);
  if (!asked || governedAt(asked)?.kind !== 'record') return undefined;
  const { session, path, engagement } = asked;
  const standing = await session.engine.credits(engagement, session.asOf());
  return standing && { session, standing, asked: { record: path } };
}

/** One for each period of an engagement in which something is due. */
async function claimables({
  sessions,
}: CommandContext): Promise<readonly (Claimable & { readonly choice: Choice })[]> {
  const found: (Claimable & { readonly choice: Choice })[] = [];
  for (const { session, info, choice } of engagementsIn(sessions.all())) {
    const standing = await session.engine.credits(info.folder, session.asOf());
    for (const period of new Set(standing?.claims.map((one) => one.period.text)))
      found.push({
        session,
        standing: standing!,
        asked: { period },
        choice: { value: String(found.length), label: period, description: choice.label },
      });
  }
  return found;
}

async function chosen(
  claims: readonly (Claimable & { readonly choice: Choice })[],
  prompts: Prompts,
): Promise<Claimable | undefined> {
  if (claims.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No service credit is due now: there is nothing to claim.'),
    );
    return undefined;
  }
  const reply = await prompts.pick(
    {
      is: 'pick',
      ask: vscode.l10n.t('For which period is the claim?'),
      choices: claims.map(({ choice }) => choice),
      proposal: '0',
    },
    { title: vscode.l10n.t('Claim for service credits') },
  );
  return reply.is === 'answer' ? claims[Number(reply.text)] : undefined;
}
