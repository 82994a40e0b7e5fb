import { commandTable, commonOptions, type CommandSpec, type OptionSpec } from './command-table.ts';

/** The help of the whole program, for a terminal. */
export function globalHelp(version: string): string {
  const width = Math.max(...commandTable.map((spec) => callOf(spec).length));
  return lines([
    `Outrigger ${version}: agreements with outsourced teams, checked.`,
    '',
    'Usage: outrigger <command> [arguments] [options]',
    '',
    'Commands',
    ...commandTable.map((spec) => `  ${callOf(spec).padEnd(width)}  ${spec.summary}`),
    '',
    'Options of every command',
    ...optionLines(commonOptions),
    '',
    'Exit codes: 0 no error; 1 findings; 2 wrong usage, a file that cannot be read, or a fault in Outrigger.',
    'More about a command: outrigger <command> --help',
  ]);
}

/** The help of one command, for a terminal. */
export function commandHelp(spec: CommandSpec): string {
  return lines([
    `Usage: outrigger ${callOf(spec)}`,
    '',
    ...spec.about.flatMap((paragraph) => [...folded(paragraph, 92), '']),
    ...(spec.options.length > 0 ? ['Options', ...optionLines(spec.options), ''] : []),
    'Options of every command',
    ...optionLines(commonOptions),
    '',
    `Forms of the output (--format): ${spec.formats.join(', ')}`,
    '',
    'Exit codes',
    ...spec.exitCodes.map(([code, meaning]) => `  ${code}  ${meaning}`),
    '',
    'Examples',
    ...spec.examples.flatMap(([line, meaning]) => [`  ${line}`, `      ${meaning}`]),
  ]);
}

/** The page about the command line, in Markdown. */
export function helpPage(): string {
  return lines([
    '<!-- Generated from extension/cli/command-table.ts by `npm run generate`. Do not edit. -->',
    '',
    '# The command line',
    '',
    'Standard output holds the result, standard error the rest. `outrigger <command> --help` shows the same as this page.',
    '',
    '| Command | What it does |',
    '| --- | --- |',
    ...commandTable.map(
      ({ name, summary }) => `| [\`outrigger ${name}\`](#outrigger-${name}) | ${summary} |`,
    ),
    '',
    '## Options of every command',
    '',
    ...optionTable(commonOptions),
    '',
    ...commandTable.flatMap(commandSection),
  ]);
}

function commandSection(spec: CommandSpec): readonly string[] {
  return [
    `## outrigger ${spec.name}`,
    '',
    '```text',
    `outrigger ${callOf(spec)}`,
    '```',
    '',
    ...spec.about.flatMap((paragraph) => [paragraph, '']),
    ...(spec.options.length > 0 ? [...optionTable(spec.options), ''] : []),
    `Forms of the output: ${spec.formats.map((form) => `\`${form}\``).join(', ')}.`,
    '',
    '| Exit code | When |',
    '| --- | --- |',
    ...spec.exitCodes.map(([code, meaning]) => `| ${code} | ${meaning} |`),
    '',
    '```sh',
    ...spec.examples.flatMap(([line, meaning]) => [`# ${meaning}`, line]),
    '```',
    '',
  ];
}

function optionTable(options: readonly OptionSpec[]): readonly string[] {
  return [
    '| Option | Meaning |',
    '| --- | --- |',
    ...options.map(
      (option) =>
        `| \`${nameOf(option)}\` | ${option.description}${option.repeatable ? ' May be given several times.' : ''} |`,
    ),
  ];
}

function optionLines(options: readonly OptionSpec[]): readonly string[] {
  const width = Math.max(...options.map((option) => nameOf(option).length));
  return options.flatMap((option) =>
    folded(option.description, 88 - width).map(
      (line, i) => `  ${(i === 0 ? nameOf(option) : '').padEnd(width)}  ${line}`,
    ),
  );
}

function nameOf({ name, value }: OptionSpec): string {
  return `--${name}${value === undefined ? '' : ` ${value}`}`;
}

function callOf({ name, usage }: CommandSpec): string {
  return usage === '' ? name : `${name} ${usage}`;
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
