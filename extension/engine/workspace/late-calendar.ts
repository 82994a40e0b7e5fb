import { hasHolidays, isRegion, statedHolidays } from '../resolve/work-days.ts';
import type { Holidays, Workspace } from '../model/ports.ts';
import type { IsoDate } from '../model/value.ts';
import type { EngagementState } from './engagement-state.ts';
import type { EngineOptions } from './engine.ts';

/** The holiday calendar of an engine, which is loaded when something first needs it. */
export class LateCalendar {
  readonly #load: EngineOptions['loadHolidays'];
  readonly #workspace: Workspace;
  readonly #onLoaded: () => void;
  #loading: Promise<Holidays> | undefined;
  #holidays: Holidays | undefined;
  /** By region and the year that its holidays are computed around. */
  readonly #prepared = new Map<string, Promise<void>>();

  constructor({ loadHolidays, workspace }: EngineOptions, onLoaded: () => void) {
    this.#load = loadHolidays;
    this.#workspace = workspace;
    this.#onLoaded = onLoaded;
  }

  /** Absent where there is none to load. */
  get loaded(): (() => Holidays | undefined) | undefined {
    return this.#load && (() => this.#holidays);
  }

  /** Loads it where these engagements name days off, and computes those about a day. */
  async prepareFor(states: readonly EngagementState[], asOf: IsoDate): Promise<void> {
    if (!this.#load) return;
    const regions = states.flatMap(regionsOf);
    if (regions.length === 0) return;
    const holidays = await this.#once(this.#load);
    if (!this.#workspace.pause) return;
    const year = Number(asOf.slice(0, 4));
    // One region after the other, each once for a year; who asks meanwhile waits for what is under way.
    for (const region of new Set(regions.map((each) => holidays.knownPart(each)))) {
      const key = `${region} ${year}`;
      let done = this.#prepared.get(key);
      if (!done) this.#prepared.set(key, (done = this.#prepareRegion(holidays, region, year)));
      await done;
    }
  }

  /** Loads it where something that was judged depends on it; whether that has to be judged again. */
  async loadIfLacked(states: readonly EngagementState[]): Promise<boolean> {
    if (!this.#load || !states.some((state) => state.lacksHolidays())) return false;
    try {
      await this.#once(this.#load);
      return true;
    } catch {
      // Where it cannot be had, no day is a holiday; whoever asks for a day is told why.
      return false;
    }
  }

  /** Loaded once, whoever asks meanwhile; where that fails, anew by the next who asks. */
  #once(load: () => Promise<Holidays>): Promise<Holidays> {
    if (!this.#loading) {
      this.#loading = load().then((loaded) => {
        this.#onLoaded();
        return (this.#holidays = loaded);
      });
      this.#loading.catch(() => (this.#loading = undefined));
    }
    return this.#loading;
  }

  /** In a step of its own for each year about a day: within a rule they would make one long step. */
  async #prepareRegion(of: Holidays, region: string, year: number): Promise<void> {
    const workspace = this.#workspace;
    try {
      await workspace.pause?.(true);
      of.prepare(region);
      for (const each of [year, year + 1, year - 1].filter(hasHolidays)) {
        await workspace.pause?.(true);
        of.of(region, each);
      }
      await workspace.pause?.();
    } catch {
      // Whatever needs the day comes to the same place, and says so.
    }
  }
}

/** Countries, regions and `eves` whose days off count in an engagement. */
function regionsOf(state: EngagementState): readonly string[] {
  const { view, viewWithDrafts } = state.evaluate();
  return [
    ...statedHolidays(view),
    ...statedHolidays(viewWithDrafts),
    ...viewWithDrafts.rows('teams').flatMap(({ cells }) => cells.holidays?.value ?? []),
  ].filter(isRegion);
}
