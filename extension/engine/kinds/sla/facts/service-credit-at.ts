import { defineFact } from '../../../rules/define.ts';
import { figure } from '../../../values/figures.ts';
import { figures, say } from '../../../values/say.ts';

export default defineFact({
  name: 'service-credit-at',
  kinds: ['sla'],
  reads: ['sla/Service credits.From', 'sla/Service credits.Below', 'sla/Service credits.Credit'],
  unit: 'percent',
  summary: 'What a result within a tier earns',
  asOf: false,
  compute(view) {
    return view.rows('service_credits').flatMap((row) => {
      const { from, below, credit } = row.cells;
      if (from?.value === undefined || below?.value === undefined || credit?.value === undefined) return [];
      return [
        {
          at: row,
          value: credit.value,
          how: say('a result of at least {{from}} % and below {{below}} % earns {{credit}} %', {
            from: figures(figure(from.value)),
            below: figures(figure(below.value)),
            credit: figures(figure(credit.value)),
          }),
          data: { from: from.value, below: below.value },
        },
      ];
    });
  },
});
