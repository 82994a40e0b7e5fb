import type { Said, SaidPart } from '../model/said.ts';
import type { FactDefinition, Rule } from '../rules/define.ts';
import { joined, say, withNames } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import type { RuleExample, RuleText } from './rule-text.ts';
import { severitySaid } from './severity-said.ts';
import { shownJson } from './shown.ts';
import { textTable } from './text-table.ts';

/** The rules, one line each, for a terminal. */
export function rulesText(
  rules: readonly Rule[],
  paint: Paint = plain,
  { say: inLanguage }: ReportLanguage = english,
): string {
  const header = [
    say('Code'),
    say('Name'),
    say('Severity'),
    say('Says'),
    say('Profiles'),
    say('What it asks for'),
  ];
  const [first = '', ...rest] = textTable([
    header.map(inLanguage),
    ...rules.map(({ code, name, channel, meta }) => [
      code,
      name,
      inLanguage(severitySaid(meta.severity)),
      channel,
      meta.profiles.join(', '),
      meta.summary,
    ]),
  ]);
  const count = inLanguage(say('{{n}} {{n|rule|rules}}.', { n: String(rules.length) }));
  return `${[paint('strong', first), ...rest, '', count].join('\n')}\n`;
}

/** For programs. */
export function rulesJson(rules: readonly Rule[]): string {
  return shownJson({ version: 1, rules: rules.map(ruleData) });
}

/** What a rule is, as plain data. */
function ruleData({ code, name, channel, meta }: Rule): object {
  const { summary, severity, scope, profiles, kinds, reads, since, source } = meta;
  return { code, name, channel, severity, scope, profiles, kinds, summary, reads, since, source };
}

/** One rule in full, for programs. */
export function ruleInFull(rule: Rule, { reason, bad, good }: RuleText): object {
  return { ...ruleData(rule), reason, bad, good };
}

/** One rule in full, for a terminal. */
export function ruleText(
  rule: Rule,
  text: RuleText,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const { say: inLanguage } = language;
  const { code, name, channel, meta, messages } = rule;
  const asks = channel === 'check' ? Object.values(rule.missing) : [];
  const lines = [
    paint('strong', `${code} ${name}`),
    meta.summary,
    '',
    ...wrapped(text.reason),
    '',
    ...tableIn(language, rowsOf(rule)),
  ];
  const texts = Object.values(messages);
  if (texts.length > 0)
    lines.push('', inLanguage(say('It says')), ...texts.map((one) => `  ${inLanguage(named(one))}`));
  if (asks.length > 0) {
    lines.push('', inLanguage(say('Of what is missing')));
    for (const { message, ask, how } of asks) {
      const question = say('of a draft it asks: {{question}}', {
        question: joined([named(ask), named(how)], ' '),
      });
      lines.push(`  ${inLanguage(named(message))}`, `      ${inLanguage(question)}`);
    }
  }
  lines.push(
    ...exampleLines(say('Bad example'), text.bad, paint, language),
    ...exampleLines(say('Good example'), text.good, paint, language),
  );
  return `${lines.join('\n')}\n`;
}

function rowsOf({ channel, meta }: Rule): readonly (readonly SaidPart[])[] {
  return [
    [say('Severity'), severitySaid(meta.severity)],
    [
      say('Says'),
      channel === 'check'
        ? say('in check: it looks at the content alone')
        : say('in due: it looks at the calendar'),
    ],
    [say('Profiles'), meta.profiles.join(', ')],
    [say('About'), meta.kinds.includes('*') ? say('any document') : meta.kinds.join(', ')],
    [say('Reads'), meta.reads.join('; ')],
    ...(meta.source === undefined ? [] : [[say('Based on'), meta.source]]),
    [say('Since'), meta.since],
  ];
}

function tableIn(
  { say: inLanguage }: ReportLanguage,
  rows: readonly (readonly SaidPart[])[],
): readonly string[] {
  return textTable(rows.map((row) => row.map((part) => inLanguage(joined([part], '')))));
}

function exampleLines(
  label: Said,
  { title, asOf, files, says }: RuleExample,
  paint: Paint,
  { say: inLanguage }: ReportLanguage,
): readonly string[] {
  const heading = joined(
    [
      paint('strong', inLanguage(label)),
      asOf === undefined ? title : say('{{title}}, as of {{day}}', { title, day: asOf }),
    ],
    ': ',
  );
  return [
    '',
    inLanguage(heading),
    ...files.flatMap(({ path, text }) => ['', `  ${path}`, ...text.split('\n').map((line) => `  | ${line}`)]),
    '',
    ...(says.length === 0
      ? [`  ${inLanguage(say('Outrigger says nothing.'))}`]
      : says.map((line) => `  ${paint('warning', line)}`)),
  ];
}

const columns = 100;

/** Prose in lines that a terminal shows whole. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/g, ' ').split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** One fact in full, for a terminal. */
export function factText(
  { name, summary, method = [], unit, kinds, reads, asOf }: FactDefinition,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const title = language.name(name);
  const rows = [
    [say('Unit'), unit],
    [say('About'), kinds.length === 0 ? say('any document') : kinds.join(', ')],
    [say('Reads'), reads.join('; ')],
    [say('Depends on the day'), asOf ? say('yes') : say('no')],
  ];
  const lines = [
    [paint('strong', name), ...(title === name ? [] : [title])].join('  '),
    language.say({ template: summary, data: {} }),
    '',
    ...method.flatMap((said) => [language.say(said), '']),
    ...tableIn(language, rows),
  ];
  return `${lines.join('\n')}\n`;
}

/** A message with the names of what it is filled with. */
function named(template: string): Said {
  return withNames(template, (name) => `<${name}>`);
}
