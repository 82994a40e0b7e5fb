import { parseArgs } from 'node:util';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { commonOptionsOf, languageCodes } from './common-options.ts';
import { say, type Said } from '../engine/model/said.ts';
import { UsageError } from './shell.ts';
import { nearMiss } from '../engine/text.ts';

/** What a command was called with, checked against its entry in the table. */
export interface Arguments {
  readonly positionals: readonly string[];
  has(option: string): boolean;
  /** The last value given. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
  /** One of the forms of the command; the first where none is given. */
  readonly format: string;
}

/**
 * Reads what follows the name of a command.
 * Throws a UsageError that names what is unknown, missing or too much, and what was probably meant.
 */
export function parseArguments(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options = [...spec.options, ...commonOptionsOf(spec)];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
    ),
  });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const name = token.rawName === '-h' ? 'help' : token.name;
    const option =
      token.rawName.startsWith('--') || name === 'help'
        ? options.find((one) => one.name === name)
        : undefined;
    if (!option) throw unknownOption(spec, token.rawName, options);
    if (option.value === undefined && token.value !== undefined)
      throw new UsageError(
        say('--{{name}} takes no value, and "{{given}}" was given.', { name, given: token.value }),
      );
    if (option.value !== undefined && token.value === undefined)
      throw new UsageError(
        say('--{{name}} needs a value: --{{name}} {{value}}.', { name, value: option.value }),
      );
    given.set(name, [...(given.get(name) ?? []), token.value ?? '']);
  }
  const { least, most } = spec.takes;
  if (!given.has('help')) {
    if (positionals.length < least)
      throw new UsageError(
        say('outrigger {{name}} needs {{usage}}. {{help}}', {
          name: spec.name,
          usage: spec.usage ?? '',
          help: seeHelp(spec),
        }),
      );
    if (positionals.length > most) throw tooMany(spec, positionals[most] ?? '');
  }
  const language = given.get('lang')?.at(-1);
  if (language !== undefined) oneOf('--lang', language.toLowerCase(), languageCodes);
  return {
    positionals,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
    format: oneOf('--format', given.get('format')?.at(-1) ?? spec.formats[0], spec.formats),
  };
}

/** The value if it is one of those allowed; otherwise a UsageError with what was probably meant. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const known = allowed.find((one) => one === value);
  if (known !== undefined) return known;
  const near = nearMiss(value, allowed);
  const mend =
    near === undefined ? say('It may be {{allowed}}.', { allowed: allowed.join(', ') }) : didYouMean(near);
  throw new UsageError(say('"{{value}}" is not known to {{option}}. {{mend}}', { value, option, mend }));
}

export function tooMany(spec: CommandSpec, argument: string): UsageError {
  return new UsageError(
    say('"{{argument}}" is one argument too many for outrigger {{name}}. {{help}}', {
      argument,
      name: spec.name,
      help: seeHelp(spec),
    }),
  );
}

function unknownOption(spec: CommandSpec, rawName: string, options: readonly OptionSpec[]): UsageError {
  const near = nearMiss(
    rawName.replace(/^-+/, ''),
    options.map(({ name }) => name),
  );
  const mend = near === undefined ? seeHelp(spec) : say('Did you mean --{{near}}?', { near });
  return new UsageError(
    say('outrigger {{name}} has no option "{{option}}". {{mend}}', {
      name: spec.name,
      option: rawName,
      mend,
    }),
  );
}

function seeHelp({ name }: CommandSpec): Said {
  return say('See outrigger {{name}} --help.', { name });
}

export function didYouMean(near: string): Said {
  return say('Did you mean "{{near}}"?', { near });
}
