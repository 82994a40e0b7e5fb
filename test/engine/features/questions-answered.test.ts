import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { scaffold, scaffoldKinds } from '../../../extension/engine/features/scaffold.ts';
import type { Engine, Finding, Question } from '../../../extension/engine/index.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import type { KindKey, SectionKey } from '../../../extension/engine/model/schema.ts';
import { titleIn, wordIn } from '../../../extension/engine/values/words-in.ts';
import { below, cellsBehind, column, nameOfRow, rows, section, type Answer } from '../../support/answered.ts';
import { engineOver } from '../../support/run-fixture.ts';

/** So many orders of each document with `ORDERS=50`; always the same ones of the same number. */
const orders = Number(process.env['ORDERS'] ?? 3);
const healthy = readFileSync(path.join(import.meta.dirname, '../../rules/engagement.md'), 'utf8');

/** Values by the place of the question, or by its rule and message where a place has no single one. Of several the row takes its own. */
type Answers = Readonly<Record<string, string | readonly string[] | Answer>>;

const common: Answers = { owner: 'anna', counterpart: 'jonas' };

const answers: Readonly<Record<string, Answers>> = {
  engagement: {
    phase: 'selection',
    client: 'Nordbetal AB',
    supplier: 'Baltcode UAB',
    start: '2024-07-01',
    notice: '6 months',
    sponsor_client: 'anna',
    sponsor_supplier: 'jonas',
    'People.Person': ['anna', 'jonas'],
    'People.Role': ['vendor manager', 'delivery lead'],
    'Meetings.When': ['Tuesday 10:00', 'second Thursday 13:00'],
    'CMM005 purposes': section(
      'Tools',
      '| Purpose | Tool | Used by |',
      '| --- | --- | --- |',
      ...['issue tracking', 'chat', 'documentation', 'code', 'incident'].map(
        (one, i) => `| ${one} | Tool ${i} | both |`,
      ),
    ),
  },
  people: {
    'People.Person': ['berit', 'marta'],
    'People.Role': ['architect', 'engineer'],
    'Teams.Team': ['Riga team', 'Umeå office'],
    'Teams.Zone': ['Europe/Riga', 'Europe/Stockholm'],
    'Teams.Hours': ['09:00-18:00', '08:00-17:00'],
  },
  goals: {
    'KPIs.KPI': ['Failed payments', 'Time to release'],
    'KPIs.Objective': ['No purchase is lost', 'No purchase is lost'],
    'KPIs.Better': ['lower', 'lower'],
    'KPIs.Baseline': ['1.9 %', '20 days'],
    'KPIs.Target': ['at most 0.8 %', 'at most 5 days'],
    'KPIs.By': ['2026-12-31', '2026-12-31'],
    'KPIs.Measured by': 'payment analysis',
    'KPIs.Owner': 'erik',
  },
  sla: {
    measured_over: 'calendar month',
    'Service levels.Service': 'Checkout API',
    'Service levels.Target': '99.9 %',
    'Service levels.Measured by': 'uptime probe',
    'Incidents.Respond': ['15 minutes', '1 working hour', '1 working day'],
    'Incidents.Restore': ['4 hours', '2 working days', '10 working days'],
    'SLA003 level': nameOfRow('Checkout API'),
    'SLA029 column': column('Inform', '30 minutes'),
    'SLA009 credits': rows(
      ['Checkout API', '99.0 %', '99.9 %', '5 %'],
      ['Checkout API', '95.0 %', '99.0 %', '10 %'],
      ['Checkout API', '0 %', '95.0 %', '25 %'],
    ),
  },
  'ownership-map': {
    'Components.Component': 'Checkout API',
    'Components.Accountable': 'anna',
    'Components.Backup': 'erik',
    'Components.Does the work': 'Vilnius team',
    'Components.Runbook': '[Checkout down](runbook.md)',
    'Who does what.Activity': cellsBehind('A', 'R'),
    'Who decides.Decides': ['erik', 'anna'],
    'Who decides.Up to': ['1000 EUR', '5000 EUR'],
    'Who decides.Goes to': ['anna', 'maria'],
  },
  'communication-plan': {
    'Meetings.When': ['Tuesday 10:00', 'second Thursday 13:00'],
    'Tools.Tool': ['Jira', 'Teams', 'Confluence', 'GitHub', 'PagerDuty'],
    'Escalation.Contact': ['jonas', 'anna', 'maria'],
    'Escalation.After': ['', '1 working day', '3 working days'],
    'Reports.Due': '5 working days',
  },
  process: { 'Steps.Do': 'look at the log and say what stands there' },
  'kt-plan': {
    direction: 'to client',
    'Topics.From': 'ruta',
    'Topics.To': 'erik',
    'Topics.Stage': 'identified',
    'Phases.Takes': ['30 days', '30 days', '30 days', '14 days'],
    'Phases.Owner': 'jonas',
    'KTP005 sessions': (text, question) =>
      rows(
        ...[...String(question.data['topics']).matchAll(/"([^"]+)"/g)].map(([, topic = ''], i) => [
          topic,
          `2027-02-0${i + 1}`,
          '',
          'ruta',
          'erik',
          '',
        ]),
      )(text, question),
  },
  skills: {
    'Required skills.Level': '3',
    'Required skills.People': '2',
    'SKL003 rows': (text, question) =>
      rows(
        ...[...String(question.data['skills']).matchAll(/"([^"]+)"/g)].map(([, skill = '']) => [
          skill,
          '2',
          '3',
        ]),
      )(text, question),
  },
  'partner-evaluation': { purpose: 'periodic', 'Criteria.Weight': '10' },
  'risk-register': {
    'Risks.Likelihood': ['3', '2', '3', '2', '3', '2', '3'],
    'Risks.Impact': ['3', '4', '3', '3', '2', '4', '3'],
    'Risks.Response': 'reduce',
    'Risks.Owner': ['anna', 'erik', 'jonas', 'anna', 'erik', 'jonas', 'maria'],
  },
  'exit-plan': {
    prepare: '2 months',
    handover: '3 months',
    data_returned_within: '30 days',
    data_deleted_within: '60 days',
    knowledge_transfer: 'kt.md',
    exit_manager_client: 'anna',
    exit_manager_supplier: 'jonas',
    'Options.Takes': ['5 months', '4 months'],
    'Handover items.How': 'copied and looked through together',
    'Handover items.Form': 'CSV',
    'Phases.Takes': ['60 days', '30 days', '30 days', '30 days'],
    'EXT013 criteria': below('- Nobody has to ask the supplier any more.'),
    'EXT012 text': below('erik freezes all changes and replaces the keys.'),
  },
  record: { held: '2026-11-05', 'Actions.Due': '2026-12-01' },
};

const evaluation = `---
kind: partner-evaluation
title: Evaluation
status: active
owner: anna
purpose: selection
---

## Criteria

| Criterion | Category | Weight |
| --- | --- | --- |
| Money | financial stability | 100 |

## Scores

| Criterion | Baltcode |
| --- | --- |
| Money | 4 |

## Evidence

| Candidate | Criterion | Type | Date |
| --- | --- | --- | --- |
| Baltcode | Money | audit | 2024-06-01 |
`;
const riskRegister = `---
kind: risk-register
title: Risks
status: active
owner: anna
scale: 1-5
---

## Risks

| Risk | Category | Likelihood | Impact | Response | Owner |
| --- | --- | --- | --- | --- | --- |
| Nobody answers | people | 2 | 3 | reduce | anna |
`;

/** Documents that answer a question elsewhere. */
const besides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'EXT028 evidence': { 'evaluation.md': evaluation },
  'ENG004 kinds': { 'evaluation.md': evaluation, 'risks.md': riskRegister },
};

/** What stands there already, so that answers can lead to it. */
const beside = new Map([
  ['engagement.md', healthy],
  [
    'runbook.md',
    '---\nkind: process\ntitle: Checkout down\nstatus: active\nowner: ruta\n---\n\n## Steps\n\n1. Look at the log.\n',
  ],
  [
    'kt.md',
    '---\nkind: kt-plan\ntitle: Knowledge back\nstatus: active\nowner: anna\ncounterpart: jonas\ndirection: to client\n---\n',
  ],
]);

/** A table that somebody fills in once it is seen that a name stands nowhere, with the cells behind the name. */
const named: Readonly<Record<string, readonly [section: SectionKey, ...cells: readonly string[]]>> = {
  objective: ['objectives', 'erik', '2026-12-31'],
  service: ['services', 'office hours', '', '', ''],
};

const languages = ['en', 'sv'] as const;
type TemplateLanguage = (typeof languages)[number];

describe('what a new document asks', () => {
  for (const kind of scaffoldKinds)
    for (const type of typesOf(kind))
      for (const language of languages)
        for (const profile of ['base', 'full'])
          it(`is answered in any order, and nothing false is said: ${kind} ${type} ${language} ${profile}`, async () => {
            const values = new Map(type === '' ? [] : [['type', wordIn(language, 'type_of_record', type)]]);
            const text = scaffold(kind, language, values);
            await fc.assert(
              fc.asyncProperty(fc.infiniteStream(fc.nat()), async (order) => {
                await answerAll({ kind, language, profile, text }, () => order.next().value);
              }),
              { numRuns: orders, seed: 12 },
            );
          }).timeout(20_000 + orders * 5000);
});

function typesOf(kind: KindKey): readonly string[] {
  return kind === 'record' ? catalogue.words.type_of_record.words.map(({ word }) => word) : [''];
}

interface Begun {
  readonly kind: KindKey;
  readonly language: TemplateLanguage;
  readonly profile: string;
  readonly text: string;
}

/** Answers one thing after the other; all that is said meanwhile is how many are left, and which names no row has yet. */
async function answerAll({ kind, language, profile, text: begun }: Begun, next: () => number): Promise<void> {
  const at = kind === 'engagement' ? 'engagement.md' : 'new.md';
  let text = begun;
  const engine = await engineOver(new Map([...beside, [at, text]]), profile);
  for (let step = 0; ; step++) {
    assert.ok(step < 500, text);
    const questions = engine.questions([at]);
    for (const { ask } of questions) assert.doesNotMatch(ask, /""/, 'something is called nothing');
    const unknown = findingsOf(engine, at, questions.length).map((finding) => unknownName(finding, at, text));
    const rowsLeft = unknown.flatMap(({ finding, name }) => {
      const row = named[String(finding.data['what'])];
      return row ? [{ finding, name, row }] : [];
    });
    if (questions.length + rowsLeft.length === 0) {
      assert.deepEqual(unknown, [], text);
      break;
    }
    const turn = next() % (questions.length + rowsLeft.length);
    const question = questions[turn];
    if (question) text = answered(kind, text, question, engine);
    else text = withRow(text, language, rowsLeft[turn - questions.length]!);
    engine.update(at, { kind: 'text', text });
  }
  // Once it holds, a document that answers everything lacks nothing but what is signed.
  engine.update(at, { kind: 'text', text: text.replace(/^status: .*$/m, 'status: active') });
  const left = engine.check([at]).findings.filter(({ code }) => code !== 'SGN004');
  assert.deepEqual(
    left.map(({ code, message }) => `${code} ${message}`),
    [],
  );
}

/** What is said of it, without the one line that counts what is left. */
function findingsOf(engine: Engine, at: string, left: number): readonly Finding[] {
  const { findings } = engine.check([at]);
  const counts = findings.filter(({ code }) => code === 'DOC022').map(({ data }) => data['count']);
  assert.deepEqual(counts, left === 0 ? [] : [String(left)]);
  return findings.filter(({ code }) => code !== 'DOC022');
}

/** The name that a finding says stands nowhere, which must be so; nothing else may be said of a draft. */
function unknownName(
  finding: Finding,
  at: string,
  text: string,
): { readonly finding: Finding; readonly name: string } {
  const { code, message, data } = finding;
  const name = data['name'] ?? '';
  assert.equal(`${code} ${finding.messageId}`, 'DOC003 unknown', `${code} ${message}\n${text}`);
  const tables = named[String(data['what'])]?.slice(0, 1) ?? ['people', 'teams', 'subcontractors'];
  const texts = [text, ...[...beside].filter(([path]) => path !== at).map(([, its]) => its)];
  const isThere = texts.some((its) => tables.some((key) => hasRow(its, key as SectionKey, name)));
  assert.ok(!isThere, `${message}\n${text}`);
  return { finding, name };
}

function hasRow(text: string, key: SectionKey, name: string): boolean {
  return languages.some((language) => {
    const [, below = ''] = text.split(`\n## ${titleIn(language, catalogue.sections[key])}\n`);
    return below.split('\n## ')[0]!.includes(`\n| ${name} |`);
  });
}

function answered(kind: string, text: string, question: Question, engine: Engine): string {
  const { code, messageId, ask } = question;
  const at = question.at === '' ? keyAsked(question, engine) : question.at;
  const [, table = at, row = '', cell = ''] = /^(.*)\[(\d+)\](.*)$/.exec(at) ?? [];
  const other = besides[`${code} ${messageId}`];
  if (other) {
    for (const [path, its] of Object.entries(other)) engine.update(path, { kind: 'text', text: its });
    return text;
  }
  const its = { ...common, ...answers[kind] };
  const answer = its[`${code} ${messageId}`] ?? its[`${table}${cell}`];
  assert.ok(answer !== undefined, `no answer to ${code} ${messageId} at ${at}: ${ask}`);
  if (typeof answer === 'function') return answer(text, question);
  const value = typeof answer === 'string' ? answer : (answer[Number(row)] ?? '');
  const made = engine.answered(question.path, at, value);
  assert.equal(made?.path, question.path, `${at} cannot be answered`);
  return made.text;
}

/** The key that is asked for and is not there, so that it has no place. */
function keyAsked({ code, path: its, ask }: Question, engine: Engine): string {
  const asked = engine
    .asking(its)
    .find((one) => one.code === code && one.asks.some((said) => inEnglish(said) === ask));
  return asked?.key ?? '';
}

function withRow(
  text: string,
  language: TemplateLanguage,
  { name, row: [key, ...cells] }: { name: string; row: (typeof named)[string] },
): string {
  const line = text.split('\n').indexOf(`## ${titleIn(language, catalogue.sections[key])}`);
  const place = { line, character: 0 };
  return rows([name, ...cells])(text, { range: { start: place, end: place }, data: {} });
}
