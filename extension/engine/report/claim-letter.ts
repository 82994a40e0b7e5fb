import type { Said, SaidPart } from '../model/said.ts';
import type { IsoDate } from '../model/value.ts';
import { figure } from '../values/figures.ts';
import { amountSaid, moneySaid } from '../values/money-said.ts';
import { figures, joined, listSaid, say, words } from '../values/say.ts';
import type { Claim } from './credit-claims.ts';
import type { CreditLine } from './credit-lines.ts';
import type { CreditsStanding } from './credits-standing.ts';
import { english, type ReportLanguage } from './language.ts';
import { markdownText } from './text-table.ts';

/** What a letter is asked for: a period as it is written ("2026-10"), or the path of a record that states results. */
export type LetterFor = { readonly period: string } | { readonly record: string };

/** A letter in Markdown, or why there is none. */
export type Letter = { readonly text: string } | { readonly nothing: Said };

/**
 * The claim of the client for what is due as of a day: parties, agreement, results, working, amount and the last day,
 * with a place to sign. It claims nothing that is claimed, credited, lapsed or disputed, and says nothing of the law.
 */
export function claimLetter(
  standing: CreditsStanding,
  asked: LetterFor,
  asOf: IsoDate,
  language: Pick<ReportLanguage, 'say'> = english,
): Letter {
  const isAsked = isAskedBy(asked);
  const claims = standing.claims.filter(({ lines }) => lines.some(isAsked));
  const lines = standing.lines.filter(isAsked);
  if (claims.length === 0) return { nothing: nothingSaid(asked, lines, asOf) };
  const disputed = lines.filter(({ state }) => state === 'disputed');
  const text = (said: Said): string => markdownText(language.say(said));
  const out = [
    ...headOf(standing, claims, asOf, text),
    ...claims.flatMap((claim) => claimParts(claim, text)),
    ...disputedParts(disputed, text),
    ...signature(standing, text),
  ];
  return { text: `${out.join('\n')}\n` };
}

type Text = (said: Said) => string;

function isAskedBy(asked: LetterFor): (line: CreditLine) => boolean {
  return 'period' in asked
    ? ({ period }) => period.text.toLowerCase() === asked.period.trim().toLowerCase()
    : ({ statedIn }) => statedIn.includes(asked.record);
}

function nothingSaid(asked: LetterFor, lines: readonly CreditLine[], asOf: IsoDate): Said {
  const what = 'period' in asked ? asked.period : asked.record;
  const data = { what, day: asOf };
  if (lines.length === 0)
    return say('There is nothing to claim for "{{what}}" on {{day}}: no result of it earns a credit.', data);
  const states = [...new Set(lines.map(({ state }) => state))].map((state) => words(state, 'value'));
  const open = lines.find(({ state, claimBy = '' }) => state === 'disputed' && claimBy >= asOf);
  return open?.claimBy === undefined
    ? say('There is nothing to claim for "{{what}}" on {{day}}: what it earns is {{states}}.', {
        ...data,
        states: listSaid(states),
      })
    : say(
        'There is nothing to claim for "{{what}}" on {{day}}: what it earns is {{states}}. Settle the dispute by {{last}}, the last day to claim.',
        { ...data, states: listSaid(states), last: open.claimBy },
      );
}

function headOf(
  { client, supplier, contract }: CreditsStanding,
  claims: readonly Claim[],
  asOf: IsoDate,
  text: Text,
): readonly string[] {
  const unstated = say('not stated');
  const periods = [...new Map(claims.map(({ period }) => [period.text, period.said])).values()];
  const period = listSaid(periods);
  return [
    `# ${text(say('Claim for service credits, {{period}}', { period }))}`,
    '',
    ...listed(
      [
        [say('Date'), asOf],
        [say('From'), say('{{name}} (client)', { name: client ?? unstated })],
        [say('To'), say('{{name}} (supplier)', { name: supplier ?? unstated })],
        [say('Contract'), contract ?? unstated],
      ],
      text,
    ),
    '',
    text(
      say('We claim {{amounts}} in service credits for {{period}}, as set out below.', {
        amounts: listSaid(claims.map((claim) => money(claim.amount, claim))),
        period,
      }),
    ),
  ];
}

function claimParts(claim: Claim, text: Text): readonly string[] {
  const { agreement, lines } = claim;
  const { title, path, validFrom } = agreement;
  return [
    '',
    `## ${text(say('{{agreement}}, {{period}}', { agreement: title, period: claim.period.said }))}`,
    '',
    ...listed(
      [
        [say('Agreement'), say('{{title}} ({{path}})', { title, path })],
        [say('Valid from'), validFrom ?? say('not stated')],
        [say('Credits are a part of'), basisSaid(claim)],
        ...(claim.cap === undefined ? [] : [[say('Cap'), percent(claim.cap)] as const]),
      ],
      text,
    ),
    ...lines.flatMap((line) => lineParts(line, claim, text)),
    ...togetherParts(claim, text),
    '',
    `### ${text(say('Last day to claim'))}`,
    '',
    text(
      claim.claimBy === undefined || !claim.claimByFollows
        ? say('The agreement states no last day to claim.')
        : say('{{day}}: {{how}}.', { day: claim.claimBy, how: claim.claimByFollows }),
    ),
  ];
}

function lineParts(line: CreditLine, claim: Claim, text: Text): readonly string[] {
  const { service, measure, target, tier, result, record } = line;
  return [
    '',
    `### ${text(say('{{service}}, {{measure}}', { service, measure }))}`,
    '',
    ...listed(
      [
        [say('Agreed level'), target ?? say('not stated')],
        [say('Result'), result],
        [say('Stated in'), recordSaid(record)],
        [say('Tier'), tier ? tierSaid(tier) : say('none')],
        [say('Working'), workingOf([tier?.credit ?? '0'], line.isCapped, claim)],
        [say('Amount'), money(line.amount, claim)],
      ],
      text,
    ),
  ];
}

/** How several credits come to what is claimed, and what was taken of a sum before. */
function togetherParts(claim: Claim, text: Text): readonly string[] {
  const { lines, together } = claim;
  const { percents, isCapped, amount, before } = together;
  if (lines.length === 1 && percents.length === 1) return [];
  return [
    '',
    `### ${text(say('Together'))}`,
    '',
    ...listed(
      [
        [say('Working'), workingOf(percents, isCapped, claim)],
        [say('Credits of the period'), money(amount, claim)],
        ...(percents.length === lines.length
          ? []
          : [[say('Claimed or credited before'), money(before, claim)] as const]),
        [say('Amount claimed'), money(claim.amount, claim)],
      ],
      text,
    ),
  ];
}

function disputedParts(lines: readonly CreditLine[], text: Text): readonly string[] {
  if (lines.length === 0) return [];
  return [
    '',
    `## ${text(say('In dispute, and not claimed here'))}`,
    '',
    ...lines.map(
      ({ service, measure, period, result, other }) =>
        `- ${text(
          say('{{service}}, {{measure}}, {{period}}: {{one}}, or {{theirs}} as the other party states', {
            service,
            measure,
            period: period.said,
            one: result,
            theirs: other!.value,
          }),
        )}`,
    ),
  ];
}

function signature({ client }: CreditsStanding, text: Text): readonly string[] {
  const line = '\\_'.repeat(30);
  return [
    '',
    `## ${text(say('Signed for {{client}}', { client: client ?? words('client', 'side') }))}`,
    '',
    ...[say('Place and date'), say('Name'), say('Signature')].flatMap((what, i) => [
      ...(i === 0 ? [] : ['']),
      `${text(what)}: ${line}`,
    ]),
  ];
}

/** What each thing is called, and what it is. */
function listed(rows: readonly (readonly [name: Said, value: SaidPart])[], text: Text): readonly string[] {
  const said = (part: SaidPart): Said => joined([part], '');
  return rows.map(([name, value]) => `- **${text(name)}:** ${text(said(value))}`);
}

function recordSaid({ title, path, held }: CreditLine['record']): Said {
  return held === undefined
    ? say('{{title}} ({{path}})', { title, path })
    : say('{{title}}, {{held}} ({{path}})', { title, held, path });
}

function tierSaid({ from, below, credit }: NonNullable<CreditLine['tier']>): Said {
  return say('at least {{from}} and below {{below}}: {{credit}}', {
    from: percent(from),
    below: percent(below),
    credit: percent(credit),
  });
}

function basisSaid({ basis, period, currency }: Claim): Said {
  const { is, stated, amount, isExact } = basis;
  const data = {
    stated: moneySaid(stated),
    period: period.said,
    amount: amountSaid(`${amount} ${currency}`),
  };
  if (is === 'fee')
    return isExact
      ? say('the fee, {{stated}}; for {{period}} {{amount}}', data)
      : say('the fee, {{stated}}; for {{period}} about {{amount}}', data);
  return isExact
    ? say('{{stated}}; for {{period}} {{amount}}', data)
    : say('{{stated}}; for {{period}} about {{amount}}', data);
}

/** "5 % + 10 % of 48 500 EUR, held to the cap of 12 %". */
function workingOf(percents: readonly string[], isCapped: boolean, claim: Claim): Said {
  const data = {
    percents: joined(percents.map(percent), ' + '),
    basis: money(claim.basis.amount, claim),
  };
  return isCapped && claim.cap !== undefined
    ? say('{{percents}} of {{basis}}, held to the cap of {{cap}}', { ...data, cap: percent(claim.cap) })
    : say('{{percents}} of {{basis}}', data);
}

function percent(value: string): SaidPart {
  return figures(`${figure(value)} %`);
}

function money(amount: string, { currency }: Pick<Claim, 'currency'>): Said {
  return amountSaid(`${amount} ${currency}`);
}
