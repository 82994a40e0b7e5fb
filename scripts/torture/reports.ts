import type { DueItem, Engine, Fact } from '../../extension/engine/index.ts';
import { checkJson, checkText } from '../../extension/engine/report/check-report.ts';
import { dueCalendar } from '../../extension/engine/report/due-calendar.ts';
import { dueJson, dueMarkdown, dueText } from '../../extension/engine/report/due-report.ts';
import { exportJson } from '../../extension/engine/report/export.ts';
import { factsJson, factsMarkdown, factsText } from '../../extension/engine/report/facts-report.ts';
import {
  portfolioJson,
  portfolioMarkdown,
  portfolioText,
} from '../../extension/engine/report/portfolio-report.ts';
import type { Standing } from '../../extension/engine/report/standing.ts';
import { statusJson, statusText } from '../../extension/engine/report/status-report.ts';
import { schemaCompiler } from '../generate/validators.ts';
import { readSchemas } from '../generate/read-schemas.ts';
import { demand } from './fault.ts';
import type { Watch } from './watch.ts';

export interface Reported {
  readonly engine: Engine;
  readonly asOf: string;
  readonly due: readonly DueItem[];
  readonly facts: readonly Fact[];
}

/** Says how every report holds against what it may show. */
export function createReports(schemas: string): (reported: Reported, watch: Watch) => Promise<void> {
  const fitsSchema = schemaCompiler(readSchemas(schemas)).getSchema('engagement.json')!;

  return async (reported, watch) => {
    const { engine } = reported;
    const exported = await asJson('export', watch, () =>
      exportJson(engine.assembled(engine.engagements().map(({ folder }) => folder))),
    );
    for (const one of (exported as { readonly engagements: readonly unknown[] }).engagements) {
      void fitsSchema(one);
      // What a document lacks its export lacks too; what is there must be as it is described.
      const wrong = (fitsSchema.errors ?? []).filter(({ keyword }) => !forWhatLacks.has(keyword));
      demand(wrong.length === 0, 'an export does not fit its schema', () => JSON.stringify(wrong));
    }
    await ofCheck(reported, watch);
    await ofDue(reported, watch);
    await ofFacts(reported, watch);
    await ofStandings(reported, watch);
  };
}

const forWhatLacks: ReadonlySet<string> = new Set(['required', 'if', 'allOf', 'minItems', 'contains']);

async function ofCheck({ engine }: Reported, watch: Watch): Promise<void> {
  const result = engine.check();
  const tool = { name: 'outrigger', version: '0.0.0' };
  await asText('check as text', watch, () => checkText(result));
  const data = await asJson('check as JSON', watch, () => checkJson(result, tool));
  const { findings } = data as { readonly findings: readonly unknown[] };
  demand(findings.length === result.findings.length, 'check as JSON leaves findings out', () =>
    JSON.stringify(findings),
  );
}

async function ofDue({ engine, asOf, due }: Reported, watch: Watch): Promise<void> {
  await asText('due as text', watch, () => dueText(due, asOf));
  await asText('due as Markdown', watch, () => dueMarkdown(due, asOf));
  await asText('due as a calendar', watch, () => dueCalendar(due, asOf).replaceAll('\r\n', '\n'));
  await asJson('due as JSON', watch, () => dueJson(due, asOf, engine.notRun('due')));
}

async function ofFacts({ engine, asOf, facts }: Reported, watch: Watch): Promise<void> {
  await asText('facts as text', watch, () => factsText(facts, asOf));
  await asText('facts as Markdown', watch, () => factsMarkdown(facts, asOf));
  await asJson('facts as JSON', watch, () => factsJson(facts, asOf, engine.notRun('facts')));
}

async function ofStandings({ engine, asOf }: Reported, watch: Watch): Promise<void> {
  const standings: Standing[] = [];
  for (const { folder } of engine.engagements()) {
    await watch.step('overview', () => engine.overview(folder, asOf));
    const standing = (await watch.step('standing', () => engine.standing(folder, asOf)))!;
    standings.push(standing);
    await asText('status as text', watch, () => statusText(standing, asOf));
    await asJson('status as JSON', watch, () => statusJson(standing, asOf));
  }
  await asText('portfolio as text', watch, () => portfolioText(standings, asOf));
  await asText('portfolio as Markdown', watch, () => portfolioMarkdown(standings, asOf));
  await asJson('portfolio as JSON', watch, () => portfolioJson(standings, asOf));
}

async function asText(what: string, watch: Watch, make: () => string): Promise<string> {
  const text = await watch.step(what, make);
  isShowable(what, text);
  return text;
}

async function asJson(what: string, watch: Watch, make: () => string): Promise<unknown> {
  return JSON.parse(await asText(what, watch, make));
}

/** Demands that nothing in a text steers a terminal or turns the direction of what follows. */
export function isShowable(what: string, text: string): void {
  const wrong = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u.exec(text);
  demand(wrong === null, `${what} holds a character that steers the terminal`, () =>
    JSON.stringify(text.slice(Math.max(0, wrong!.index - 60), wrong!.index + 60)),
  );
}
