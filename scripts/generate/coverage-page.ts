import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../extension/engine/rules/define.ts';
import { slugOf } from '../../extension/engine/parse/headings.ts';
import { readFixture } from '../../test/support/read-fixture.ts';
import { titleOf } from './rule-texts.ts';

/** The page of cases of a rule: its path in the repository, and what it holds. */
export interface FixturePage {
  readonly path: string;
  readonly text: string;
}

/** One of the ideas that Outrigger was made for, with the places that hold it and the rules that keep it. */
interface Idea {
  readonly idea: string;
  readonly reads: readonly string[];
  readonly rules: readonly string[];
}

function readIdeas(root: string): readonly Idea[] {
  return JSON.parse(readFileSync(join(root, 'schemas/ideas.json'), 'utf8')) as readonly Idea[];
}

/** `docs/coverage.md`: for each idea where it is written, what keeps it, and a case that shows it. */
export function renderCoveragePage(
  root: string,
  rules: readonly Rule[],
  fixtureOf: (rule: Rule) => FixturePage,
): string {
  const names = JSON.parse(readFileSync(join(root, 'schemas/rule-names.json'), 'utf8')) as Record<
    string,
    string
  >;
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const kept = (code: string): string => {
    const rule = byCode.get(code);
    if (!rule) return `${code} ${names[code] ?? ''} (later)`;
    return `[${code}](rules/${code}.md) ${rule.name}`;
  };
  const shown = (codes: readonly string[]): string => {
    const standing = codes.flatMap((code) => byCode.get(code) ?? []);
    return standing.map((rule) => exampleOf(rule, fixtureOf(rule))).join('<br>');
  };
  return [
    '<!-- Generated from schemas/ideas.json, the rules and their fixtures by `npm run generate`. Do not edit. -->',
    '',
    '# What Outrigger was made for',
    '',
    'The ideas that the product began with, where each is written in a document, what keeps it, and a case that shows how.',
    '',
    '| # | Idea | Key or column | Kept by | Shown by |',
    '| ---: | --- | --- | --- | --- |',
    ...readIdeas(root).map(({ idea, reads, rules: codes }, i) =>
      row([
        String(i + 1),
        idea,
        reads.map((place) => `\`${place}\``).join('<br>'),
        codes.map(kept).join('<br>'),
        shown(codes),
      ]),
    ),
    '',
  ].join('\n');
}

/** The case that is the example of a rule, as a link to where it stands. */
function exampleOf({ code }: Rule, { path, text }: FixturePage): string {
  const example = readFixture(text).cases.find(({ title }) => title.endsWith('(example)'));
  return example ? `${code}: [${titleOf(example)}](../${path}#${slugOf(example.title)})` : '';
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
