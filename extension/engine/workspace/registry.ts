import { checkRules, dueRules, facts } from '../kinds/generated/registry.ts';
import type { EngineOptions, Registry } from './engine.ts';

/** What is evaluated: what was asked for, else everything that Outrigger knows. */
export function registryOf({ registry }: EngineOptions): Registry {
  return registry ?? { checkRules, dueRules, facts };
}
