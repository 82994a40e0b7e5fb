import { inEnglish, partInEnglish, type Said } from '../model/said.ts';
import type { ClauseList } from '../profiles/clause.ts';
import { joined, say, words } from '../values/say.ts';
import type { ClauseVerdict, EngagementClauses } from './clause-matrix.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson, shownName } from './shown.ts';
import { markdownTable, markdownText } from './text-table.ts';

/** Clause by clause: its places, what lacks, why it does not apply, or what a clause that answers it says. */
export function clausesText(
  engagements: readonly EngagementClauses[],
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const lines = engagements.flatMap(({ folder, title, lists }) => [
    '',
    paint('strong', shownName(folder === '' ? title : folder)),
    ...(lists.length === 0 ? ['', `  ${language.say(withoutList)}`] : []),
    ...lists.flatMap(({ list, verdicts }) => [
      '',
      `  ${paint('info', language.say(summaryOf(list, verdicts)))}`,
      ...aboutOf(list, verdicts).map((said) => `  ${language.say(said)}`),
      '',
      ...verdicts.flatMap((verdict) => linesOf(verdict, paint, language)),
    ]),
  ]);
  return `${[language.say(disclaimer), ...lines].join('\n')}\n`;
}

/** The same as a Markdown document, with a table for each list. */
export function clausesMarkdown(
  engagements: readonly EngagementClauses[],
  language: ReportLanguage = english,
): string {
  const text = (said: Said): string => markdownText(language.say(said));
  const lines = engagements.flatMap(({ title, lists }) => [
    '',
    `## ${markdownText(title)}`,
    ...(lists.length === 0 ? ['', text(withoutList)] : []),
    ...lists.flatMap(({ list, verdicts }) => [
      '',
      `### ${text(joined([words(list.title, 'law')], ''))}`,
      '',
      ...[summaryOf(list, verdicts), ...aboutOf(list, verdicts)].map((said) => `- ${text(said)}`),
      '',
      ...markdownTable(
        header.map(language.say),
        verdicts.map((verdict) => cellsOf(verdict, language)),
      ),
    ]),
  ]);
  return `${[text(disclaimer), ...lines].join('\n')}\n`;
}

/** For programs: in English, lines and columns from 1. */
export function clausesJson(engagements: readonly EngagementClauses[]): string {
  return shownJson({
    version: 1,
    notice: inEnglish(disclaimer),
    engagements: engagements.map(({ folder, title, lists }) => ({
      folder,
      title,
      lists: lists.map(({ list, verdicts }) => ({
        profile: list.profile,
        title: list.title,
        basedOn: inEnglish(basedOn(list)),
        readOn: list.readOn,
        checkedIn: inEnglish(list.checkedIn),
        concerns: inEnglish(list.concerns),
        clauses: verdicts.map(verdictData),
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

function summaryOf({ title }: ClauseList, verdicts: readonly ClauseVerdict[]): Said {
  const applying = verdicts.filter(({ state }) => state !== 'inapplicable');
  const open = applying.filter(({ state }) => state === 'open');
  return say('{{law}}: {{all}} {{all|clause applies|clauses apply}}, {{open}} without an answer', {
    law: words(title, 'law'),
    all: String(applying.length),
    open: String(open.length),
  });
}

/** What it is based on and whom it concerns, and which of its clauses were held against the law. */
function aboutOf(list: ClauseList, verdicts: readonly ClauseVerdict[]): readonly Said[] {
  const checked = verdicts.filter(({ clause }) => clause.checkedOn !== undefined);
  return [
    joined([basedOn(list), list.concerns], ' '),
    say('Compared with the wording of the law: {{n}} of {{all}}, in {{text}}.', {
      n: String(checked.length),
      all: String(verdicts.length),
      text: list.checkedIn,
    }),
  ];
}

function basedOn({ title, readOn }: ClauseList): Said {
  return say('Based on {{law}}, as read on {{day}}.', { law: words(title, 'law'), day: readOn });
}

const states: Readonly<Record<ClauseVerdict['state'], Said>> = {
  placed: say('placed'),
  rule: say('by rule'),
  accepted: say('accepted'),
  open: say('missing'),
  inapplicable: say('does not apply'),
};

function linesOf(verdict: ClauseVerdict, paint: Paint, language: ReportLanguage): readonly string[] {
  const { clause, state } = verdict;
  const head = [
    paint(state === 'open' ? 'warning' : 'faint', language.say(states[state])),
    clause.id,
    language.say(clause.label),
    ...(clause.checkedOn === undefined ? [paint('faint', `(${language.say(unchecked)})`)] : []),
  ].join('  ');
  const details = detailsOf(verdict).map(({ said, at }) =>
    [shown(language.say(said)), ...(at === undefined ? [] : [paint('faint', at)])].join('  '),
  );
  return [`    ${head}`, ...details.map((line) => `        ${line}`)];
}

const unchecked = say('not compared with the law');

interface Detail {
  readonly said: Said;
  /** `sla.md:12`. */
  readonly at?: string;
}

/** Why it does not apply, places, what rules say, and what is to be written. */
function detailsOf(verdict: ClauseVerdict): readonly Detail[] {
  const { clause, state, why, places, lacking, rules } = verdict;
  return [
    ...(why ? [{ said: why }] : []),
    ...(state === 'placed' || rules.length === 0 ? [] : [{ said: joined([rules.join(', ')], '') }]),
    ...places.map((place) => ({ said: joined([place.where], ''), at: placeText(place) })),
    ...lacking.map(({ code, said, isAccepted, path, line }) => ({
      said: isAccepted
        ? say('{{code}}, accepted as a deviation: {{said}}', { code, said })
        : say('{{code}}: {{said}}', { code, said }),
      at: placeText({ path, line }),
    })),
    ...(state === 'open' ? [{ said: say('Such a clause says: {{text}}', { text: clause.says }) }] : []),
  ];
}

function placeText({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${shownName(path)}:${line}`;
}

const header: readonly Said[] = [
  say('Clause'),
  say('What it is about'),
  say('State'),
  say('Where, or what is missing'),
  say('Compared with the law'),
];

function cellsOf(verdict: ClauseVerdict, { say: inLanguage }: ReportLanguage): readonly string[] {
  const { clause, state } = verdict;
  return [
    clause.id,
    inLanguage(clause.label),
    inLanguage(states[state]),
    detailsOf(verdict)
      .map(({ said, at }) => [inLanguage(said), ...(at === undefined ? [] : [`(${at})`])].join(' '))
      .join('; '),
    clause.checkedOn ?? inLanguage(say('no')),
  ];
}

function verdictData({ clause, state, why, rules, places, lacking }: ClauseVerdict): object {
  return {
    id: clause.id,
    label: inEnglish(clause.label),
    says: inEnglish(clause.says),
    checkedOn: clause.checkedOn ?? null,
    applies: state !== 'inapplicable',
    why: why ? inEnglish(why) : null,
    state,
    rules,
    places: places.map(({ path, line, where }) => ({ path, line, where: partInEnglish(where) })),
    lacking: lacking.map(({ code, said, path, line, isAccepted }) => ({
      code,
      message: inEnglish(said),
      path,
      line,
      accepted: isAccepted,
    })),
  };
}
