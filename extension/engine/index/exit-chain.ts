import type { ChainLink, ExitTimeline } from '../calendar/exit-timeline.ts';
import type { IsoDate } from '../model/value.ts';
import { formatDuration } from '../values/format-value.ts';
import { countInWords } from '../values/in-words.ts';

/** One date of the chain to the true last day, as data: what it is, and what it was counted from. */
export interface ExitChainLink {
  readonly name: string;
  readonly date: IsoDate;
  /** The name of the date before it. */
  readonly from?: string;
  /** "- 6 months": what was added to that date or taken from it. */
  readonly by?: string;
}

/** The dates from the end of the contract to the true last day, in order, as data. */
export function exitChain({ chain }: ExitTimeline): readonly ExitChainLink[] {
  return chain.map(({ name, date, from, sign, by }) => ({
    name,
    date,
    ...(from !== undefined && { from }),
    ...(by !== undefined && sign !== undefined && { by: `${sign} ${formatDuration(by)}` }),
  }));
}

/** The same chain in sentences, with the day that binds at the end. */
export function exitChainInWords(timeline: ExitTimeline): string {
  const { chain, binding, contractDay, trueLastDay, daysBeforeContractDay: days } = timeline;
  const steps = chain.map((link) => linkInWords(link, timeline));
  if (binding === 'contract')
    return `${steps.join('; ')}. What the contract asks for comes first, on ${trueLastDay}.`;
  if (contractDay === undefined || days === undefined) {
    return `${steps.join('; ')}. The contract asks for no decision, so preparation decides: ${trueLastDay}.`;
  }
  if (days === 0) return `${steps.join('; ')}. Both fall on ${trueLastDay}, and preparation decides.`;
  const apart = countInWords(days, 'day');
  return `${steps.join('; ')}. Preparation comes first, on ${trueLastDay}, ${apart} before the contract day ${contractDay}.`;
}

function linkInWords(link: ChainLink, { contractDay }: ExitTimeline): string {
  const { name, date, by } = link;
  const length = by === undefined ? '' : formatDuration(by);
  switch (name) {
    case 'end':
      return `The contract ends on ${date}`;
    case 'handover-deadline':
      return `the handover may go on for ${length} of exit help until ${date}`;
    case 'exit-latest-handover':
      return by === undefined
        ? `the handover must begin by the end, ${date}`
        : `the handover takes ${length}, so it must begin by ${date}`;
    case 'exit-latest-start':
      return `preparing takes ${length}, so it must begin by ${date}`;
    case 'last-opt-out-date':
      return `renewal must be refused ${length} before the end, by ${date}`;
    case 'last-notice-date':
      return `notice takes ${length}, so it must be given by ${date}`;
    case 'contract-day':
      return `renewal must be refused by ${contractDay}`;
  }
}
