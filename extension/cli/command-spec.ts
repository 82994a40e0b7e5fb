import { say, type Said } from '../engine/model/said.ts';

/** One option of a command, or of all of them. */
export interface OptionSpec {
  readonly name: string;
  /** What its value is called, in capitals; without one it is a switch. */
  readonly value?: Said;
  readonly repeatable?: true;
  readonly description: Said;
}

export interface CommandSpec {
  readonly name: CommandName;
  /** One line for the list of commands. */
  readonly summary: Said;
  /** The arguments, as they follow the name; absent where there are none. */
  readonly usage?: Said;
  readonly about: readonly Said[];
  /** How many arguments that are no options it takes at least and at most. */
  readonly takes: { readonly least: number; readonly most: number };
  readonly options: readonly OptionSpec[];
  readonly formats: readonly [string, ...string[]];
  readonly exitCodes: readonly (readonly [code: number, meaning: Said])[];
  readonly examples: readonly (readonly [line: string, meaning: Said])[];
}

export type CommandName =
  | 'init'
  | 'new'
  | 'ask'
  | 'import'
  | 'close'
  | 'check'
  | 'due'
  | 'status'
  | 'portfolio'
  | 'facts'
  | 'knowledge'
  | 'credits'
  | 'fix'
  | 'codeowners'
  | 'leaver'
  | 'sign'
  | 'split'
  | 'join'
  | 'changes'
  | 'log'
  | 'clauses'
  | 'rules'
  | 'explain'
  | 'export';

export const trouble = [2, say('wrong usage, a file that cannot be read, or a fault in Outrigger')] as const;
export const fine = [0, say('done')] as const;
