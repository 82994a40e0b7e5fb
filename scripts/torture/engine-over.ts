import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import { createEngine, type Engine } from '../../extension/engine/index.ts';
import { memoryWorkspace } from '../../test/support/memory-workspace.ts';
import type { Files } from './sources.ts';

/** A new engine that has read these files. */
export async function engineOver(files: Files, profiles: readonly string[]): Promise<Engine> {
  const engine = createEngine({
    workspace: memoryWorkspace(files),
    profiles,
    loadHolidays: () => Promise.resolve(createHolidays()),
  });
  await engine.load();
  return engine;
}

/** What a case is judged by: everything mostly, and what regulations add. */
export const profileSets: readonly (readonly string[])[] = [
  ['full'],
  ['full'],
  ['base'],
  ['full', 'dora', 'gdpr', 'nis2', 'data-act'],
];
