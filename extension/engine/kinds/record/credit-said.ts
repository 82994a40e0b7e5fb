import { periodText } from '../../calendar/periods.ts';
import type { Said, SaidPart } from '../../model/said.ts';
import type { Period } from '../../model/value.ts';
import type { Credit, Earned } from '../../resolve/credits.ts';
import { figure } from '../../values/figures.ts';
import { moneySaid } from '../../values/money-said.ts';
import { quote } from '../../values/quote.ts';
import { figures, say } from '../../values/say.ts';

/** How a credit comes about: '"99.62 %" is at least 99 % and below 99.9 %: 5 % of "fee", 48 500 EUR per month, for 2026-10'. */
export function creditSaid(credit: Credit): Said {
  return valueEarnsSaid(credit.row.cells.result!.source.text, credit, credit);
}

/** The same of a value that is not the result itself, under the terms of a credit. */
export function valueEarnsSaid(value: string, { tier, percent, capped }: Earned, credit: Credit): Said {
  const result = quote(value);
  if (!tier)
    return say('"{{result}}" is in no tier: nothing of {{basis}}', { result, basis: basisSaid(credit) });
  const { from, below } = tier.cells;
  return say('"{{result}}" is at least {{from}} % and below {{below}} %: {{earned}}', {
    result,
    from: figures(figure(from!.value!)),
    below: figures(figure(below!.value!)),
    earned: earnedSaid(`${figure(percent)} %`, credit, capped),
  });
}

/** Percentages of what they are a part of, and the cap where it holds them down. */
export function earnedSaid(percents: string, credit: Credit, capped: boolean): Said {
  const basis = basisSaid(credit);
  return capped
    ? say('{{percents}} of {{basis}}, held to the cap of {{cap}} %', {
        percents: figures(percents),
        basis,
        cap: figures(figure(credit.terms.cap!)),
      })
    : say('{{percents}} of {{basis}}', { percents: figures(percents), basis });
}

/** "2026-10", "2026-07-01 to 2026-08-15". */
export function periodSaid(period: Period): SaidPart {
  const { form, from, to } = period;
  return form === 'days' && from !== to ? say('{{from}} to {{to}}', { from, to }) : periodText(period);
}

function basisSaid(credit: Credit): Said {
  const { key, money } = credit.basis;
  return say('"{{key}}", {{money}}, for {{period}}', {
    key,
    money: moneySaid(money),
    period: periodSaid(credit.period),
  });
}
