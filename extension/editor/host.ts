import type { Holidays } from '../engine/index.ts';

/** The engine as a module of its own. */
export type EngineModule = typeof import('./engine-module.ts');

/** What differs between the desktop and the web. */
export interface Host {
  loadEngine(): Promise<EngineModule>;
  loadHolidays(): Promise<Holidays>;
}
