import { addLength } from '../../../calendar/add-length.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import { exitPlansOf } from '../../../resolve/terms.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import { defineDue } from '../../../rules/define.ts';
import { say } from '../../../values/say.ts';
import { durationSaid } from '../../../values/length-said.ts';

/** Days before the return or the deletion from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'EXT026',
  name: 'data-returned',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/data_returned_within',
      'exit-plan/data_deleted_within',
      'engagement/phase',
      'engagement/end',
      'record/type',
      'record/held',
    ],
    summary: 'Ask for the return and the deletion of the data once the engagement is being left',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'gdpr'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2016/679 Art. 28(3)(g)',
  },
  messages: {
    returned: "Return the client's data: it is due {{within}} the end of the contract.",
    deleted: "Delete every copy of the client's data: it is due {{within}} the end of the contract.",
  },
  due(view) {
    const { phase, end } = view.lead?.keys ?? {};
    const last = end?.value;
    if (phase?.value !== 'exit' || last === undefined) return [];
    const isClosed = view
      .documentsOf('record')
      .some(
        ({ keys: { type, held } }) =>
          type?.value === 'closure' && held?.value !== undefined && held.value >= last,
      );
    if (isClosed) return [];
    const work = workDaysOf(view);
    return exitPlansOf(view).flatMap(({ keys }) =>
      (['returned', 'deleted'] as const).flatMap((id) => {
        const field = id === 'returned' ? keys.data_returned_within : keys.data_deleted_within;
        if (field?.value === undefined) return [];
        const day = addLength(last, field.value, work);
        return [
          {
            at: field,
            id,
            data: {
              within:
                day === last ? say('with') : say('{{length}} after', { length: durationSaid(field.value) }),
            },
            day,
            listedFrom: addDays(day, -leadDays),
            on: 'supplier' as const,
          },
        ];
      }),
    );
  },
});
