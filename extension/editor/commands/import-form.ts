import type { ResultsImport } from '../../engine/editing.ts';
import type { Said } from '../../engine/model/said.ts';
import type { SpokenModules } from './spoken-modules.ts';
import type { Prompts, Translations } from './prompts.ts';

/** What showing an import needs of its surroundings. */
export interface ImportSurroundings {
  readonly modules: Pick<SpokenModules, 'importCounts' | 'importLines' | 'importUnread'>;
  readonly prompts: Prompts;
  readonly l10n: Translations;
  /** In the language of the editor. */
  say(said: Said): string;
}

/** Shows what an import would change, a line for each thing below the one that writes it; says whether that is chosen. */
export async function isImportWanted(
  found: ResultsImport,
  surroundings: ImportSurroundings,
): Promise<boolean> {
  const { modules, l10n, say } = surroundings;
  const unread = modules.importUnread(found);
  const lines = [...modules.importLines(found), ...(unread ? [unread] : [])].map(say);
  const write = { value: 'write', label: l10n.t('Write the Changes') };
  for (;;) {
    const ask = l10n.t('{0}. Press Enter to write it.', say(modules.importCounts(found)));
    const chosen = await chosenOf({ ask, first: [write], lines }, surroundings);
    if (chosen === 'write') return true;
    if (chosen === undefined) return false;
  }
}

/** Shows every line of a table that is wrong, each with its place there. */
export async function showImportProblems(
  table: string,
  { problems }: ResultsImport,
  surroundings: ImportSurroundings,
): Promise<void> {
  const { l10n, say } = surroundings;
  const lines = problems.map(({ line, said }) => `${table}:${line}: ${say(said)}`);
  await chosenOf(
    { ask: l10n.t('Nothing was written: these lines are wrong.'), first: [], lines },
    surroundings,
  );
}

interface Shown {
  readonly ask: string;
  readonly first: readonly { readonly value: string; readonly label: string }[];
  readonly lines: readonly string[];
}

async function chosenOf(
  { ask, first, lines }: Shown,
  { prompts, l10n }: ImportSurroundings,
): Promise<string | undefined> {
  const choices = [
    ...first,
    ...lines.map((label, i) => ({ value: String(i), label, group: l10n.t('line by line') })),
  ];
  const proposal = choices[0]?.value ?? '';
  const reply = await prompts.pick(
    { is: 'pick', ask, choices, proposal },
    { title: l10n.t('Import results') },
  );
  return reply.is === 'answer' ? reply.text : undefined;
}
