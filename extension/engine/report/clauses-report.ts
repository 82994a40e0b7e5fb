import { inEnglish, type Said } from '../model/said.ts';
import type { View } from '../model/engagement.ts';
import { lineOf } from '../model/text.ts';
import { clauseAnswers, type ClauseAnswer } from '../profiles/clause-answers.ts';
import type { ClauseList } from '../profiles/clause.ts';
import { clauseLists } from '../profiles/clause-lists.ts';
import { say, words } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';

/** How an engagement answers the clauses of each list in force. */
export interface EngagementClauses {
  readonly folder: string;
  readonly title: string;
  readonly lists: readonly { readonly list: ClauseList; readonly answers: readonly ClauseAnswer[] }[];
}

/** Those of drafts too: who writes one wants to see what is left. */
export function clausesOf(folder: string, view: View): EngagementClauses {
  return {
    folder,
    title: view.lead?.title ?? folder,
    lists: clauseLists
      .filter(({ profile }) => view.profiles.has(profile))
      .map((list) => ({ list, answers: clauseAnswers(list, view) })),
  };
}

/** Clause by clause: its place, the rules that ask for it, or what a clause that answers it says. */
export function clausesText(
  engagements: readonly EngagementClauses[],
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const lines = engagements.flatMap(({ folder, title, lists }) => [
    '',
    paint('strong', shownName(folder === '' ? title : folder)),
    ...(lists.length === 0 ? ['', `  ${language.say(withoutList)}`] : []),
    ...lists.flatMap(({ list, answers }) => [
      '',
      `  ${paint('info', language.say(summaryOf(list, answers)))}`,
      `  ${language.say(about(list))}`,
      ...(answers.length === 0 ? [] : ['']),
      ...answers.flatMap((answer) => linesOf(answer, paint, language)),
    ]),
  ]);
  return `${[language.say(disclaimer), ...lines].join('\n')}\n`;
}

/** For programs: in English, lines and columns from 1. */
export function clausesJson(engagements: readonly EngagementClauses[]): string {
  return shownJson({
    version: 1,
    engagements: engagements.map(({ folder, title, lists }) => ({
      folder,
      title,
      lists: lists.map(({ list, answers }) => ({
        profile: list.profile,
        title: list.title,
        readOn: list.readOn,
        concerns: inEnglish(list.concerns),
        clauses: answers.map(answerData),
      })),
    })),
  });
}

const disclaimer = say(
  'Clauses in our own words, based on the texts named. No legal advice, and no proof that a place is enough.',
);

const withoutList = say(
  'No profile with a list of clauses is in force: write dora, gdpr, nis2 or data-act behind "profiles:", or give --profile.',
);

function summaryOf({ title }: ClauseList, answers: readonly ClauseAnswer[]): Said {
  const open = answers.filter(({ state }) => state === 'open').length;
  return say('{{law}}: {{all}} {{all|clause applies|clauses apply}}, {{open}} without an answer', {
    law: words(title, 'law'),
    all: String(answers.length),
    open: String(open),
  });
}

function about({ readOn, concerns }: ClauseList): Said {
  return say('Read on {{day}}. {{concerns}}', { day: readOn, concerns });
}

const states: Readonly<Record<ClauseAnswer['state'], Said>> = {
  placed: say('placed'),
  rule: say('by rule'),
  open: say('missing'),
};

function linesOf(
  { clause, state, places }: ClauseAnswer,
  paint: Paint,
  language: ReportLanguage,
): readonly string[] {
  const head = [
    paint(state === 'open' ? 'warning' : 'faint', language.say(states[state])),
    clause.id,
    language.say(clause.label),
  ].join('  ');
  const said =
    state === 'rule'
      ? [(clause.rules ?? []).join(', ')]
      : state === 'open'
        ? [language.say(say('Such a clause says: {{text}}', { text: clause.says }))]
        : places.map((row) => {
            const { document } = row.section;
            const line = lineOf(document.lineStarts, row.span.start) + 1;
            return `${shown(row.cells.where!.source.text)}  ${paint('faint', `${shownName(document.path)}:${line}`)}`;
          });
  return [`    ${head}`, ...said.map((line) => `        ${line}`)];
}

function answerData({ clause, state, places }: ClauseAnswer): object {
  return {
    id: clause.id,
    label: inEnglish(clause.label),
    says: inEnglish(clause.says),
    state,
    rules: clause.rules ?? [],
    places: places.map((row) => ({
      path: row.section.document.path,
      line: lineOf(row.section.document.lineStarts, row.span.start) + 1,
      where: row.cells.where!.source.text,
    })),
  };
}
