import type { FactDefinition, Rule } from '../rules/define.ts';
import { namedPlaces } from '../values/say.ts';
import { plain, type Paint } from './paint.ts';
import type { RuleExample, RuleText } from './rule-text.ts';
import { counted, shownJson } from './shown.ts';
import { textTable } from './text-table.ts';

/** The rules, one line each, for a terminal. */
export function rulesText(rules: readonly Rule[], paint: Paint = plain): string {
  const [first = '', ...rest] = textTable([
    ['Code', 'Name', 'Severity', 'Says', 'Profiles', 'What it asks for'],
    ...rules.map(({ code, name, channel, meta }) => [
      code,
      name,
      meta.severity,
      channel,
      meta.profiles.join(', '),
      meta.summary,
    ]),
  ]);
  return `${[paint('strong', first), ...rest, '', `${counted(rules.length, 'rule')}.`].join('\n')}\n`;
}

/** For programs. */
export function rulesJson(rules: readonly Rule[]): string {
  return shownJson({ version: 1, rules: rules.map(ruleData) });
}

/** What a rule is, as plain data. */
function ruleData({ code, name, channel, meta }: Rule): object {
  const { summary, severity, profiles, kinds, reads, since, source } = meta;
  return { code, name, channel, severity, profiles, kinds, summary, reads, since, source };
}

/** One rule in full, for programs. */
export function ruleInFull(rule: Rule, { reason, bad, good }: RuleText): object {
  return { ...ruleData(rule), reason, bad, good };
}

/** One rule in full, for a terminal. */
export function ruleText(rule: Rule, text: RuleText, paint: Paint = plain): string {
  const { code, name, channel, meta, messages } = rule;
  const asks = channel === 'check' ? Object.values(rule.missing) : [];
  const rows = [
    ['Severity', meta.severity],
    [
      'Says',
      channel === 'check' ? 'in check: it looks at the content alone' : 'in due: it looks at the calendar',
    ],
    ['Profiles', meta.profiles.join(', ')],
    ['About', meta.kinds.includes('*') ? 'any document' : meta.kinds.join(', ')],
    ['Reads', meta.reads.join('; ')],
    ...(meta.source === undefined ? [] : [['Based on', meta.source]]),
    ['Since', meta.since],
  ];
  const lines = [
    paint('strong', `${code} ${name}`),
    meta.summary,
    '',
    ...wrapped(text.reason),
    '',
    ...textTable(rows),
  ];
  const texts = Object.values(messages);
  if (texts.length > 0) lines.push('', 'It says', ...texts.map((text) => `  ${withNames(text)}`));
  if (asks.length > 0) {
    lines.push('', 'Of what is missing');
    for (const { message, ask, how } of asks)
      lines.push(`  ${withNames(message)}`, `      of a draft it asks: ${withNames(`${ask} ${how}`)}`);
  }
  lines.push(
    ...exampleLines('Bad example', text.bad, paint),
    ...exampleLines('Good example', text.good, paint),
  );
  return `${lines.join('\n')}\n`;
}

function exampleLines(
  label: string,
  { title, asOf, files, says }: RuleExample,
  paint: Paint,
): readonly string[] {
  const day = asOf === undefined ? '' : `, as of ${asOf}`;
  return [
    '',
    `${paint('strong', label)}: ${title}${day}`,
    ...files.flatMap(({ path, text }) => ['', `  ${path}`, ...text.split('\n').map((line) => `  | ${line}`)]),
    '',
    ...(says.length === 0
      ? ['  Outrigger says nothing.']
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
  { name, summary, unit, kinds, reads, asOf }: FactDefinition,
  paint: Paint = plain,
): string {
  const rows = [
    ['Unit', unit],
    ['About', kinds.length === 0 ? 'any document' : kinds.join(', ')],
    ['Reads', reads.join('; ')],
    ['Depends on the day', asOf ? 'yes' : 'no'],
  ];
  return `${[paint('strong', name), summary, '', ...textTable(rows)].join('\n')}\n`;
}

/** A message with the names of what it is filled with. */
function withNames(template: string): string {
  return namedPlaces(template, (name) => `<${name}>`);
}
