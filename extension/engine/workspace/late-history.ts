import type { History, NoHistory } from '../model/history.ts';
import type { View } from '../model/engagement.ts';
import { repositoriesIn } from '../resolve/component-knowledge.ts';
import type { NeedsHistory, OfHistory } from '../rules/define.ts';
import type { EngagementState } from './engagement-state.ts';

/** Reads the history of the repository around a folder of the workspace; the same one for two folders in one repository. */
export type HistoryOf = (folder: string) => Promise<History | NoHistory>;

/** Reads the history of a repository that Paths name. */
export type NamedHistory = () => Promise<History | NoHistory>;

interface Readers {
  readonly historyOf?: HistoryOf;
  /** By name in small letters. */
  readonly repositories?: ReadonlyMap<string, NamedHistory>;
}

/** The histories of an engine, which are read when something first needs them. */
export class LateHistory {
  readonly #of: HistoryOf | undefined;
  readonly #named: ReadonlyMap<string, NamedHistory>;

  /** Without a way to read one, nothing is known of it. */
  constructor({ historyOf, repositories = new Map() }: Readers) {
    this.#of = historyOf;
    this.#named = repositories;
  }

  /** Reads what rules in force ask for, where nobody has; whether there was anything. */
  async loadIfLacked(states: readonly EngagementState[]): Promise<boolean> {
    return await this.#loadFor(states, (state) => [...state.rulesInForce()]);
  }

  /** Reads what these facts ask for, where nobody has. */
  async prepareFor(states: readonly EngagementState[], facts: readonly OfHistory[]): Promise<void> {
    await this.#loadFor(states, () => facts);
  }

  /** Reads the history of the repository around these engagements, and that of this name, whether or not Paths name it. */
  async readAll(states: readonly EngagementState[], name: string | undefined): Promise<void> {
    const read = name === undefined ? undefined : this.#named.get(name);
    for (const state of states) {
      if (this.#of && state.history === undefined) state.setHistory(await this.#of(state.folder));
      if (name !== undefined && read) state.setHistoryOf(name, await read());
    }
  }

  async #loadFor(
    states: readonly EngagementState[],
    askedIn: (state: EngagementState) => readonly OfHistory[],
  ): Promise<boolean> {
    let wasLacked = false;
    for (const state of states) {
      const asking = askedIn(state).filter(({ needsHistory }) => needsHistory);
      if (asking.length === 0) continue;
      if (this.#of && lacksHistory(state, asking)) {
        state.setHistory(await this.#of(state.folder));
        wasLacked = true;
      }
      for (const [name, read] of this.#lackedBy(state, asking)) {
        state.setHistoryOf(name, await read());
        wasLacked = true;
      }
    }
    return wasLacked;
  }

  /** Those that its Paths name, as far as somebody looks into them and nobody has read them. */
  #lackedBy(
    state: EngagementState,
    asking: readonly OfHistory[],
  ): readonly (readonly [string, NamedHistory])[] {
    if (this.#named.size === 0) return [];
    const view = state.view();
    if (!asking.some((one) => asksElsewhere(one, view))) return [];
    const names = repositoriesIn(view);
    return [...this.#named].filter(([name]) => names.has(name) && !view.others.histories.has(name));
  }
}

/** Whether one of these would look something up in a history that nobody has looked for. */
function lacksHistory(state: EngagementState, asking: readonly OfHistory[]): boolean {
  if (state.history !== undefined) return false;
  const view = state.view();
  return asking.some((one) => asksForHistory(one, view));
}

/** Whether a rule or fact has something to look up in the history of this engagement, and may. */
export function asksForHistory({ needsHistory, ofPeople }: OfHistory, view: View): boolean {
  return !(ofPeople && !view.countsPeople) && isNeeded(needsHistory, view);
}

/** The same of the histories of other repositories. */
export function asksElsewhere({ needsElsewhere, ofPeople }: OfHistory, view: View): boolean {
  return !(ofPeople && !view.countsPeople) && isNeeded(needsElsewhere, view);
}

function isNeeded(needs: NeedsHistory | undefined, view: View): boolean {
  if (!needs) return false;
  try {
    return needs(view);
  } catch {
    // It breaks again where it looks it up, and that is said.
    return true;
  }
}
