import type { RuleExample, RuleText } from '../../extension/engine/report/rule-text.ts';
import type { Rule } from '../../extension/engine/rules/define.ts';
import { readFixture, type FixtureCase } from '../../test/support/read-fixture.ts';

/** `report/generated/rule-texts.ts`: why each rule exists, with an example of what it reports and one that is well. */
export function renderRuleTexts(rules: readonly Rule[], fixtureOf: (rule: Rule) => string): string {
  const texts = rules.map((rule) => [rule.code, ruleText(rule, fixtureOf(rule))] as const);
  return [
    '// Generated from the fixtures of the rules by `npm run generate`. Do not edit.',
    "import type { RuleText } from '../rule-text.ts';",
    '',
    'export const ruleTexts: Readonly<Record<string, RuleText>> = {',
    ...texts.map(([code, text]) => `  ${code}: ${JSON.stringify(text)},`),
    '};',
    '',
  ].join('\n');
}

/** Throws where a fixture lacks one of the three: a rule that nobody can explain is not finished. */
function ruleText(rule: Rule, fixture: string): RuleText {
  const { cases } = readFixture(fixture);
  const bad = cases.find(({ title }) => title.endsWith('(example)'));
  const good = cases.find(({ title }) => title.endsWith('(good example)'));
  const reason = reasonOf(fixture);
  if (reason === '')
    throw new Error(`the fixture of ${rule.code} says nothing between its title and its first case`);
  if (!bad || saidOf(bad).length === 0)
    throw new Error(`${rule.code} has no case "... (example)" with what is said of it`);
  if (!good || saidOf(good).length > 0)
    throw new Error(`${rule.code} has no case "... (good example)" of which nothing is said`);
  return { reason, bad: exampleOf(bad, good, rule), good: exampleOf(good, bad, rule) };
}

/** The prose between the fixture's title and its first case. */
export function reasonOf(fixture: string): string {
  const [head = ''] = fixture.split(/^## /m);
  return head.split('\n').slice(1).join('\n').trim();
}

export function titleOf({ title }: FixtureCase): string {
  return title.replace(/ \((?:good )?example\)$/, '').replace(/^./, (letter) => letter.toUpperCase());
}

function exampleOf(one: FixtureCase, other: FixtureCase, rule: Rule): RuleExample {
  const asOf = dayOf(one);
  return {
    title: titleOf(one),
    ...(asOf !== undefined && { asOf }),
    files: [...one.files].flatMap(([path, text]) => {
      const excerpt = excerptOf(text, touchedLines(one, other, path), rule);
      return excerpt === '' ? [] : [{ path, text: excerpt }];
    }),
    says: saidOf(one),
  };
}

function shownExpectation({ expectations }: FixtureCase): FixtureCase['expectations'][number] | undefined {
  const telling = expectations.filter(({ kind }) => kind === 'findings' || kind === 'due');
  return telling.find(({ lines }) => lines.length > 0) ?? telling[0];
}

function dayOf(one: FixtureCase): string | undefined {
  return shownExpectation(one)?.attributes.get('as-of');
}

/** What is said, without where: lines of the whole file are not those of an excerpt. */
function saidOf(one: FixtureCase): readonly string[] {
  return (shownExpectation(one)?.lines ?? [])
    .filter((line) => !/^\s/.test(line))
    .map((line) =>
      line
        .replace(/^\S+:\d+:\d+-\d+:\d+ (\w+) /, '$1: ')
        .replace(/^(\S+) (\w+) (\w+) \S+ \S+:\d+:\d+ /, '$1, $2, $3: '),
    );
}

/** Numbers of the lines of a file, from nought, that something is said of in either example, or that only one of them has. */
function touchedLines(one: FixtureCase, other: FixtureCase, path: string): ReadonlySet<number> {
  const lines = linesOf(one, path);
  const others = new Set(linesOf(other, path));
  const told = new Set(toldLines(other, path).map((at) => linesOf(other, path)[at]));
  return new Set([
    ...toldLines(one, path),
    ...lines.flatMap((line, at) => (line.trim() !== '' && (told.has(line) || !others.has(line)) ? [at] : [])),
  ]);
}

function linesOf({ files }: FixtureCase, path: string): readonly string[] {
  return (files.get(path) ?? '').split('\n');
}

function toldLines({ expectations }: FixtureCase, path: string): readonly number[] {
  return expectations
    .flatMap(({ lines }) => lines)
    .flatMap((line) => [...line.matchAll(/(\S+):(\d+):\d+/g)])
    .filter(([, where]) => where === path)
    .map(([, , line]) => Number(line) - 1);
}

/** What a reader needs of a file: its kind, what the rule reads, and what something is said of. `…` stands for the rest. */
function excerptOf(text: string, touched: ReadonlySet<number>, { meta }: Rule): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const reads = meta.reads.map((read) => read.split('/').at(-1) ?? '');
  const keys = new Set(reads.filter((read) => !read.includes('.')));
  const sections = new Set(reads.map((read) => (read.split('.')[0] ?? '').toLowerCase()));
  const end = lines.indexOf('---', 1);
  const kept = new Set<number>([0, end]);
  for (let i = 1; i < end; i++)
    if (lines[i]?.startsWith('kind:') || touched.has(i) || keys.has(lines[i]?.split(':')[0] ?? ''))
      kept.add(i);
  for (let i = end + 1; i < lines.length;) {
    const next = lines.findIndex((line, at) => at > i && line.startsWith('## '));
    const last = next < 0 ? lines.length : next;
    const its = Array.from({ length: last - i }, (_, at) => i + at);
    const title = /^## (.*)$/.exec(lines[i] ?? '')?.[1]?.toLowerCase() ?? '';
    if (its.some((at) => touched.has(at)) || sections.has(title)) for (const at of its) kept.add(at);
    i = last;
  }
  const isTold = [...kept].some(
    (at) => at > end || touched.has(at) || keys.has(lines[at]?.split(':')[0] ?? ''),
  );
  if (!isTold) return '';
  return lines
    .flatMap((line, at) => (kept.has(at) ? [line] : kept.has(at - 1) && line.trim() !== '' ? ['…'] : []))
    .join('\n')
    .replace(/^(---|…)\n(?=## )/gm, '$1\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd();
}
