export { languageOfConfig } from '../engine/index.ts';
import type { CommandName } from './command-spec.ts';
import { check } from './commands/check.ts';
import { clauses } from './commands/clauses.ts';
import { credits } from './commands/credits.ts';
import { due } from './commands/due.ts';
import { explain } from './commands/explain.ts';
import { exportModel } from './commands/export.ts';
import { facts } from './commands/facts.ts';
import { fix } from './commands/fix.ts';
import { knowledge } from './commands/knowledge.ts';
import { leaver } from './commands/leaver.ts';
import { portfolio } from './commands/portfolio.ts';
import { rules } from './commands/rules.ts';
import { sign } from './commands/sign.ts';
import { status } from './commands/status.ts';
import type { CommandContext } from './session.ts';
import type { ExitCode } from './shell.ts';

/**
 * What each command does. They share the engine and come as one file, because a file costs more to load than
 * to have; only libraries and texts that most runs do without are loaded when they are needed.
 */
export const commands: Readonly<Record<CommandName, (context: CommandContext) => Promise<ExitCode>>> = {
  init: async (context) => (await import('./commands/init.ts')).init(context),
  new: async (context) => (await import('./commands/new.ts')).newDocument(context),
  ask: async (context) => (await import('./commands/ask.ts')).ask(context),
  import: async (context) => (await import('./commands/import.ts')).importFile(context),
  close: async (context) => (await import('./commands/close.ts')).close(context),
  check,
  due,
  status,
  portfolio,
  facts,
  knowledge,
  credits,
  codeowners: async (context) => (await import('./commands/codeowners.ts')).codeowners(context),
  fix,
  leaver,
  sign,
  split: async (context) => (await import('./commands/split.ts')).split(context),
  join: async (context) => (await import('./commands/split.ts')).join(context),
  changes: async (context) => (await import('./commands/changes.ts')).changes(context),
  log: async (context) => (await import('./commands/log.ts')).log(context),
  clauses,
  rules,
  explain,
  export: exportModel,
};
