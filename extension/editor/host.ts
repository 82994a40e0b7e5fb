import type { Holidays } from '../engine/index.ts';
import type * as engineModule from './engine-module.ts';
import type { Slices } from './slices.ts';

/** The engine as a module of its own. */
export type EngineModule = typeof engineModule;

/** What differs between the desktop and the web. */
export interface Host {
  loadEngine(): Promise<EngineModule>;
  /** In pieces that each have a turn of the host. */
  loadHolidays(pause: Slices['pause']): Promise<Holidays>;
}
