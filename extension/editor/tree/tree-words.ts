import * as vscode from 'vscode';
import type { EngineModule } from '../host.ts';
import { localise } from '../localise.ts';
import type { Sessions } from '../workspace/sessions.ts';
import { createWording, type Wording } from './wording.ts';

/** The words of the tree, which are the engine's: they are known as soon as somebody has loaded it. */
export class TreeWords {
  readonly #sessions: Pick<Sessions, 'all'>;
  #wording: Wording | undefined;

  constructor(sessions: Pick<Sessions, 'all'>) {
    this.#sessions = sessions;
  }

  /** Those of the first session, where there is one. */
  wording(): Wording | undefined {
    const [session] = this.#sessions.all();
    if (session) this.#wording ??= wordingFrom(session.modules);
    return this.#wording;
  }

  /** Whether somebody has taken them from an engine. */
  areKnown(): boolean {
    return this.#wording !== undefined;
  }

  /** Takes them from an engine that was loaded for another reason. */
  learnFrom(modules: EngineModule): void {
    this.#wording = wordingFrom(modules);
  }
}

function wordingFrom(modules: EngineModule): Wording {
  const { l10n, env } = vscode;
  return createWording(l10n, modules.catalogue, env.language, localise);
}

export function ungovernedText(): string {
  return vscode.l10n.t('No engagement governs these files yet, so they are not checked.');
}

export function badgeTooltip(errors: number): string {
  return errors === 1
    ? vscode.l10n.t('1 error in governed documents')
    : vscode.l10n.t('{0} errors in governed documents', errors);
}
