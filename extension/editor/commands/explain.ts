import * as vscode from 'vscode';
import { plainText } from '../plain-text.ts';
import type { CommandContext } from './command-context.ts';
import type { Pages } from './pages.ts';
import { rulePagePath } from './reports.ts';

/** `outrigger.explain`: the page of a rule. `asked` is its code or its name; without one, it is asked for. */
export async function explain(
  { host, prompts }: CommandContext,
  pages: Pages,
  asked?: unknown,
): Promise<vscode.Uri | undefined> {
  const { checkRules, dueRules } = await host.loadEngine();
  const rules = [...checkRules, ...dueRules].sort((a, b) => (a.code < b.code ? -1 : 1));
  let wanted = typeof asked === 'string' ? asked : undefined;
  if (wanted === undefined) {
    const reply = await prompts.pick(
      {
        is: 'pick',
        ask: vscode.l10n.t('Which rule?'),
        choices: rules.map(({ code, name, meta }) => ({
          value: code,
          label: code,
          description: name,
          detail: meta.summary,
        })),
        proposal: rules[0]?.code ?? '',
      },
      { title: vscode.l10n.t('Explain a rule'), step: 1, total: 1 },
    );
    if (reply.is !== 'answer') return undefined;
    wanted = reply.text;
  }
  const meant = wanted;
  const rule = rules.find(({ code, name }) => code === meant.toUpperCase() || name === meant.toLowerCase());
  if (!rule) {
    void vscode.window.showErrorMessage(
      plainText(vscode.l10n.t('"{0}" is no rule of this version of Outrigger.', meant)),
    );
    return undefined;
  }
  return await pages.show(rulePagePath(rule.code));
}
