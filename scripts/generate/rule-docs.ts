import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckRule, DueRule, FactDefinition } from '../../extension/engine/rules/define.ts';
import { rulePage } from '../../extension/engine/report/rule-page.ts';
import { readFixture, type FixtureCase } from '../../test/support/read-fixture.ts';

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

/** One page for each rule: `docs/rules/SLA004.md`. */
export async function renderRulePages(root: string): Promise<ReadonlyMap<string, string>> {
  const { checkRules, dueRules } = await loadRegistry();
  const fixtures = readdirSync(join(root, 'test/rules'));
  const pages = new Map<string, string>();
  for (const rule of [...checkRules, ...dueRules]) {
    const file = fixtures.find((name) => name.startsWith(`${rule.code}-`) && name.endsWith('.md'));
    const text = file === undefined ? '' : readFileSync(join(root, 'test/rules', file), 'utf8');
    pages.set(`docs/rules/${rule.code}.md`, renderRulePage(rule, text));
  }
  return pages;
}

function renderRulePage(rule: CheckRule | DueRule, fixture: string): string {
  const page = rulePage(rule, { introduction: introduction(fixture), examples: examples(fixture) });
  return `${notice}\n\n${page}`;
}

/** The prose between the fixture's title and its first case. */
function introduction(fixture: string): readonly string[] {
  const [head = ''] = fixture.split(/^## /m);
  const prose = head.split('\n').slice(1).join('\n').trim();
  return prose === '' ? [] : [prose, ''];
}

function examples(fixture: string): readonly string[] {
  if (fixture === '') return [];
  const cases = readFixture(fixture).cases.filter(({ title }) => title.endsWith('(example)'));
  if (cases.length === 0) return [];
  return ['## Examples', '', ...cases.flatMap(renderCase)];
}

function renderCase({ title, files, expectations }: FixtureCase): readonly string[] {
  const lines = [
    `### ${title.replace(/ \(example\)$/, '').replace(/^./, (letter) => letter.toUpperCase())}`,
    '',
  ];
  for (const [path, text] of files) lines.push(`\`${path}\``, '', '````md', text.trimEnd(), '````', '');
  for (const { kind, lines: said, attributes } of expectations) {
    if (said.length === 0) continue;
    const heading = kind === 'fixed' ? `After the fix "${attributes.get('title') ?? ''}"` : 'Outrigger says';
    lines.push(`${heading}:`, '', kind === 'fixed' ? '````md' : '````text', ...said, '````', '');
  }
  return lines;
}

/** The table of all rules, for the README and the index of the rule pages. `base` is the folder of the pages as seen from there. */
export async function renderRuleTable(base: string): Promise<string> {
  const { checkRules, dueRules } = await loadRegistry();
  const rules = [...checkRules, ...dueRules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    '| Rule | Name | Channel | Severity | Profiles | What it is for |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rules.map(
      ({ code, name, channel, meta }) =>
        `| [${code}](${base}${code}.md) | \`${name}\` | ${channel} | ${meta.severity} | ${meta.profiles.join(', ')} | ${meta.summary} |`,
    ),
  ].join('\n');
}

export async function renderRuleIndex(): Promise<string> {
  return `${notice}\n\n# Rules\n\n${await renderRuleTable('')}\n`;
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
