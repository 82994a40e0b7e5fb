import type { DurationValue, IsoDate, Renewal } from '../model/value.ts';
import { addLength, subtractLength } from './add-length.ts';
import { compareDurations, type ComparedOn } from './compare-durations.ts';
import { daysBetween, earlier } from './plain-date.ts';
import type { Work } from './working-days.ts';

/** What an engagement says about its end. Leave out what is empty or does not read. */
export interface ContractTerms {
  readonly start?: IsoDate | undefined;
  /** The last day, inclusive. */
  readonly end?: IsoDate | undefined;
  readonly notice?: DurationValue | undefined;
  readonly noticeClient?: DurationValue | undefined;
  readonly noticeSupplier?: DurationValue | undefined;
  readonly renewal?: Renewal | undefined;
  readonly optOut?: DurationValue | undefined;
  /** How long the supplier helps after the end. */
  readonly exitHelp?: DurationValue | undefined;
  /** The working days that working lengths count when they are added to a date. */
  readonly work?: Work | undefined;
  /** The office hours that working lengths are compared in. */
  readonly office?: ComparedOn['office'];
}

/** What an exit plan says about time. */
export interface ExitPlanTerms {
  readonly prepare?: DurationValue | undefined;
  readonly handover?: DurationValue | undefined;
  readonly handoverEnds?: 'with the contract' | 'after the contract' | undefined;
}

/** One date of the timeline and what it was computed from. */
export interface ChainLink {
  readonly name: ChainName;
  readonly date: IsoDate;
  /** The date before it in the chain; absent of `end`, which a person wrote. */
  readonly from?: ChainName;
  /** What was added to that date or taken from it. */
  readonly sign?: '+' | '-';
  readonly by?: DurationValue;
}

export type ChainName =
  | 'end'
  | 'handover-deadline'
  | 'exit-latest-handover'
  | 'exit-latest-start'
  | 'last-opt-out-date'
  | 'last-notice-date'
  | 'contract-day';

/** Every date that follows from the end of a contract; each undefined where an input is missing. */
export interface ExitTimeline {
  /** E minus the client's notice. Notice given on that day still counts. */
  readonly lastNoticeClient: IsoDate | undefined;
  readonly lastNoticeSupplier: IsoDate | undefined;
  /** Of an automatic renewal only. */
  readonly lastOptOut: IsoDate | undefined;
  /** E plus the term of the renewal. */
  readonly renewedEnd: IsoDate | undefined;
  readonly handoverDeadline: IsoDate | undefined;
  readonly latestHandoverStart: IsoDate | undefined;
  readonly latestPreparationStart: IsoDate | undefined;
  /** The Day of ENG006; none where the contract ends by itself or by a choice that is free. */
  readonly contractDay: IsoDate | undefined;
  readonly trueLastDay: IsoDate | undefined;
  /** Which of the two the true last day is; the plan where both are the same day. */
  readonly binding: 'contract' | 'plan' | undefined;
  readonly daysBeforeContractDay: number | undefined;
  /** From the end to the latest preparation start, then the days of the contract. */
  readonly chain: readonly ChainLink[];
}

/** The dates by which a contract can still be left in order (rules.md 1.4, ENG006, EXT001 and section 3). */
export function exitTimeline(contract: ContractTerms, plan: ExitPlanTerms = {}): ExitTimeline {
  const { end, work, renewal } = contract;
  const client = contract.noticeClient ?? contract.notice;
  const supplier = contract.noticeSupplier ?? contract.notice;
  const chain: ChainLink[] = [];
  if (end === undefined) return { ...NOTHING, chain };
  const before = (date: IsoDate | undefined, length: DurationValue | undefined): IsoDate | undefined =>
    date === undefined || length === undefined ? undefined : subtractLength(date, length, work);
  const link = (name: ChainName, date: IsoDate | undefined, from?: ChainName, by?: DurationValue): void => {
    if (date === undefined) return;
    const sign = name === 'handover-deadline' ? '+' : '-';
    chain.push({ name, date, ...(from && { from }), ...(by !== undefined && { sign, by }) });
  };

  link('end', end);
  const help = plan.handoverEnds === 'after the contract' ? (contract.exitHelp ?? 'none') : undefined;
  const handoverDeadline = help === undefined ? end : addLength(end, help, work);
  if (help !== undefined) link('handover-deadline', handoverDeadline, 'end', help);
  const begun = before(handoverDeadline, plan.handover);
  const latestHandoverStart = begun && earlier(end, begun);
  const deadlineName = help === undefined ? 'end' : 'handover-deadline';
  if (begun !== undefined && begun <= end) link('exit-latest-handover', begun, deadlineName, plan.handover);
  else link('exit-latest-handover', latestHandoverStart, 'end');
  const latestPreparationStart = before(latestHandoverStart, plan.prepare);
  link('exit-latest-start', latestPreparationStart, 'exit-latest-handover', plan.prepare);

  const lastNoticeClient = before(end, client);
  const lastOptOut = renewal?.kind === 'automatic' ? before(end, contract.optOut ?? client) : undefined;
  const contractDay =
    renewal === undefined ? lastNoticeClient : renewal.kind === 'automatic' ? (lastOptOut ?? end) : undefined;
  if (renewal === undefined) link('last-notice-date', lastNoticeClient, 'end', client);
  else if (lastOptOut !== undefined) link('last-opt-out-date', lastOptOut, 'end', contract.optOut ?? client);
  else link('contract-day', contractDay, 'end');

  const planBinds =
    latestPreparationStart !== undefined &&
    (contractDay === undefined || latestPreparationStart <= contractDay);
  const trueLastDay = planBinds ? latestPreparationStart : contractDay;
  return {
    lastNoticeClient,
    lastNoticeSupplier: before(end, supplier),
    lastOptOut,
    renewedEnd:
      renewal === undefined || renewal.kind === 'none' || renewal.term === undefined
        ? undefined
        : addLength(end, renewal.term, work),
    handoverDeadline,
    latestHandoverStart,
    latestPreparationStart,
    contractDay,
    trueLastDay,
    binding: trueLastDay === undefined ? undefined : planBinds ? 'plan' : 'contract',
    daysBeforeContractDay:
      trueLastDay === undefined || contractDay === undefined
        ? undefined
        : daysBetween(trueLastDay, contractDay),
    chain,
  };
}

/** Whether an option, or a handover, fits into the time from notice to the end of the help. */
export interface ExitCover {
  /** N: the day on which notice is given. */
  readonly noticeDay: IsoDate;
  /** N plus what it takes. */
  readonly needUntil: IsoDate;
  readonly coverUntil: IsoDate;
  /** Never below zero. */
  readonly uncoveredDays: number;
}

/**
 * How far an option that takes so long is covered (rules.md EXT003): notice is given on N, the end
 * minus the shortest notice, or the start of an open contract; it is covered until N plus that
 * notice, plus the help after the end. Undefined without any notice, and without a day to begin on.
 */
export function optionCover(contract: ContractTerms, takes: DurationValue): ExitCover | undefined {
  return cover(contract, takes, contract.exitHelp ?? 'none');
}

/**
 * How far the handover is covered by the notice (rules.md EXT021): as `optionCover`, but the help
 * after the end counts only where the handover may end after the contract.
 */
export function handoverCover(contract: ContractTerms, plan: ExitPlanTerms): ExitCover | undefined {
  if (plan.handover === undefined) return undefined;
  const help = plan.handoverEnds === 'after the contract' ? (contract.exitHelp ?? 'none') : 'none';
  return cover(contract, plan.handover, help);
}

/** The shorter, from the start, of the client's and the supplier's notice (rules.md 1.4). */
export function shortestNotice(contract: ContractTerms): DurationValue | undefined {
  const client = contract.noticeClient ?? contract.notice;
  const supplier = contract.noticeSupplier ?? contract.notice;
  const anchor = contract.start ?? contract.end;
  if (client === undefined || supplier === undefined || anchor === undefined) return client ?? supplier;
  const order =
    compareDurations(supplier, client, { anchor, office: contract.office }) ??
    daysBetween(addLength(anchor, client, contract.work), addLength(anchor, supplier, contract.work));
  return order < 0 ? supplier : client;
}

const NOTHING = {
  lastNoticeClient: undefined,
  lastNoticeSupplier: undefined,
  lastOptOut: undefined,
  renewedEnd: undefined,
  handoverDeadline: undefined,
  latestHandoverStart: undefined,
  latestPreparationStart: undefined,
  contractDay: undefined,
  trueLastDay: undefined,
  binding: undefined,
  daysBeforeContractDay: undefined,
} as const;

function cover(contract: ContractTerms, takes: DurationValue, help: DurationValue): ExitCover | undefined {
  const { end, start, work } = contract;
  const notice = shortestNotice(contract);
  if (notice === undefined) return undefined;
  const noticeDay = end === undefined ? start : subtractLength(end, notice, work);
  if (noticeDay === undefined) return undefined;
  const needUntil = addLength(noticeDay, takes, work);
  const coverUntil = addLength(addLength(noticeDay, notice, work), help, work);
  return { noticeDay, needUntil, coverUntil, uncoveredDays: Math.max(0, daysBetween(coverUntil, needUntil)) };
}
