import type { ChainLink, ExitTimeline } from '../calendar/exit-timeline.ts';
import type { DateLink } from '../model/finding.ts';
import type { IsoDate } from '../model/value.ts';
import { formatDuration } from '../values/format-value.ts';
import { figures, joined, say } from '../values/say.ts';
import type { Said } from '../model/said.ts';
import { daysSaid, durationSaid } from '../values/length-said.ts';

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

/** The same dates as people read them. */
export function exitDates({ chain }: ExitTimeline): readonly DateLink[] {
  return chain.map(({ name, date, from, sign, by }) => ({
    name,
    date,
    ...(from !== undefined && { from }),
    ...(by !== undefined && sign !== undefined && { by: joined([figures(sign), durationSaid(by)], ' ') }),
  }));
}

/** The same chain in sentences, with the day that binds at the end. */
export function exitChainInWords(timeline: ExitTimeline): Said {
  const { chain, binding, contractDay, trueLastDay, daysBeforeContractDay: days } = timeline;
  const steps = joined(
    chain.map((link) => linkInWords(link, timeline)),
    '; ',
  );
  const day = trueLastDay ?? '';
  if (binding === 'contract')
    return say('{{steps}}. What the contract asks for comes first, on {{day}}.', { steps, day });
  if (contractDay === undefined || days === undefined) {
    return say('{{steps}}. The contract asks for no decision, so preparation decides: {{day}}.', {
      steps,
      day,
    });
  }
  if (days === 0) return say('{{steps}}. Both fall on {{day}}, and preparation decides.', { steps, day });
  return say(
    '{{steps}}. Preparation comes first, on {{day}}, {{days}} before the contract day {{contractDay}}.',
    {
      steps,
      day,
      days: daysSaid(days),
      contractDay,
    },
  );
}

function linkInWords(link: ChainLink, { contractDay }: ExitTimeline): Said {
  const { name, date, by } = link;
  const length = by === undefined ? '' : durationSaid(by);
  switch (name) {
    case 'end':
      return say('The contract ends on {{date}}', { date });
    case 'handover-deadline':
      if (by === 'none')
        return say('there is no exit help, so the handover must be over by {{date}}', { date });
      return say('the handover may go on for {{length}} of exit help until {{date}}', { length, date });
    case 'exit-latest-handover':
      return by === undefined
        ? say('the handover must begin by the end, {{date}}', { date })
        : say('the handover takes {{length}}, so it must begin by {{date}}', { length, date });
    case 'exit-latest-start':
      return say('preparing takes {{length}}, so it must begin by {{date}}', { length, date });
    case 'last-opt-out-date':
      return say('renewal must be refused {{length}} before the end, by {{date}}', { length, date });
    case 'last-notice-date':
      return say('notice takes {{length}}, so it must be given by {{date}}', { length, date });
    case 'contract-day':
      return say('renewal must be refused by {{date}}', { date: contractDay ?? '' });
  }
}
