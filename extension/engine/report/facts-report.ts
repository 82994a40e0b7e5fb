import type { NotRun } from '../model/check-result.ts';
import type { Fact } from '../model/finding.ts';
import type { IsoDate } from '../model/value.ts';
import { factValue } from './fact-value.ts';
import { plain, type Paint } from './paint.ts';
import { counted, shown } from './shown.ts';
import { markdownText } from './text-table.ts';

/** Facts by file, each with its working; a chain of dates follows line by line. */
export function factsText(facts: readonly Fact[], asOf: IsoDate, paint: Paint = plain): string {
  const lines = [`As of ${asOf}: ${counted(facts.length, 'fact')}.`];
  let path: string | undefined;
  for (const fact of facts) {
    if (fact.path !== path) {
      path = fact.path;
      lines.push('', paint('strong', shown(path)));
    }
    const line = fact.range.start.line + 1;
    lines.push(
      `  ${paint('info', fact.name)}  ${shown(factValue(fact))}  ${paint('faint', `${shown(fact.at)}, line ${line}`)}`,
    );
    lines.push(`      ${shown(fact.how)}`);
    for (const link of chainOf(fact)) lines.push(`      ${link}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same as a Markdown document: a heading for each file, an item for each fact. */
export function factsMarkdown(facts: readonly Fact[], asOf: IsoDate): string {
  const lines = [`As of ${asOf}: ${counted(facts.length, 'fact')}.`];
  let path: string | undefined;
  for (const fact of facts) {
    if (fact.path !== path) {
      path = fact.path;
      lines.push('', `## ${markdownText(shown(path))}`, '');
    }
    const place = `${shown(fact.at)}, line ${fact.range.start.line + 1}`;
    lines.push(
      `- **${fact.name}**: ${markdownText(shown(factValue(fact)))} (${markdownText(place)})`,
      '',
      `  ${markdownText(shown(fact.how))}`,
      '',
    );
    const chain = chainOf(fact);
    if (chain.length > 0) lines.push(...chain.map((link) => `  - ${markdownText(link)}`), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** For programs: values are strings; lines and columns from 1. */
export function factsJson(facts: readonly Fact[], asOf: IsoDate, notRun: readonly NotRun[] = []): string {
  const data = {
    version: 1,
    asOf,
    notRun,
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
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The links of a chain, such as that of the true last day: name, date, and what it was counted from. */
function chainOf({ data }: Pick<Fact, 'data'>): readonly string[] {
  const { chain } = data;
  if (!Array.isArray(chain)) return [];
  return (chain as readonly Readonly<Record<string, unknown>>[]).map(({ name, date, from, by }) => {
    const counted = typeof from === 'string' ? ` = ${from}${typeof by === 'string' ? ` ${by}` : ''}` : '';
    return `${String(date)}  ${String(name)}${counted}`;
  });
}
