import { defineFact } from '../../../rules/define.ts';
import { dataDays } from '../data-days.ts';

export default defineFact({
  name: 'data-return-day',
  kinds: ['exit-plan'],
  reads: ['exit-plan/data_returned_within', 'engagement/end'],
  unit: 'date',
  summary: 'The day by which the data must be back',
  asOf: false,
  compute: (view) => dataDays('data_returned_within', view),
});
