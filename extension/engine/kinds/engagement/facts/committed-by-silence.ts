import { defineFact } from '../../../rules/define.ts';
import { formatDuration, formatMoney } from '../../../values/format-value.ts';
import { silentRenewal } from '../silent-renewal.ts';
import { moneyText } from '../../../values/figures.ts';
import { figures, say, words } from '../../../values/say.ts';

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
    const term = formatDuration(silence.term);
    const each = formatMoney(fee);
    const how = say(
      'The renewal for {{term}} runs from {{from}} to {{to}}: {{periods}} times {{fee}} is {{value}}.',
      {
        term: words(term),
        from,
        to,
        periods: figures(periods),
        fee: words(each, 'value'),
        value: words(moneyText(value), 'value'),
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
