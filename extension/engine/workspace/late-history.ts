import type { History, NoHistory } from '../model/history.ts';
import type { View } from '../model/engagement.ts';
import type { FactDefinition, OfHistory } from '../rules/define.ts';
import type { EngagementState } from './engagement-state.ts';

/** Reads the history of the repository around a folder of the workspace; the same one for two folders in one repository. */
export type HistoryOf = (folder: string) => Promise<History | NoHistory>;

/** The history of an engine, which is read when something first needs it. */
export class LateHistory {
  readonly #of: HistoryOf | undefined;

  /** Without a way to read it, nothing is known. */
  constructor(of: HistoryOf | undefined) {
    this.#of = of;
  }

  /** Reads what rules in force ask for, where nobody has; whether there was anything. */
  async loadIfLacked(states: readonly EngagementState[]): Promise<boolean> {
    return await this.#loadFor(() => states.filter(lacksHistory));
  }

  /** Reads what these facts ask for, where nobody has. */
  async prepareFor(states: readonly EngagementState[], facts: readonly FactDefinition[]): Promise<void> {
    const asking = facts.filter(({ needsHistory }) => needsHistory);
    if (asking.length === 0) return;
    await this.#loadFor(() =>
      states.filter((state) => {
        if (state.history !== undefined) return false;
        const view = state.view();
        return asking.some((fact) => asksForHistory(fact, view));
      }),
    );
  }

  async #loadFor(lacking: () => readonly EngagementState[]): Promise<boolean> {
    if (!this.#of) return false;
    const states = lacking();
    for (const state of states) state.setHistory(await this.#of(state.folder));
    return states.length > 0;
  }
}

/** Whether a rule in force would look something up in a history that nobody has looked for. */
function lacksHistory(state: EngagementState): boolean {
  if (state.history !== undefined) return false;
  const asking = [...state.rulesInForce()].filter((rule) => rule.needsHistory);
  if (asking.length === 0) return false;
  const view = state.view();
  return asking.some((rule) => asksForHistory(rule, view));
}

/** Whether a rule or fact has something to look up in the history of this engagement, and may. */
export function asksForHistory({ needsHistory, ofPeople }: OfHistory, view: View): boolean {
  if (!needsHistory || (ofPeople && !view.countsPeople)) return false;
  try {
    return needsHistory(view);
  } catch {
    // It breaks again where it looks it up, and that is said.
    return true;
  }
}
