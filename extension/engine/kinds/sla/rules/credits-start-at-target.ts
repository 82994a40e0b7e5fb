import { addDays, daysBetween } from '../../../calendar/plain-date.ts';
import { countedSeconds, windowAt, type MeasuringWindow } from '../../../calendar/windows.ts';
import { tiersOf, tierSetsOf, type TierSet } from '../../../resolve/credit-tiers.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { availabilityTarget } from '../../../resolve/service-levels.ts';
import { spanOf } from '../../../resolve/span.ts';
import { calendarOf } from '../../../resolve/work-calendars.ts';
import { highestTier } from '../../../measure/credits.ts';
import {
  compareDecimals,
  exact,
  percentOf,
  plain,
  ratio,
  round,
  subtract,
} from '../../../measure/decimal.ts';
import type { Field, GovernedDocument, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Decimal, IsoDate, MeasuredOver } from '../../../model/value.ts';
import { inEachLanguage, titleInEach, inLanguage } from '../../../values/wording.ts';
import { defineRule, type FixDraft, type Reporter } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { orderProblems, readTiers, type ReadTier } from '../tier-order.ts';
import { say, decimal } from '../../../values/say.ts';
import type { SaidPart } from '../../../model/said.ts';

const messages = {
  unpaid:
    'Below its target of {{target}} % "{{service}}" earns no credit down to {{below}} %: let the highest tier end at the target.',
  unpaidMinutes:
    'Below its target of {{target}} % "{{service}}" earns no credit down to {{below}} %, {{minutes}} {{minutes|minute|minutes}} from {{from}} to {{to}}: let the highest tier end at the target.',
  unearned:
    '"{{service}}" earns a credit from {{below}} % down although its target of {{target}} % is met: let the highest tier end at the target.',
  unearnedMinutes:
    '"{{service}}" earns a credit from {{below}} % down although its target of {{target}} % is met, {{minutes}} {{minutes|minute|minutes}} from {{from}} to {{to}}: let the highest tier end at the target.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'SLA006',
  name: 'credits-start-at-target',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Service levels.Target',
      'sla/Service levels.Measure',
      'sla/Service credits.Below',
      'sla/Service credits.From',
      'sla/Service credits.Credit',
      'sla/Services.Hours',
      'sla/measured_over',
      'sla/valid_from',
      'engagement/start',
      'engagement/zone',
      'engagement/office_hours',
      'engagement/holidays',
      'engagement/Teams.Hours',
      'engagement/Teams.Days',
      'engagement/Teams.Zone',
      'engagement/Teams.Holidays',
    ],
    summary: 'Require the highest tier that earns a credit to end at the target',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['SLA004'],
    since: '0.1.0',
  },
  messages,
  engagement(view, report) {
    for (const { document, rows } of view.sections('service_levels')) {
      const sets = tierSetsOf(document, view);
      const users = new Map<TierSet, Row<'service_levels'>[]>();
      for (const level of rows) {
        const { service } = level.cells;
        if (service?.state !== 'read' || availabilityTarget(level) === undefined) continue;
        const set = tiersOf(service.source.text, sets);
        const its = set && users.get(set);
        if (its) its.push(level);
        else if (set) users.set(set, [level]);
      }
      for (const [set, levels] of users) checkLevels(set, levels, document, view, report);
    }
  },
});

function checkLevels(
  set: TierSet,
  levels: readonly Row<'service_levels'>[],
  document: GovernedDocument,
  view: View,
  report: Report,
): void {
  const highest = highestOf(set);
  if (!highest) return;
  const { below } = highest.fields;
  for (const level of levels) {
    const target = availabilityTarget(level)!;
    const order = compareDecimals(highest.below, target);
    if (order === 0) continue;
    const service = level.cells.service!.source.text;
    const { later, earlier } = laterPlace(level.cells.target!, below);
    const related = [
      { at: earlier, message: earlier === (below as Field) ? say('the highest tier') : say('the target') },
    ];
    // Where several levels share the tiers, no Below is right for all of them.
    const canBeSet = levels.length === 1 && canEndAt(target, highest, set);
    const extra = canBeSet ? { related, fixes: [setBelow(highest, target)] } : { related };
    const data = { service: quote(service), target: decimal(target), below: decimal(highest.below) };
    const [low, high] = order === -1 ? [highest.below, target] : [target, highest.below];
    const window = minutesBetween(low, high, service, document, view);
    const id = order === -1 ? 'unpaid' : 'unearned';
    if (window) report.wrong(later, `${id}Minutes`, { ...data, ...window }, extra);
    else report.wrong(later, id, data, extra);
  }
}

/** The tier that ends highest of those that earn something; none where rows may be missing, or where SLA004 speaks of that end. */
function highestOf(set: TierSet): ReadTier | undefined {
  // What a tier earns that nobody has written, or that does not read, may be nothing or not.
  if (!set.isComplete || set.rows.some(({ cells }) => cells.credit?.value === undefined)) return undefined;
  const tiers = readTiers(set);
  const highest = highestTier(tiers);
  const isWrong = orderProblems(tiers, set).some(({ is, tier }) => is !== 'no floor' && tier === highest);
  return highest === undefined || isWrong ? undefined : tiers[highest];
}

/** Whether tiers stay in order where one of them ends at the target. */
function canEndAt(target: Decimal, highest: ReadTier, set: TierSet): boolean {
  const others = readTiers(set).map((tier) => (tier.row === highest.row ? { ...tier, below: target } : tier));
  return orderProblems(others, set).every(({ is }) => is === 'no floor');
}

function setBelow({ fields: { below } }: ReadTier, target: Decimal): FixDraft {
  const text = inEachLanguage((language) => `${language === 'sv' ? target.replace('.', ',') : target} %`);
  return {
    title: titleInEach((language) =>
      say('Set Below to {{percent}}', { percent: inLanguage(text, language) }),
    ),
    edits: [{ document: below.document, span: below.source.span, text }],
  };
}

/** What the difference of two percentages is in minutes of the first window of the span, counted as `allowed-downtime` counts them. */
function minutesBetween(
  low: Decimal,
  high: Decimal,
  service: string,
  document: GovernedDocument,
  view: View,
): { readonly minutes: SaidPart; readonly from: string; readonly to: string } | undefined {
  const over = document.keys.measured_over?.value;
  const zone = view.lead?.keys.zone?.value;
  const span = spanOf(document, view);
  if (over === undefined || zone === undefined || span === undefined) return undefined;
  const hours = view.find('services', foldName(service))?.cells.hours;
  const calendar = calendarOf(hours, view, 'less holidays');
  // Hours that nobody can count give no minutes.
  if (hours !== undefined && hours.state !== 'empty' && calendar === undefined) return undefined;
  const window = firstWindow(over, span.from, zone);
  const difference = subtract(exact(high), exact(low));
  const seconds = percentOf(exact(countedSeconds(window, zone, calendar)), difference);
  const minutes = ratio(seconds.numerator, seconds.denominator * 60n);
  return { minutes: decimal(plain(exact(round(minutes, 1)))), from: window.from, to: window.to };
}

/** The window that holds the first day; of a rolling one the first that begins on it. */
function firstWindow(over: MeasuredOver, from: IsoDate, zone: string): MeasuringWindow {
  const window = windowAt(over, from, zone);
  return over.kind === 'calendar'
    ? window
    : { ...window, from, to: addDays(from, daysBetween(window.from, window.to)) };
}
