import {
  exitTimeline,
  shortestNotice,
  type ContractTerms,
  type ExitPlanTerms,
  type ExitTimeline,
} from '../calendar/exit-timeline.ts';
import type { Field, GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { KindKey, SectionKey } from '../model/schema.ts';
import type { DurationValue } from '../model/value.ts';
import { officeCalendar } from './work-calendars.ts';
import { workDaysOf } from './work-days.ts';

/**
 * The contract terms of an engagement document, else of the model's, as the timeline takes them: each
 * side's notice is its own, else the common one. What is empty or does not read is left out; ask
 * `isUnread` where that makes a difference.
 */
export function contractTerms(view: View, document: GovernedDocument | undefined = view.lead): ContractTerms {
  const keys = document?.keys;
  // Of a second engagement document its own office counts, not that of the model's.
  const its: View = document === view.lead ? view : { ...view, lead: document };
  return {
    start: keys?.start?.value,
    end: keys?.end?.value,
    noticeClient: noticeOf('client', document)?.value,
    noticeSupplier: noticeOf('supplier', document)?.value,
    renewal: keys?.renewal?.value,
    optOut: keys?.opt_out?.value,
    exitHelp: keys?.exit_help?.value,
    work: workDaysOf(its),
    office: officeCalendar(its),
  };
}

/** What an exit plan says about time. What is empty or does not read is left out. */
export function exitPlanTerms({ keys }: GovernedDocument): ExitPlanTerms {
  return {
    prepare: keys.prepare?.value,
    handover: keys.handover?.value,
    handoverEnds: keys.handover_ends?.value,
  };
}

/** The key that states a side's notice: its own, else the common one (rules.md 1.4). Undefined where neither is filled. */
export function noticeOf(
  side: 'client' | 'supplier',
  document: GovernedDocument | undefined,
): Field<DurationValue> | undefined {
  const own = side === 'client' ? document?.keys.notice_client : document?.keys.notice_supplier;
  return [own, document?.keys.notice].find((field) => field?.state === 'read' || isUnread(field));
}

/** The key that the shortest notice stands in (rules.md 1.4); undefined where none is given, or one does not read. */
export function shortestNoticeField(view: View): Field<DurationValue> | undefined {
  const [client, supplier] = [noticeOf('client', view.lead), noticeOf('supplier', view.lead)];
  if (isUnread(client) || isUnread(supplier)) return undefined;
  const shortest = shortestNotice(contractTerms(view));
  return [client, supplier].find((field) => field !== undefined && field.value === shortest);
}

/** Whether something stands there that does not read: it is neither empty nor comparable (rules.md 1.3.3). */
export function isUnread(field: Field | undefined): boolean {
  return field?.state === 'unread';
}

/**
 * Documents that may say how to leave: exit plans, and those that hold a section of one (format.md section 2).
 * Phases and handover items of a kt-plan are its own.
 */
export function exitPlansOf(view: View): readonly GovernedDocument[] {
  const { sections } = catalogue.kinds['exit-plan'];
  return view.documents.filter(
    (document) =>
      document.kind === 'exit-plan' ||
      sections.some((key) => document.sections.has(key) && !isOwn(key, document.kind)),
  );
}

function isOwn(section: SectionKey, kind: KindKey): boolean {
  return catalogue.kinds[kind].sections.includes(section);
}

/**
 * The dates by which the engagement can still be left under an exit plan, or without one. A date that
 * depends on a value that does not read is left out, and the true last day with it: nothing is guessed.
 */
export function timelineOf(view: View, plan?: GovernedDocument): ExitTimeline {
  const terms = contractTerms(view);
  const timeline = exitTimeline(terms, plan && exitPlanTerms(plan));
  const isDayUnknown = isContractDayUnknown(view.lead);
  const isDeadlineUnknown = plan !== undefined && isHandoverDeadlineUnknown(view.lead, plan);
  return {
    ...timeline,
    ...(isDayUnknown && { lastOptOut: undefined, contractDay: undefined }),
    ...(isDeadlineUnknown && {
      handoverDeadline: undefined,
      latestHandoverStart: undefined,
      latestPreparationStart: undefined,
    }),
    ...((isDayUnknown || (plan !== undefined && isPlanUnread(view, plan))) && NO_LAST_DAY),
  };
}

/** The true last day of an engagement and the plan that it is counted with. */
export interface TrueLastDay {
  readonly timeline: ExitTimeline;
  /** The exit plan whose preparation must begin first; undefined where no plan has such a day. */
  readonly plan: GovernedDocument | undefined;
}

/**
 * The timeline of the exit plan whose preparation must begin first, by path where two begin alike
 * (rules.md section 3). While a plan does not read, the true last day is not known.
 */
export function trueLastDay(view: View): TrueLastDay {
  const plans = exitPlansOf(view);
  let first: TrueLastDay = { timeline: timelineOf(view), plan: undefined };
  for (const plan of plans) {
    const timeline = timelineOf(view, plan);
    const day = timeline.latestPreparationStart;
    const before = first.timeline.latestPreparationStart;
    if (day !== undefined && (before === undefined || day < before)) first = { timeline, plan };
  }
  if (!plans.some((plan) => isPlanUnread(view, plan))) return first;
  return { ...first, timeline: { ...first.timeline, ...NO_LAST_DAY } };
}

const NO_LAST_DAY = { trueLastDay: undefined, binding: undefined, daysBeforeContractDay: undefined };

function isContractDayUnknown(lead: GovernedDocument | undefined): boolean {
  const { renewal, opt_out } = lead?.keys ?? {};
  if (isUnread(renewal)) return true;
  const isNoticeUnknown = isUnread(noticeOf('client', lead));
  if (renewal?.value === undefined) return isNoticeUnknown;
  if (renewal.value.kind !== 'automatic') return false;
  return isUnread(opt_out) || (opt_out?.value === undefined && isNoticeUnknown);
}

/** Whether the day depends on a value that does not read. */
export function isHandoverDeadlineUnknown(
  lead: GovernedDocument | undefined,
  plan: GovernedDocument,
): boolean {
  const { handover_ends } = plan.keys;
  return (
    isUnread(handover_ends) ||
    (handover_ends?.value === 'after the contract' && isUnread(lead?.keys.exit_help))
  );
}

function isPlanUnread(view: View, plan: GovernedDocument): boolean {
  const { prepare, handover } = plan.keys;
  return isHandoverDeadlineUnknown(view.lead, plan) || isUnread(prepare) || isUnread(handover);
}
