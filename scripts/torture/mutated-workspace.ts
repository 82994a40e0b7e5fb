import { configs, hostileNames } from './hostile.ts';
import { mutated } from './mutations.ts';
import type { Random } from './random.ts';
import type { Files, Sources } from './sources.ts';

/** A workspace some of whose files somebody has spoilt. */
export interface MutatedWorkspace {
  readonly files: Files;
  /** The files that are not as they were. */
  readonly changed: readonly string[];
}

/** Draws a workspace and spoils some of its files, its config and its names. */
export function mutatedWorkspace(random: Random, sources: Sources): MutatedWorkspace {
  const files = new Map(random.pick(random.pick(sources.groups).workspaces));
  const changed = new Set<string>();
  // Most often one, so that the others stay what its names and links lead to.
  for (let left = random.oneIn(4) ? 1 + random.below(4) : 1; left > 0; left--) {
    const path = random.pick([...files.keys()]);
    files.set(path, mutated(files.get(path)!, random, sources.texts));
    changed.add(path);
  }
  if (random.oneIn(12)) {
    const name = random.pick(hostileNames);
    files.set(name, mutated(random.pick(sources.texts), random, sources.texts));
    changed.add(name);
  }
  if (random.oneIn(10)) {
    const config = random.pick(configs);
    files.set('outrigger.yml', random.oneIn(2) ? config : mutated(config, random, configs));
    changed.add('outrigger.yml');
  }
  return { files, changed: [...changed] };
}
