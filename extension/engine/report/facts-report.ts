import type { NotRun } from '../model/check-result.ts';
import type { Fact } from '../model/finding.ts';
import type { IsoDate } from '../model/value.ts';
import { say } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { notRunData } from './not-run-lines.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { markdownText } from './text-table.ts';

/** Facts by file, each with its working; a chain of dates follows line by line. */
export function factsText(
  facts: readonly Fact[],
  asOf: IsoDate,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const lines = [summaryOf(facts, asOf, language)];
  let path: string | undefined;
  for (const fact of facts) {
    if (fact.path !== path) {
      path = fact.path;
      lines.push('', paint('strong', shownName(path)));
    }
    const { title, value, place, working, chain } = lineOf(fact, language);
    // The name is what other commands take; where a language has a title for it, that stands beside it.
    const titled = title === fact.name ? [] : [title];
    lines.push(
      ['', paint('info', fact.name), ...titled, shown(value), paint('faint', place)].join('  '),
      `      ${shown(working)}`,
      ...chain.map((link) => `      ${link}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The same as a Markdown document: a heading for each file, an item for each fact. */
export function factsMarkdown(
  facts: readonly Fact[],
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const { summary, files } = factLines(facts, asOf, language);
  const lines = [summary];
  for (const { path, lines: its } of files) {
    lines.push('', `## ${markdownText(shownName(path))}`, '');
    for (const { title, value, place, working, chain } of its) {
      lines.push(
        `- **${markdownText(title)}**: ${markdownText(shown(value))} (${markdownText(place)})`,
        '',
        `  ${markdownText(shown(working))}`,
        '',
      );
      if (chain.length > 0) lines.push(...chain.map((link) => `  - ${markdownText(link)}`), '');
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What such a document is made of, in the words of a language. */
export interface FactLines {
  readonly summary: string;
  readonly files: readonly { readonly path: string; readonly lines: readonly FactLine[] }[];
}

interface FactLine {
  readonly fact: Fact;
  readonly title: string;
  readonly value: string;
  /** `Services[0].Service, line 12`. */
  readonly place: string;
  readonly working: string;
  readonly chain: readonly string[];
}

export function factLines(facts: readonly Fact[], asOf: IsoDate, language: ReportLanguage): FactLines {
  const files: { readonly path: string; readonly lines: FactLine[] }[] = [];
  for (const fact of facts) {
    if (files.at(-1)?.path !== fact.path) files.push({ path: fact.path, lines: [] });
    files.at(-1)?.lines.push(lineOf(fact, language));
  }
  return { summary: summaryOf(facts, asOf, language), files };
}

function lineOf(fact: Fact, language: ReportLanguage): FactLine {
  return {
    fact,
    title: language.name(fact.name),
    value: language.say(fact.said),
    place: language.say(
      say('{{place}}, line {{line}}', {
        place: shown(language.place(fact.at)),
        line: String(fact.range.start.line + 1),
      }),
    ),
    working: language.say(fact.working),
    chain: chainOf(fact, language),
  };
}

/** For programs: values are strings; lines and columns from 1. */
export function factsJson(facts: readonly Fact[], asOf: IsoDate, notRun: readonly NotRun[] = []): string {
  const data = {
    version: 1,
    asOf,
    notRun: notRunData(notRun),
    facts: facts.map((fact) => ({
      path: fact.path,
      line: fact.range.start.line + 1,
      column: fact.range.start.character + 1,
      at: fact.at,
      name: fact.name,
      value: fact.value,
      unit: fact.unit,
      how: fact.how,
      data: fact.data,
    })),
  };
  return shownJson(data);
}

function summaryOf(facts: readonly Fact[], asOf: IsoDate, language: ReportLanguage): string {
  return language.say(
    say('As of {{day}}: {{facts}}.', {
      day: asOf,
      facts: say('{{n}} {{n|fact|facts}}', { n: String(facts.length) }),
    }),
  );
}

/** The links of a chain, such as that of the true last day: name, date, and what it was counted from. */
function chainOf({ chain = [] }: Pick<Fact, 'chain'>, language: ReportLanguage): readonly string[] {
  return chain.map(({ name, date, from, by }) => {
    const length = by === undefined ? '' : ` ${language.say(by)}`;
    const counted = from === undefined ? '' : ` = ${language.name(from)}${length}`;
    return `${date}  ${language.name(name)}${counted}`;
  });
}
