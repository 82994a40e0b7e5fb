import type { CommandSpec, OptionSpec } from '../../extension/cli/command-spec.ts';
import { commandTable } from '../../extension/cli/command-table.ts';
import { commonOptions } from '../../extension/cli/common-options.ts';
import { callOf, nameOf } from '../../extension/cli/help.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import { english } from '../../extension/engine/text.ts';

/** The page about the command line, in Markdown. */
export function cliPage(): string {
  const lines = [
    '<!-- Generated from extension/cli/command-table.ts by `npm run generate`. Do not edit. -->',
    '',
    '# The command line',
    '',
    'Standard output holds the result, standard error the rest. `outrigger <command> --help` shows the same as this page.',
    'People are spoken to in English or Swedish (`--lang`); JSON, exit codes and the names that programs know are the same in both.',
    '',
    '| Command | What it does |',
    '| --- | --- |',
    ...commandTable.map(
      ({ name, summary }) => `| [\`outrigger ${name}\`](#outrigger-${name}) | ${inEnglish(summary)} |`,
    ),
    '',
    '## Options of every command',
    '',
    ...optionTable(commonOptions),
    '',
    ...commandTable.flatMap(commandSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function commandSection(spec: CommandSpec): readonly string[] {
  return [
    `## outrigger ${spec.name}`,
    '',
    '```text',
    `outrigger ${callOf(spec, english)}`,
    '```',
    '',
    ...spec.about.flatMap((paragraph) => [inEnglish(paragraph), '']),
    ...(spec.options.length > 0 ? [...optionTable(spec.options), ''] : []),
    `Forms of the output: ${spec.formats.map((form) => `\`${form}\``).join(', ')}.`,
    '',
    '| Exit code | When |',
    '| --- | --- |',
    ...spec.exitCodes.map(([code, meaning]) => `| ${code} | ${inEnglish(meaning)} |`),
    '',
    '```sh',
    ...spec.examples.flatMap(([line, meaning]) => [`# ${inEnglish(meaning)}`, line]),
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
        `| \`${nameOf(option, english)}\` | ${inEnglish(option.description)}${option.repeatable ? ' May be given several times.' : ''} |`,
    ),
  ];
}
