import { addDays, daysBetween } from '../calendar/plain-date.ts';
import type { View } from '../model/engagement.ts';
import type { DueItem, Severity } from '../model/finding.ts';
import { inEnglish } from '../model/said.ts';
import { rangeOf } from '../model/text.ts';
import type { Calendar, DueDraft, DueRule } from './define.ts';
import { compareText } from '../values/compare-text.ts';
import { isAccepted, severityOf, type Deviation, type RuleSettings } from './findings.ts';
import { placeOf } from './place-of.ts';
import { errorText, failure, failureSaid } from './render.ts';

export interface DueOptions {
  readonly calendar: Calendar;
  /** Replaces every Lead, in days. */
  readonly withinDays?: number;
}

/** What the calendar asks for of one engagement (rules.md 1.2), by date, then path, a step for each rule. */
export function* runDue(
  rules: readonly DueRule[],
  view: View,
  settings: RuleSettings,
  deviations: readonly Deviation[],
  options: DueOptions,
): Generator<undefined, readonly DueItem[], undefined> {
  const items: DueItem[] = [];
  for (const rule of rules) {
    yield;
    const severity = severityOf(rule, settings);
    if (severity === 'off') continue;
    for (const draft of askedOf(rule, view, options.calendar, items)) {
      const item = itemOf(rule, draft, severity, options);
      if (item && !isAccepted(rule, placeOf(draft.at), deviations)) items.push(item);
    }
  }
  return items.sort(compareItems);
}

/** What the rule gives; where it breaks, one item says so and the others go on. */
function askedOf(
  rule: DueRule,
  view: View,
  calendar: Calendar,
  items: DueItem[],
): readonly DueDraft<Readonly<Record<string, string>>>[] {
  try {
    return rule.due(view, calendar);
  } catch (error) {
    const home = view.lead ?? view.documents[0];
    if (!home) return [];
    const said = failureSaid(rule.code, errorText(error));
    items.push({
      code: rule.code,
      name: rule.name,
      date: undefined,
      daysLeft: undefined,
      overdue: false,
      severity: 'error',
      party: 'both',
      person: undefined,
      said,
      what: inEnglish(said),
      messageId: failure.messageId,
      path: home.path,
      range: rangeOf(home.lineStarts, home.kindSpan),
      at: 'kind',
      data: {},
    });
    return [];
  }
}

/** By date (those without a day last), path, line, code, text. */
export function compareItems(a: DueItem, b: DueItem): number {
  return (
    compareText(a.date ?? '9999-99-99', b.date ?? '9999-99-99') ||
    compareText(a.path, b.path) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    compareText(a.code, b.code) ||
    compareText(a.what, b.what)
  );
}

function itemOf(
  rule: DueRule,
  draft: DueDraft<Readonly<Record<string, string>>>,
  severity: Severity,
  { calendar, withinDays }: DueOptions,
): DueItem | undefined {
  const { day } = draft;
  const daysLeft = day === undefined ? undefined : daysBetween(calendar.asOf, day);
  const overdue = daysLeft !== undefined && daysLeft < 0;
  if (overdue && draft.neverOverdue) return undefined;
  if (day !== undefined && !overdue) {
    const listedFrom = withinDays === undefined ? (draft.listedFrom ?? day) : addDays(day, -withinDays);
    if (calendar.asOf < listedFrom) return undefined;
  }
  const place = placeOf(draft.at);
  const said = { template: rule.messages[draft.id] ?? draft.id, data: draft.data };
  return {
    code: rule.code,
    name: rule.name,
    date: day,
    daysLeft,
    overdue,
    severity: overdue ? severity : 'info',
    party: draft.on,
    person: draft.person,
    said,
    what: inEnglish(said),
    messageId: draft.id,
    path: place.document.path,
    range: rangeOf(place.document.lineStarts, place.span),
    at: place.at,
    data: draft.carries ?? {},
  };
}
