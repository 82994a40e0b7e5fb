import { say } from '../engine/model/said.ts';
import type { ReportLanguage } from '../engine/text.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { commandTable } from './command-table.ts';
import { commonOptions, commonOptionsOf } from './common-options.ts';

/** The help of the whole program, for a terminal. */
export function globalHelp(version: string, language: ReportLanguage): string {
  const { say: inLanguage } = language;
  const calls = commandTable.map((spec) => callOf(spec, language));
  const width = widest(calls);
  return lines([
    inLanguage(say('Outrigger {{version}}: agreements with outsourced teams, checked.', { version })),
    '',
    inLanguage(say('Usage: outrigger <command> [arguments] [options]')),
    '',
    inLanguage(say('Commands')),
    ...commandTable.map(({ summary }, i) => `  ${calls[i]?.padEnd(width)}  ${inLanguage(summary)}`),
    '',
    inLanguage(say('Options of every command')),
    ...optionLines(commonOptions, language),
    '',
    inLanguage(
      say(
        'Exit codes: 0 no error; 1 findings; 2 wrong usage, a file that cannot be read, or a fault in Outrigger.',
      ),
    ),
    inLanguage(say('More about a command: outrigger <command> --help')),
  ]);
}

/** The help of one command, for a terminal. */
export function commandHelp(spec: CommandSpec, language: ReportLanguage): string {
  const { say: inLanguage } = language;
  const usage = say('Usage: outrigger {{call}}', { call: callOf(spec, language) });
  const forms = say('Forms of the output (--format): {{formats}}', { formats: spec.formats.join(', ') });
  return lines([
    inLanguage(usage),
    '',
    ...spec.about.flatMap((paragraph) => [...folded(inLanguage(paragraph), 92), '']),
    ...(spec.options.length > 0
      ? [inLanguage(say('Options')), ...optionLines(spec.options, language), '']
      : []),
    inLanguage(say('Options of every command')),
    ...optionLines(commonOptionsOf(spec), language),
    '',
    inLanguage(forms),
    '',
    inLanguage(say('Exit codes')),
    ...spec.exitCodes.map(([code, meaning]) => `  ${code}  ${inLanguage(meaning)}`),
    '',
    inLanguage(say('Examples')),
    ...spec.examples.flatMap(([line, meaning]) => [`  ${line}`, `      ${inLanguage(meaning)}`]),
  ]);
}

function optionLines(options: readonly OptionSpec[], language: ReportLanguage): readonly string[] {
  const names = options.map((option) => nameOf(option, language));
  const width = widest(names);
  return options.flatMap(({ description }, i) =>
    folded(language.say(description), 88 - width).map(
      (line, at) => `  ${(at === 0 ? (names[i] ?? '') : '').padEnd(width)}  ${line}`,
    ),
  );
}

/** `--root DIR`. */
export function nameOf({ name, value }: OptionSpec, language: ReportLanguage): string {
  return value === undefined ? `--${name}` : `--${name} ${language.say(value)}`;
}

/** `check [paths...]`. */
export function callOf({ name, usage }: CommandSpec, language: ReportLanguage): string {
  return usage === undefined ? name : `${name} ${language.say(usage)}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

/** Lines of at most so many characters, broken between words. */
function folded(text: string, width: number): readonly string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...out, line];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n').trimEnd()}\n`;
}
