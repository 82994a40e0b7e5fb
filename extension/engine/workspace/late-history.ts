import type { History, NoHistory } from '../model/history.ts';
import type { View } from '../model/engagement.ts';
import type { Cancellation } from '../model/ports.ts';
import { repositoriesIn } from '../resolve/component-knowledge.ts';
import { pathsOfTexts } from '../resolve/old-texts.ts';
import type { NeedsHistory, OfHistory } from '../rules/define.ts';
import { historyVersion } from '../rules/pass-frame.ts';
import type { EngagementState } from './engagement-state.ts';

/**
 * Reads the history of the repository around a folder of the workspace, with the texts that commits gave to these documents; the
 * same one for two folders in one repository. Of those in `signed` it checks the signatures of commits.
 */
export type HistoryOf = (
  folder: string,
  documents: readonly string[],
  signed: readonly string[],
) => Promise<History | NoHistory>;

/** Reads the history of a repository that Paths name. */
export type NamedHistory = () => Promise<History | NoHistory>;

/** See `EngineOptions`. */
interface LateHistoryOptions {
  readonly historyOf?: HistoryOf;
  readonly repositories?: ReadonlyMap<string, NamedHistory>;
  readonly onHistory?: () => void;
}

/** What is to be read with a history. */
interface Wanted {
  readonly documents: readonly string[];
  readonly signed: readonly string[];
}

const nothing: Wanted = { documents: [], signed: [] };

interface Asked {
  readonly wanted: Wanted;
  readonly reading: Promise<void>;
}

/** The histories of an engine, each read when something first needs it. */
export class LateHistory {
  readonly #of: HistoryOf | undefined;
  readonly #named: ReadonlyMap<string, NamedHistory>;
  readonly #onHistory: (() => void) | undefined;
  /** By folder of an engagement. */
  readonly #known = new Map<string, History | NoHistory>();
  /** What is being read. */
  readonly #asked = new Map<string, Asked>();

  /** Without a way to read one, nothing is known of it. */
  constructor({ historyOf, repositories = new Map(), onHistory }: LateHistoryOptions) {
    this.#of = historyOf;
    this.#named = repositories;
    this.#onHistory = onHistory;
  }

  /** What is known is asked for again by whoever needs it. */
  forget(): void {
    this.#known.clear();
    this.#asked.clear();
  }

  /**
   * Has read what rules in force ask for, or begins to where somebody wants to be told of it; whether an engagement has
   * another history now.
   */
  async loadIfLacked(states: readonly EngagementState[]): Promise<boolean> {
    let hasNews = this.#give(states);
    const readings: Promise<void>[] = [];
    for (const state of states) {
      const asking = askingOf(state.rulesInForce());
      const lacked = lackedBy(state, asking);
      if (lacked) readings.push(this.#ask(state.folder, lacked));
      if (await this.#loadNamed(state, asking)) hasNews = true;
    }
    if (this.#onHistory) return hasNews;
    for (const reading of readings) await reading;
    return this.#give(states) || hasNews;
  }

  /** Reads what these facts ask for, where nobody has. */
  async prepareFor(states: readonly EngagementState[], facts: readonly OfHistory[]): Promise<void> {
    const asking = askingOf(facts);
    for (const reading of this.#askFor(states, asking)) await reading;
    for (const state of states) await this.#loadNamed(state, asking);
    this.#give(states);
  }

  /** The same; where somebody wants to be told of it, it is only begun. */
  async beginFor(states: readonly EngagementState[], facts: readonly OfHistory[]): Promise<void> {
    if (!this.#onHistory) await this.prepareFor(states, facts);
    else void Promise.all(this.#askFor(states, askingOf(facts)));
  }

  #askFor(states: readonly EngagementState[], asking: readonly OfHistory[]): readonly Promise<void>[] {
    this.#give(states);
    return states.flatMap((state) => {
      const lacked = lackedBy(state, asking);
      return lacked ? [this.#ask(state.folder, lacked)] : [];
    });
  }

  /** Reads the history of the repository around these engagements, and that of this name, whether or not Paths name it. */
  async readAll(states: readonly EngagementState[], name: string | undefined): Promise<void> {
    const read = name === undefined ? undefined : this.#named.get(name);
    for (const state of states) {
      if (state.history === undefined) await this.#ask(state.folder, nothing);
      if (name !== undefined && read) state.setHistoryOf(name, await read());
    }
    this.#give(states);
  }

  /**
   * Reads the history around these engagements, with what became of documents: which ones, that history may say itself.
   */
  async readTexts(
    states: readonly EngagementState[],
    needsTexts: (view: View) => readonly string[],
  ): Promise<void> {
    const asking = [{ needsHistory: () => true, needsTexts }];
    await this.prepareFor(states, asking);
    await this.prepareFor(states, asking);
  }

  /** Asks again for all that is known; whether anything is another. Engagements have it when they are settled next. */
  async refresh(cancellation?: Cancellation): Promise<boolean> {
    if (!this.#of) return false;
    const found = new Map<string, History | NoHistory>();
    for (const folder of new Set([...this.#known.keys(), ...this.#asked.keys()])) {
      const { documents, signed } = this.#wantedOf(folder);
      found.set(folder, await this.#of(folder, documents, signed));
    }
    if (cancellation?.aborted) return false;
    let hasNews = false;
    for (const [folder, history] of found) {
      this.#asked.delete(folder);
      if (historyVersion(this.#known.get(folder)) === historyVersion(history)) continue;
      this.#known.set(folder, history);
      hasNews = true;
    }
    return hasNews;
  }

  /** Whether one of them did not have what is known. */
  #give(states: readonly EngagementState[]): boolean {
    const behind = states.filter(({ folder, history }) => this.#known.get(folder) !== history);
    for (const state of behind) {
      const history = this.#known.get(state.folder);
      if (history) state.setHistory(history);
    }
    return behind.some(({ folder }) => this.#known.has(folder));
  }

  #ask(folder: string, wanted: Wanted): Promise<void> {
    const known = this.#asked.get(folder);
    if (!this.#of || (known && holdsAll(known.wanted, wanted))) return known?.reading ?? Promise.resolve();
    const reading: Promise<void> = this.#of(folder, wanted.documents, wanted.signed).then((history) => {
      // Somebody may have asked anew meanwhile.
      if (this.#asked.get(folder)?.reading !== reading) return;
      this.#asked.delete(folder);
      this.#known.set(folder, history);
      this.#onHistory?.();
    });
    this.#asked.set(folder, { wanted, reading });
    return reading;
  }

  #wantedOf(folder: string): Wanted {
    const known = this.#known.get(folder);
    return this.#asked.get(folder)?.wanted ?? (known?.kind === 'read' ? readWith(known) : nothing);
  }

  /** Reads those that Paths name, as far as somebody looks into them and nobody has read them; whether there were any. */
  async #loadNamed(state: EngagementState, asking: readonly OfHistory[]): Promise<boolean> {
    const lacked = this.#lackedBy(state, asking);
    for (const [name, read] of lacked) state.setHistoryOf(name, await read());
    return lacked.length > 0;
  }

  #lackedBy(
    state: EngagementState,
    asking: readonly OfHistory[],
  ): readonly (readonly [string, NamedHistory])[] {
    if (this.#named.size === 0 || asking.length === 0) return [];
    const view = state.view();
    if (!asking.some((one) => asksElsewhere(one, view))) return [];
    const names = repositoriesIn(view);
    return [...this.#named].filter(([name]) => names.has(name) && !view.others.histories.has(name));
  }
}

function askingOf<T extends OfHistory>(all: Iterable<T>): readonly T[] {
  return [...all].filter(({ needsHistory }) => needsHistory);
}

/**
 * The documents of which former texts are to be read with a history that one of these would look something up in; undefined
 * where nothing is lacked.
 */
function lackedBy(state: EngagementState, all: readonly OfHistory[]): Wanted | undefined {
  const { history } = state;
  const asking = history ? all.filter(({ needsTexts }) => needsTexts) : all;
  if (asking.length === 0 || history?.kind === 'absent') return undefined;
  const view = state.view();
  const needing = asking.filter((one) => asksForHistory(one, view));
  if (needing.length === 0) return undefined;
  const before = history ? readWith(history) : nothing;
  const wanted: Wanted = {
    documents: needing
      .flatMap(({ needsTexts }) => needsTexts?.(view) ?? [])
      .flatMap((path) => pathsOfTexts(path, view)),
    signed: needing.flatMap(({ needsSignatures }) => needsSignatures?.(view) ?? []),
  };
  if (history && holdsAll(before, wanted)) return undefined;
  return {
    documents: [...new Set([...before.documents, ...wanted.documents])],
    signed: [...new Set([...before.signed, ...wanted.signed])],
  };
}

function readWith({ texts, signatures }: History): Wanted {
  return { documents: [...texts.keys()], signed: [...(signatures?.keys() ?? [])] };
}

function holdsAll(all: Wanted, some: Wanted): boolean {
  const isIn = (many: readonly string[], few: readonly string[]): boolean => {
    const known = new Set(many);
    return few.every((one) => known.has(one));
  };
  return isIn(all.documents, some.documents) && isIn(all.signed, some.signed);
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
