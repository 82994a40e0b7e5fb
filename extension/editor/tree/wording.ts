import type { Translations } from '../commands/prompts.ts';
import type { FinalDate } from '../../engine/reports.ts';
import type { Catalogue, KindKey, PillarKey, WordListKey } from '../../engine/model/schema.ts';
import type { DueItem } from '../../engine/index.ts';
import type { Said } from '../../engine/model/said.ts';
import { joined } from './row.ts';

/** The words of the tree in the language of the editor. */
export interface Wording {
  readonly l10n: Translations;
  kindTitle(kind: KindKey): string;
  /** What several documents of a kind are called. */
  kindPlural(kind: KindKey): string;
  /** What the engine says. */
  say(said: Said): string;
  /** A word of one of the format's lists, such as a phase. */
  word(list: WordListKey, word: string): string;
}

export function createWording(
  l10n: Translations,
  catalogue: Catalogue,
  language: string,
  say: Wording['say'],
): Wording {
  const isSwedish = /^sv\b/i.test(language);
  return {
    l10n,
    say,
    kindTitle(kind) {
      const { title, titleSv } = catalogue.kinds[kind];
      return isSwedish ? titleSv : title;
    },
    kindPlural(kind) {
      const { plural, pluralSv } = catalogue.kinds[kind];
      return isSwedish ? pluralSv : plural;
    },
    word(list, word) {
      const known = catalogue.words[list].words.find((one) => one.word === word);
      return isSwedish ? (known?.sv ?? word) : word;
    },
  };
}

export function pillarTitle({ l10n }: Wording, key: PillarKey): string {
  const titles: Readonly<Record<PillarKey, string>> = {
    alignment: l10n.t('Alignment'),
    communication: l10n.t('Communication'),
    accountability: l10n.t('Accountability'),
    talent: l10n.t('Talent'),
    integration: l10n.t('Integration'),
    'risk and exit': l10n.t('Risk and exit'),
  };
  return titles[key];
}

/** What must be done by a date that cannot be undone. */
export function finalDateText({ l10n }: Wording, { name, what }: FinalDate): string {
  const texts: Readonly<Record<string, string>> = {
    'exit-latest-start': l10n.t('start leaving'),
    'exit-latest-handover': l10n.t('begin the handover'),
    'last-opt-out-date': l10n.t('refuse renewal'),
    'last-notice-date': l10n.t('give notice'),
    end: l10n.t('the contract ends'),
  };
  return texts[name] ?? what;
}

/** What to tell of such a date, without the date: "in 37 days: give notice", "give notice: 2 days late". */
export function urgentText(wording: Wording, date: FinalDate): string {
  const { l10n } = wording;
  const what = finalDateText(wording, date);
  if (date.daysLeft >= 0) return l10n.t('{0}: {1}', whenText(wording, date.daysLeft), what);
  if (date.name === 'end') return l10n.t('the contract ended {0}', whenText(wording, date.daysLeft));
  return l10n.t('{0}: {1}', what, lateText(wording, date.daysLeft));
}

/** How soon something is due, or how late it is. */
export function daysText(
  wording: Wording,
  { daysLeft, overdue }: Pick<DueItem, 'daysLeft' | 'overdue'>,
): string {
  if (daysLeft === undefined) return wording.l10n.t('open, no date');
  return overdue ? lateText(wording, daysLeft) : whenText(wording, daysLeft);
}

/** "24 days late". */
export function lateText({ l10n }: Wording, daysLeft: number): string {
  return daysLeft === -1 ? l10n.t('1 day late') : l10n.t('{0} days late', -daysLeft);
}

export function sideText({ l10n }: Wording, side: DueItem['party']): string {
  const texts: Readonly<Record<DueItem['party'], string>> = {
    client: l10n.t('client'),
    supplier: l10n.t('supplier'),
    both: l10n.t('both sides'),
  };
  return texts[side];
}

/** What sign-offs say of the present content; of a document that nobody has signed nothing. */
export function signoffText({ l10n }: Wording, state: string): string | undefined {
  const texts: Readonly<Record<string, string>> = {
    reviewed: l10n.t('reviewed'),
    approved: l10n.t('approved'),
    'changed since': l10n.t('changed since it was signed'),
  };
  return texts[state];
}

/** What credits of a state that is not settled come to. */
export function creditsText({ l10n, say }: Wording, state: string, sum: Said): string {
  const amount = say(sum);
  return state === 'claimed' ? l10n.t('Credits claimed: {0}', amount) : l10n.t('Credits due: {0}', amount);
}

/** What waits for somebody, and how long. */
export function waitingText(
  wording: Wording,
  on: DueItem['party'] | undefined,
  count: number,
  longestDays: number,
): string {
  const { l10n } = wording;
  const who = on === undefined ? l10n.t('others') : sideText(wording, on);
  return longestDays === 1
    ? l10n.t('Waiting for {0}: {1}, the longest for 1 day', who, count)
    : l10n.t('Waiting for {0}: {1}, the longest for {2} days', who, count, longestDays);
}

/** "today", "in 3 days", "24 days ago". */
export function whenText({ l10n }: Wording, daysLeft: number): string {
  if (daysLeft === 0) return l10n.t('today');
  if (daysLeft === 1) return l10n.t('tomorrow');
  if (daysLeft === -1) return l10n.t('yesterday');
  return daysLeft > 0 ? l10n.t('in {0} days', daysLeft) : l10n.t('{0} days ago', -daysLeft);
}

export function errorsText({ l10n }: Wording, count: number): string {
  return count === 1 ? l10n.t('1 error') : l10n.t('{0} errors', count);
}

function warningsText({ l10n }: Wording, count: number): string {
  return count === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', count);
}

export function findingsText(
  { errors, warnings }: { readonly errors: number; readonly warnings: number },
  wording: Wording,
): string {
  return joined([
    errors > 0 ? errorsText(wording, errors) : undefined,
    warnings > 0 ? warningsText(wording, warnings) : undefined,
  ]);
}

export function questionsText({ l10n }: Wording, count: number): string {
  return count === 1 ? l10n.t('1 question left') : l10n.t('{0} questions left', count);
}

export function overdueText({ l10n }: Wording, count: number): string {
  return count === 1 ? l10n.t('1 overdue') : l10n.t('{0} overdue', count);
}

export function documentsText({ l10n }: Wording, count: number): string {
  return count === 1 ? l10n.t('1 document') : l10n.t('{0} documents', count);
}

export function missingText({ l10n }: Wording, count: number): string {
  return l10n.t('{0} missing', count);
}
