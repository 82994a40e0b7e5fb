import { timelineOf } from '../../../index/terms.ts';
import { defineFact } from '../../../rules/define.ts';
import { formatDuration } from '../../../values/format-value.ts';

export default defineFact({
  name: 'renewed-end',
  kinds: ['engagement'],
  reads: ['engagement/renewal', 'engagement/end'],
  unit: 'date',
  summary: 'The day on which the contract ends once it is renewed',
  asOf: false,
  compute(view, { holidays }) {
    const { renewal, end } = view.lead?.keys ?? {};
    const { renewedEnd: value } = timelineOf(view, undefined, holidays);
    if (renewal?.value === undefined || renewal.value.kind === 'none' || renewal.value.term === undefined) return [];
    if (end?.value === undefined || value === undefined) return [];
    const term = formatDuration(renewal.value.term);
    const how = `The contract ends on ${end.value} and is renewed for ${term}: until ${value}.`;
    return [{ at: renewal, value, how, data: { term } }];
  },
});
