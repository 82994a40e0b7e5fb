import type { Holidays } from '../engine/index.ts';
import type { History, NoHistory } from '../engine/model/history.ts';
import type * as engineModule from './engine-module.ts';
import type { ReadSwedish } from './read-swedish.ts';
import type { Slices } from './slices.ts';

/** The engine as a module of its own. */
export type EngineModule = typeof engineModule;

/** What Git knows of a folder of the disk. */
export interface Histories {
  /**
   * The history of the repository around a folder, given from there, with the texts that commits gave to documents; the same one
   * for two folders of one repository.
   */
  of(folder: string, documents: readonly string[], signed: readonly string[]): Promise<History | NoHistory>;
  dispose(): void;
}

/** What differs between the desktop and the web. */
export interface Host {
  loadEngine(): Promise<EngineModule>;
  /** For a document in Swedish, whatever the editor speaks. */
  readonly readSwedish: ReadSwedish;
  /** In pieces that each have a turn of the host. */
  loadHolidays(pause: Slices['pause']): Promise<Holidays>;
  /** Absent where no program can be started. `onChange`: what was told may be another now. */
  openHistories?(root: string, onChange: () => void): Promise<Histories>;
}
