import type { Host } from '../host.ts';
import type { Sessions } from '../sessions.ts';
import type { Prompts } from './prompts.ts';

/** What the commands work with. */
export interface CommandContext {
  readonly sessions: Sessions;
  readonly host: Host;
  readonly prompts: Prompts;
}
