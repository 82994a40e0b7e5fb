import { inEnglish, type Said, type SaidPart } from '../model/said.ts';
import type { PillarKey } from '../model/schema.ts';
import type { IsoDate } from '../model/value.ts';
import { joined, listed, say, words } from '../values/say.ts';
import { countFigure } from '../values/length-said.ts';
import { knowledgeData } from '../kinds/kt-plan/knowledge-data.ts';
import { acceptedOf } from '../kinds/kt-plan/knowledge.ts';
import { daysLeftSaid } from './due-report.ts';
import { knowledgeLines } from './knowledge-lines.ts';
import { quartersTable } from './knowledge-markdown.ts';
import { legendSaid } from './knowledge-report.ts';
import type { KnowledgeStanding } from './knowledge-standing.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import type { FinalDate, KindCount, Standing } from './standing.ts';
import { markdownTable, markdownText, textTable } from './text-table.ts';

/** Where one engagement stands, for a terminal. */
export function statusText(
  standing: Standing,
  asOf: IsoDate,
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const { title, folder, overdue } = standing;
  const heading = say('{{title}} ({{folder}}), as of {{day}}', {
    title: paint('strong', shown(title)),
    folder: folder === '' ? '.' : shownName(folder),
    day: asOf,
  });
  const rows = rowsOf(standing).map((row) => row.map((part) => shown(language.say(joined([part], '')))));
  const lines = [language.say(heading), '', ...textTable(rows)];
  if (overdue.length > 0) {
    const items = overdue.map(({ date, party, person, said, path, range }) => [
      `  ${date ?? ''}`,
      language.say(joined([words(party, 'side'), ...(person === undefined ? [] : [shown(person)])], ': ')),
      `${shown(language.say(said))}  (${shownName(path)}:${range.start.line + 1})`,
    ]);
    lines.push('', language.say(say('Overdue')), ...textTable(items));
  }
  const pillars = standing.pillars.flatMap(({ key, summaries }) =>
    summaries.map(({ said, isWorry }, i) => {
      const text = shown(language.say(said));
      return [`  ${i === 0 ? language.say(pillarTitles[key]) : ''}`, isWorry ? paint('warning', text) : text];
    }),
  );
  if (pillars.length > 0) lines.push('', language.say(say('Pillars')), ...textTable(pillars));
  for (const knowledge of standing.knowledge) {
    const { title: plan, path, range } = knowledge;
    const its = knowledgeLines(knowledge).map(([name, value]) => [
      `  ${language.say(name)}`,
      shown(language.say(joined([value], ''))),
    ]);
    const where = `${shownName(path)}:${range.start.line + 1}`;
    lines.push(
      '',
      language.say(say('Knowledge: {{title}}  ({{where}})', { title: shown(plan), where })),
      ...textTable(its),
    );
  }
  lines.push(
    '',
    language.say(say('Documents')),
    ...textTable(standing.documents.map((count) => [`  ${count.kind}`, language.say(countsOf(count))])),
  );
  return `${lines.join('\n')}\n`;
}

/** What the six pillars are called. */
const pillarTitles: Readonly<Record<PillarKey, Said>> = {
  alignment: say('Alignment'),
  communication: say('Communication'),
  accountability: say('Accountability'),
  talent: say('Talent'),
  integration: say('Integration'),
  'risk and exit': say('Risk and exit'),
};

/** The same on one page for a report, with who worked on components quarter by quarter, where that is known. */
export function statusMarkdown(
  standing: Standing,
  work: KnowledgeStanding,
  asOf: IsoDate,
  language: ReportLanguage = english,
): string {
  const { title, overdue, documents, pillars } = standing;
  const spoken = (said: SaidPart): string => language.say(joined([said], ''));
  const heading = (said: Said): string => `\n## ${language.say(said)}\n`;
  const header = (...titles: readonly Said[]): readonly string[] => titles.map((one) => language.say(one));
  const lines = [
    `# ${markdownText(title)}`,
    '',
    language.say(say('As of {{day}}.', { day: asOf })),
    '',
    ...markdownTable(
      header(say('What'), say('How it stands')),
      rowsOf(standing).map((row) => row.map(spoken)),
    ),
    heading(say('Pillars')),
    ...markdownTable(
      header(say('Pillar'), say('What its documents come to')),
      pillars.map(({ key, summaries }) => [
        language.say(pillarTitles[key]),
        spoken(
          joined(
            summaries.map(({ said }) => said),
            '; ',
          ),
        ),
      ]),
    ),
    ...(overdue.length === 0
      ? []
      : [
          heading(say('Overdue')),
          ...markdownTable(
            header(say('Day'), say('Whose move'), say('What'), say('Where')),
            overdue.map(({ date, party, person, said, path, range }) => [
              date ?? '',
              spoken(joined([words(party, 'side'), ...(person === undefined ? [] : [person])], ': ')),
              spoken(said),
              `${path}:${range.start.line + 1}`,
            ]),
          ),
        ]),
    ...workLines(work, language),
    heading(say('Documents')),
    ...markdownTable(
      header(say('Kind'), say('How many')),
      documents.map((count) => [count.kind, spoken(countsOf(count))]),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The bar of characters in each row is the picture; what it says stands beside it. */
function workLines(work: KnowledgeStanding, language: ReportLanguage): readonly string[] {
  const table = quartersTable(work, language);
  if (table.length === 0) return [];
  return [`\n## ${language.say(say('Knowledge by quarter'))}\n`, language.say(legendSaid()), '', ...table];
}

/** What each line is called, and what it says. */
function rowsOf(standing: Standing): readonly (readonly [name: Said, value: SaidPart])[] {
  const { phase, status, client, supplier, next, passed, silence, questions, missing } = standing;
  const unstated = say('not stated');
  const phaseText = phase === undefined ? unstated : phaseSaid(phase);
  return [
    [say('Phase'), status === 'draft' ? joined([phaseText, say('a draft')], ', ') : phaseText],
    [
      say('Parties'),
      say('{{client}} (client), {{supplier}} (supplier)', {
        client: client ?? unstated,
        supplier: supplier ?? unstated,
      }),
    ],
    ...passed.map((date) => [say('Passed'), dateSaid(date)] as const),
    [say('Next'), next ? dateSaid(next) : say('no date that cannot be undone follows from the documents')],
    ...(silence ? [[say('Silence'), silenceSaid(silence)] as const] : []),
    [
      say('Overdue'),
      say('{{client}} for the client, {{supplier}} for the supplier', {
        client: String(standing.overdueClient),
        supplier: String(standing.overdueSupplier),
      }),
    ],
    [
      say('Questions'),
      questions === 0 ? say('none left') : say('{{n}} left in drafts', { n: String(questions) }),
    ],
    [
      say('Findings'),
      say('{{errors}} {{errors|error|errors}}, {{warnings}} {{warnings|warning|warnings}}', {
        errors: String(standing.errors),
        warnings: String(standing.warnings),
      }),
    ],
    [say('Missing'), missing.length === 0 ? say('no document that this phase asks for') : missing.join(', ')],
    ...standing.history.map((said) => [say('History'), said] as const),
  ];
}

function silenceSaid({ said, working }: NonNullable<Standing['silence']>): Said {
  return say('commits {{amount}}: {{working}}', { amount: said, working });
}

/** A word of the format, as documents may write it in either language. */
export function phaseSaid(phase: string): Said {
  return joined([listed(phase, 'phase')], '');
}

/** For programs. */
export function statusJson(standing: Standing, asOf: IsoDate): string {
  return shownJson({ version: 1, asOf, ...standingData(standing) });
}

/** A standing as plain data, with places from 1 and without what is not known. */
export function standingData(standing: Standing): object {
  const { overdue, first, next, passed, silence, knowledge, history, pillars, ...rest } = standing;
  return {
    ...rest,
    silence: silence && { amount: silence.amount, how: silence.how },
    first: first && dateData(first),
    next: next && dateData(next),
    passed: passed.map(dateData),
    overdue: overdue.map(({ code, name, date, daysLeft, party, person, what, path, range }) => ({
      code,
      name,
      date,
      daysLeft,
      party,
      person,
      what,
      path,
      line: range.start.line + 1,
      column: range.start.character + 1,
    })),
    history: history.map(inEnglish),
    pillars: pillars.map(({ key, summaries }) => ({
      pillar: key,
      summaries: summaries.map(({ said, isWorry, path, range }) => ({
        what: inEnglish(said),
        isWorry,
        path,
        line: range.start.line + 1,
        column: range.start.character + 1,
      })),
    })),
    knowledge: knowledge.map((its) => ({
      title: its.title,
      path: its.path,
      line: its.range.start.line + 1,
      column: its.range.start.character + 1,
      accepted: acceptedOf(its),
      ...knowledgeData(its),
    })),
  };
}

/** A date that cannot be undone, as plain data. */
export function dateData({ name, date, daysLeft, what }: FinalDate): object {
  return { name, date, daysLeft, what };
}

/** "2026-12-30, 10 days late: refuse renewal". */
export function dateSaid({ name, date, daysLeft, said }: FinalDate): Said {
  const passed =
    name === 'end' ? say('{{n}} {{n|day|days}} ago', { n: countFigure(-daysLeft) }) : lateSaid(-daysLeft);
  const when = daysLeft < 0 ? passed : daysLeftSaid(daysLeft);
  return say('{{date}}, {{when}}: {{what}}', { date, when, what: said });
}

/** "10 days late". */
export function lateSaid(days: number): Said {
  return say('{{n}} {{n|day|days}} late', { n: countFigure(days) });
}

function countsOf({ active, draft, ended, approved, changedSince }: KindCount): Said {
  const parts: readonly (readonly [count: number, said: Said])[] = [
    [active, say('{{n}} active', { n: String(active) })],
    [draft, say('{{n}} draft', { n: String(draft) })],
    [ended, say('{{n}} ended', { n: String(ended) })],
    [approved, say('{{n}} approved', { n: String(approved) })],
    [changedSince, say('{{n}} changed since it was signed', { n: String(changedSince) })],
  ];
  return joined(
    parts.filter(([count]) => count > 0).map(([, said]) => said),
    ', ',
  );
}
