import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { createWording, type Wording } from '../../../extension/editor/tree/wording.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** The words of the tree as the editor fills them in: in English, or from the Swedish bundle, which must have each. */
export function speaking(language: 'en' | 'sv'): Wording {
  const bundle = new Map(
    Object.entries(
      JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.sv.json'), 'utf8')) as Record<string, string>,
    ),
  );
  const t = (message: string, ...args: readonly unknown[]): string => {
    const said = language === 'en' ? message : bundle.get(message);
    if (said === undefined) throw new Error(`l10n/bundle.l10n.sv.json lacks "${message}".`);
    return said.replace(/\{(\d+)\}/g, (_, i: string) => String(args[Number(i)]));
  };
  // The editor's own function takes further forms; the tree uses this one.
  return createWording({ t } as Wording['l10n'], catalogue, language, inEnglish);
}
