import { exact, sumOf } from '../../../measure/decimal.ts';
import { roundMoney } from '../../../measure/money.ts';
import type { Money } from '../../../model/value.ts';
import { defineFact } from '../../../rules/define.ts';
import { joined, say } from '../../../values/say.ts';
import { addTo } from '../../../values/add-to.ts';
import { amountSaid, moneySaid } from '../../../values/money-said.ts';

export default defineFact({
  name: 'exit-cost',
  kinds: ['exit-plan'],
  reads: ['exit-plan/Costs.Cost'],
  unit: 'money',
  summary: 'What leaving costs, by currency',
  asOf: false,
  compute(view) {
    return view.sections('costs').flatMap((section) => {
      const costs = section.rows.flatMap((row) => row.cells.cost?.value ?? []);
      // A total without one of its parts would be a guess.
      if (costs.length < section.rows.length) return [];
      const groups = new Map<string, Money[]>();
      for (const cost of costs) addTo(groups, kindOfMoney(cost), cost);
      return [...groups].map(([kind, group]) => {
        const { currency } = group[0]!;
        const sum = roundMoney(exact(sumOf(group.map(({ amount }) => amount))), currency);
        const value = `${sum} ${kind}`;
        const how = say('The sum of {{rows}} of Costs: {{parts}} = {{sum}}.', {
          rows: say('{{n}} {{n|row|rows}}', { n: String(group.length) }),
          parts: joined(
            group.map((cost) => moneySaid(cost)),
            ' + ',
          ),
          sum: amountSaid(value),
        });
        return { at: section, value, how, data: { rows: group.length } };
      });
    });
  },
});

/** What can be added up: one currency, once or per month. */
function kindOfMoney({ currency, per }: Money): string {
  return per === undefined ? currency : `${currency} per ${per}`;
}
