import { addLength } from '../../../calendar/add-length.ts';
import { addDays } from '../../../calendar/plain-date.ts';
import { beginOf } from '../../../resolve/begin-of.ts';
import { exitPlansOf } from '../../../resolve/terms.ts';
import { workDaysOf } from '../../../resolve/work-days.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import type { IsoDate } from '../../../model/value.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a test is due from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'EXT010',
  name: 'exit-plan-tested',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/test_every',
      'exit-plan/Tests.Date',
      'exit-plan/Tests.Result',
      'exit-plan/valid_from',
      'engagement/start',
    ],
    summary: 'Ask for the next test of the exit plan',
    severity: 'warning',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    again: 'Test the exit plan "{{title}}" again: the last test that was not failed was on {{since}}.',
    never: 'Test the exit plan "{{title}}": no test since {{since}} was passed, wholly or in part.',
  },
  due(view) {
    return exitPlansOf(view).flatMap((document) => {
      const every = document.keys.test_every;
      if (every?.value === undefined || every.value === 'none') return [];
      const tested = lastTest(document);
      const since = tested ?? beginOf(document, view);
      if (since === undefined) return [];
      const day = addLength(since, every.value, workDaysOf(view));
      return [
        {
          at: every,
          id: tested === undefined ? ('never' as const) : ('again' as const),
          data: { title: quote(document.title), since },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'client' as const,
        },
      ];
    });
  },
});

/** The newest date of a test that was passed, wholly or in part. */
function lastTest(document: GovernedDocument): IsoDate | undefined {
  const dates = (document.sections.get('tests')?.rows ?? []).flatMap(({ cells: { date, result } }) => {
    const counts = result?.value === 'passed' || result?.value === 'partial';
    return counts && date?.value !== undefined ? [date.value] : [];
  });
  return dates.sort().at(-1);
}
