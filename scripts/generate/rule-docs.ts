import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckRule, DueRule, FactDefinition, Rule } from '../../extension/engine/rules/define.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import { ruleRows, ruleSays } from '../../extension/engine/report/rule-page.ts';
import { renderCoveragePage, type FixturePage } from './coverage-page.ts';
import { renderExamples } from './rule-examples.ts';
import { reasonOf, renderRuleTexts } from './rule-texts.ts';

interface Registry {
  readonly checkRules: readonly CheckRule[];
  readonly dueRules: readonly DueRule[];
  readonly facts: readonly FactDefinition[];
}

const notice = '<!-- Generated from the rules and their fixtures by `npm run generate`. Do not edit. -->';

/** The registry as it stands on disk: imported late, because this run may just have written it. */
async function loadRegistry(): Promise<Registry> {
  return import('../../extension/engine/kinds/generated/registry.ts');
}

/** What explains the rules: a page for each, `docs/rules/SLA004.md`, and the texts that the program tells. */
export async function renderRulePages(root: string): Promise<ReadonlyMap<string, string>> {
  const pageOf = fixturesIn(root);
  const fixtureOf = (rule: Rule): string => pageOf(rule).text;
  const { checkRules, dueRules } = await loadRegistry();
  const rules = [...checkRules, ...dueRules];
  return new Map([
    [ruleTextsPath, renderRuleTexts(rules, fixtureOf)],
    ['docs/coverage.md', renderCoveragePage(root, rules, pageOf)],
    ...rules.map((rule) => [`docs/rules/${rule.code}.md`, renderRulePage(rule, fixtureOf(rule))] as const),
  ]);
}

const ruleTextsPath = 'extension/engine/report/generated/rule-texts.ts';

/** The fixture of a rule; empty where it has none. */
function fixturesIn(root: string): (rule: Rule) => FixturePage {
  const fixtures = readdirSync(join(root, 'test/rules'));
  return ({ code }) => {
    const file = fixtures.find((name) => name.startsWith(`${code}-`) && name.endsWith('.md'));
    if (file === undefined) return { path: '', text: '' };
    const path = `test/rules/${file}`;
    return { path, text: readFileSync(join(root, path), 'utf8') };
  };
}

function renderRulePage(rule: Rule, fixture: string): string {
  const reason = reasonOf(fixture);
  const lines = [
    notice,
    '',
    `# ${rule.code} ${rule.name}`,
    '',
    `${rule.meta.summary}.`,
    '',
    '| | |',
    '| --- | --- |',
    ...ruleRows(rule).map(([name, values]) => `| ${name} | ${values.map(nameCells(name)).join(', ')} |`),
    '',
    ...(reason === '' ? [] : [reason, '']),
    '## What it says',
    '',
    ...ruleSays(rule, (name) => `*${name}*`).map((message) => `- ${message}`),
    '',
    ...renderExamples(fixture),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Names of the format are set as code. */
function nameCells(row: string): (value: string) => string {
  return (value) => (row === 'Channel' || row === 'Reads' ? `\`${value}\`` : value);
}

/** The index of the rule pages: one row a rule. */
export async function renderRuleIndex(): Promise<string> {
  const { checkRules, dueRules } = await loadRegistry();
  const rules = [...checkRules, ...dueRules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    notice,
    '',
    '# Rules',
    '',
    '| Rule | Name | Channel | Severity | Profiles | What it is for |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rules.map(
      ({ code, name, channel, meta }) =>
        `| [${code}](${code}.md) | \`${name}\` | ${channel} | ${meta.severity} | ${meta.profiles.join(', ')} | ${meta.summary} |`,
    ),
    '',
  ].join('\n');
}

export async function renderFactIndex(): Promise<string> {
  const { facts } = await loadRegistry();
  return [
    '<!-- Generated from the facts by `npm run generate`. Do not edit. -->',
    '',
    '# Facts',
    '',
    'Computed values, each with its working. The same in every output.',
    '',
    '| Fact | Unit | As of a day | What it is | Reads |',
    '| --- | --- | --- | --- | --- |',
    ...facts.map(
      ({ name, unit, asOf, summary, reads }) =>
        `| \`${name}\` | ${unit} | ${asOf ? 'yes' : 'no'} | ${summary} | ${reads.map((read) => `\`${read}\``).join(', ')} |`,
    ),
    '',
    ...facts
      .flatMap(({ name, method }) => (method ? [`## ${name}`, ...method.map(inEnglish)] : []))
      .flatMap((text) => [text, '']),
  ].join('\n');
}

/** A text with what stands between `<!-- NAME:begin -->` and `<!-- NAME:end -->` replaced. */
export function between(text: string, name: string, content: string): string {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the markers ${begin} and ${end} are missing`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`;
}
