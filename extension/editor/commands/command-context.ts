import type { Host } from '../host.ts';
import type { Sessions } from '../workspace/sessions.ts';
import type { FormMemory } from './form.ts';
import type { Prompts } from './prompts.ts';

/** What the commands work with. */
export interface CommandContext {
  readonly sessions: Sessions;
  readonly host: Host;
  readonly prompts: Prompts;
  /** What was answered of a new engagement that nobody has finished, by the folders that it may stand in. */
  readonly unfinished: Map<string, FormMemory>;
}
