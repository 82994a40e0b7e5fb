import type { Holidays } from '../engine/index.ts';
import type * as engineModule from './engine-module.ts';

/** The engine as a module of its own. */
export type EngineModule = typeof engineModule;

/** What differs between the desktop and the web. */
export interface Host {
  loadEngine(): Promise<EngineModule>;
  loadHolidays(): Promise<Holidays>;
}
