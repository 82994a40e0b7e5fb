import { defineFact } from '../../../rules/define.ts';
import { silentRenewal } from '../silent-renewal.ts';
import { figures, say } from '../../../values/say.ts';
import { durationSaid } from '../../../values/length-said.ts';
import { amountSaid, moneySaid } from '../../../values/money-said.ts';

export default defineFact({
  name: 'committed-by-silence',
  kinds: ['engagement'],
  reads: ['engagement/renewal', 'engagement/fee', 'engagement/end'],
  unit: 'money',
  summary: 'What the client owes for the next term if nobody refuses the renewal',
  asOf: false,
  compute(view) {
    const silence = silentRenewal(view);
    if (silence === undefined) return [];
    const { renewal, amount, fee, periods, from, to } = silence;
    const value = `${amount} ${fee.currency}`;
    const term = durationSaid(silence.term);
    const each = moneySaid(fee);
    const how = say(
      'The renewal for {{term}} runs from {{from}} to {{to}}: {{periods}} times {{fee}} is {{value}}.',
      {
        term,
        from,
        to,
        periods: figures(periods),
        fee: each,
        value: amountSaid(value),
      },
    );
    return [
      {
        at: renewal,
        value,
        how,
        data: { fee: `${fee.amount} ${fee.currency} per ${fee.per}`, periods, from, to },
      },
    ];
  },
});
