import { addDays, addMonths } from '../../../calendar/plain-date.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a check is due from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'EXT019',
  name: 'option-checked-lately',
  meta: {
    kinds: ['exit-plan'],
    reads: ['exit-plan/Options.Checked', 'exit-plan/Options.Preferred'],
    summary: 'Ask once a year whether an option still stands',
    severity: 'info',
    scope: 'W',
    profiles: ['full', 'dora'],
    since: '0.1.0',
  },
  messages: {
    check: 'Check whether the option "{{option}}" still stands: the last time was {{checked}}.',
  },
  due(view) {
    return view.sections('options').flatMap(({ rows }) => {
      const preferred = rows.filter((row) => row.cells.preferred?.value === true);
      return (preferred.length > 0 ? preferred : rows).flatMap(({ cells: { checked, option } }) => {
        if (checked?.value === undefined) return [];
        const day = addMonths(checked.value, 12);
        return [
          {
            at: checked,
            id: 'check' as const,
            data: { option: quote(option?.source.text ?? ''), checked: checked.value },
            day,
            listedFrom: addDays(day, -leadDays),
            on: 'client' as const,
          },
        ];
      });
    });
  },
});
