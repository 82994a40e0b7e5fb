import type { Said } from '../../engine/model/said.ts';
import type { EngineModule } from '../host.ts';

type Telling = 'problemOfSetting' | 'problemOfValue';

/** The engine as forms use it: what is wrong with an answer is told in the language of the editor. */
export type SpokenModules = Omit<EngineModule, Telling> & {
  readonly [K in Telling]: (...given: Parameters<EngineModule[K]>) => string | undefined;
};

export function spokenModules(modules: EngineModule, say: (said: Said) => string): SpokenModules {
  const told = (problem: Said | undefined): string | undefined => problem && say(problem);
  return {
    ...modules,
    problemOfSetting: (...given) => told(modules.problemOfSetting(...given)),
    problemOfValue: (...given) => told(modules.problemOfValue(...given)),
  };
}
