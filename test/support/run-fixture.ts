import {
  checkRules,
  createEngine,
  dueRules,
  factDefinitions,
  type Engine,
  type Finding,
  type Range,
  type Registry,
} from '../../extension/engine/index.ts';
import { createHolidays } from '../../extension/engine/calendar/holidays.ts';
import type { History, NoHistory } from '../../extension/engine/model/history.ts';
import { applyEdits } from './apply-edits.ts';
import { historyOfLines, historyPath, withTexts } from './history-lines.ts';
import { memoryWorkspace } from './memory-workspace.ts';
import type { Expectation, FixtureCase } from './read-fixture.ts';

/** What one expectation block should say, as lines, beside what it says. */
export interface Comparison {
  readonly expectation: Expectation;
  readonly actual: readonly string[];
}

export interface CaseResult {
  readonly comparisons: readonly Comparison[];
  /** Findings that no block of the case expects, and fixes that do not do what they promise. */
  readonly complaints: readonly string[];
}

/** Runs one case for the rule or fact that its fixture is about (`SLA004`, `allowed-downtime`). */
export async function runCase(
  subject: string,
  one: FixtureCase,
  defaults: ReadonlyMap<string, string>,
  registry?: Registry,
): Promise<CaseResult> {
  const files = new Map([...defaults, ...one.files]);
  const comparisons: Comparison[] = [];
  const complaints: string[] = [];
  const isRule = checkRules.some(({ code }) => code === subject);
  if (!isRule && !isKnown(subject, registry))
    complaints.push(`nothing is called "${subject}": correct the name of the page, or run npm run generate`);
  let expectsFindings = false;
  for (const expectation of one.expectations) {
    const profile = expectation.attributes.get('profile') ?? profileOf(subject);
    const engine = await engineOver(files, profile, registry);
    if (expectation.kind === 'findings') expectsFindings = true;
    comparisons.push({ expectation, actual: await actualLines(expectation, subject, engine, files) });
    if (expectation.kind === 'findings')
      complaints.push(...(await checkFixes(engine, subject, files, profile, registry)));
  }
  if (isRule && !expectsFindings) {
    const engine = await engineOver(files, profileOf(subject), registry);
    const unexpected = findingsOf(engine, subject);
    complaints.push(...unexpected.map((finding) => `not expected: ${findingLine(finding)}`));
    complaints.push(...(await checkFixes(engine, subject, files, profileOf(subject), registry)));
  }
  if (isRule && !one.expectations.some(({ kind }) => kind === 'questions')) {
    const engine = await engineOver(files, profileOf(subject), registry);
    const asked = engine.questions().filter(({ code }) => code === subject);
    complaints.push(
      ...asked.map(({ path, range, ask }) => `not expected: question ${path}:${start(range)} ${ask}`),
    );
  }
  return { comparisons, complaints };
}

function isKnown(subject: string, registry: Registry | undefined): boolean {
  const known = registry ?? { checkRules, dueRules, facts: factDefinitions };
  return (
    [...known.checkRules, ...known.dueRules].some(({ code }) => code === subject) ||
    known.facts.some(({ name }) => name === subject)
  );
}

export async function engineOver(
  files: ReadonlyMap<string, string>,
  profile: string,
  registry?: Registry,
): Promise<Engine> {
  const engine = createEngine({
    ...(registry && { registry }),
    workspace: memoryWorkspace(files),
    profiles: profile.split(','),
    loadHolidays: () => Promise.resolve(createHolidays()),
    historyOf: (_folder, documents, signed) => Promise.resolve(historyAmong(files, documents, signed)),
  });
  await engine.load();
  return engine;
}

/** The history that a fixture tells; without one its folder lies in no repository. */
function historyAmong(
  files: ReadonlyMap<string, string>,
  documents: readonly string[],
  signed: readonly string[],
): History | NoHistory {
  const commits = files.get(historyPath);
  return commits === undefined
    ? { kind: 'absent', why: 'no-repository' }
    : withTexts(historyOfLines(commits), files, documents, signed);
}

/** The first profile of a rule beyond `base`, else `base`. */
function profileOf(subject: string): string {
  const rule = [...checkRules, ...dueRules].find(({ code }) => code === subject);
  const { profiles } = rule?.meta ?? { profiles: ['base'] };
  return profiles.includes('base') ? 'base' : profiles[0]!;
}

function findingsOf(engine: Engine, code: string): readonly Finding[] {
  return engine.check().findings.filter((finding) => finding.code === code);
}

const noFix = '  no fix';

function fixLines({ fixes }: Finding): readonly string[] {
  return fixes.length === 0 ? [noFix] : fixes.map(({ title }) => `  fix ${title}`);
}

async function actualLines(
  { kind, attributes, lines }: Expectation,
  subject: string,
  engine: Engine,
  files: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const asOf = attributes.get('as-of') ?? '2026-11-23';
  if (kind === 'findings') {
    const wantsRelated = lines.some((line) => line.startsWith('  related '));
    const wantsFixes = lines.some((line) => line.startsWith('  fix ') || line === noFix);
    return findingsOf(engine, subject).flatMap((finding) => [
      findingLine(finding),
      ...(wantsRelated
        ? finding.related.map((r) => `  related ${r.path}:${start(r.range)} ${r.message}`)
        : []),
      ...(wantsFixes ? fixLines(finding) : []),
    ]);
  }
  if (kind === 'questions') {
    const wantsHow = lines.some((line) => line.startsWith('  '));
    return engine
      .questions()
      .filter(({ code }) => code === subject)
      .flatMap(({ path, range, ask, how }) => [
        `${path}:${start(range)} ${ask}`,
        ...(wantsHow ? [`  ${how}`] : []),
      ]);
  }
  if (kind === 'due') {
    const within = attributes.get('within');
    const items = await engine.due({ asOf, ...(within === undefined ? {} : { withinDays: Number(within) }) });
    const wantsData = lines.some((line) => line.startsWith('  {'));
    return items
      .filter(({ code }) => code === subject)
      .flatMap((item) => {
        const state = item.overdue ? 'overdue' : item.date === undefined ? 'open' : 'upcoming';
        return [
          `${item.date ?? '-'} ${state} ${item.party} ${item.person ?? '-'} ${item.path}:${start(item.range)} ${item.what}`,
          ...(wantsData ? [`  ${JSON.stringify(item.data)}`] : []),
        ];
      });
  }
  if (kind === 'facts') {
    const facts = (await engine.facts({ asOf })).filter(({ name }) => name === subject);
    const data = lines
      .filter((line) => line.startsWith('  {'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const wantsData = data.length > 0;
    return facts.flatMap(({ path, range, at, value, unit, how, data: its }, i) => [
      `${path}:${start(range)} ${at} = ${value} ${unit} <- ${how}`,
      // A subset is compared: the keys that the fixture names.
      ...(wantsData
        ? [
            `  ${JSON.stringify(Object.fromEntries(Object.keys(data[i] ?? its).map((key) => [key, its[key]])))}`,
          ]
        : []),
    ]);
  }
  if (kind === 'not-run') {
    const isFact = factDefinitions.some(({ name }) => name === subject);
    const isCheck = checkRules.some(({ code }) => code === subject);
    const notRun = isCheck ? engine.check().notRun : engine.notRun(isFact ? 'facts' : 'due');
    return notRun.filter(({ codes }) => codes.includes(subject)).map(({ reason }) => reason);
  }
  const title = attributes.get('title');
  const path = attributes.get('path')!;
  const fix = findingsOf(engine, subject)
    .flatMap(({ fixes }) => fixes)
    .find(
      (candidate) =>
        (title === undefined || candidate.title === title) &&
        candidate.edits.some((edit) => edit.path === path),
    );
  if (!fix) return [`no finding offers the fix "${title ?? ''}"`];
  const edits = fix.edits.filter((edit) => edit.path === path);
  return applyEdits(files.get(path)!, edits).replace(/\n$/, '').split('\n');
}

/** Applies each fix: afterwards the rule says nothing at that place and nothing is newly wrong. */
async function checkFixes(
  engine: Engine,
  subject: string,
  files: ReadonlyMap<string, string>,
  profile: string,
  registry: Registry | undefined,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  const errorsBefore = errorsOf(engine);
  for (const finding of findingsOf(engine, subject)) {
    for (const fix of finding.fixes) {
      const after = new Map(files);
      for (const path of new Set(fix.edits.map((edit) => edit.path))) {
        after.set(
          path,
          applyEdits(
            files.get(path)!,
            fix.edits.filter((edit) => edit.path === path),
          ),
        );
      }
      const fixed = await engineOver(after, profile, registry);
      const left = findingsOf(fixed, subject).filter(
        ({ path, message, range }) =>
          path === finding.path && message === finding.message && start(range) === start(finding.range),
      );
      if (left.length > 0) complaints.push(`the fix "${fix.title}" leaves: ${findingLine(finding)}`);
      for (const [error, count] of errorsOf(fixed)) {
        if (count > (errorsBefore.get(error) ?? 0))
          complaints.push(`the fix "${fix.title}" makes a new error: ${error}`);
      }
    }
  }
  return complaints;
}

function errorsOf(engine: Engine): ReadonlyMap<string, number> {
  const errors = new Map<string, number>();
  for (const { severity, code, message } of engine.check().findings) {
    if (severity !== 'error') continue;
    const key = `${code} ${message}`;
    errors.set(key, (errors.get(key) ?? 0) + 1);
  }
  return errors;
}

function findingLine({ path, range, severity, message }: Finding): string {
  return `${path}:${start(range)}-${position(range.end)} ${severity} ${message}`;
}

function start(range: Range): string {
  return position(range.start);
}

function position({ line, character }: Range['start']): string {
  return `${line + 1}:${character + 1}`;
}

export { factDefinitions };
