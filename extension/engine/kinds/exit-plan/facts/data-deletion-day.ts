import { defineFact } from '../../../rules/define.ts';
import { dataDays } from '../data-days.ts';

export default defineFact({
  name: 'data-deletion-day',
  kinds: ['exit-plan'],
  reads: ['exit-plan/data_deleted_within', 'engagement/end'],
  unit: 'date',
  summary: 'The day by which the supplier must have deleted its copies of the data',
  asOf: false,
  compute: (view) => dataDays('data_deleted_within', view),
});
