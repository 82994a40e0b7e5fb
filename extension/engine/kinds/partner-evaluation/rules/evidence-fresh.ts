import { addDays, addMonths } from '../../../calendar/plain-date.ts';
import type { Row } from '../../../model/document.ts';
import { defineDue } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';

/** Months after which evidence says little of today's team. */
const monthsFresh = 24;
/** Days before that from which it is listed. */
const leadDays = 30;

export default defineDue({
  code: 'SCR008',
  name: 'evidence-fresh',
  meta: {
    kinds: ['partner-evaluation'],
    reads: [
      'partner-evaluation/Evidence.Date',
      'partner-evaluation/Evidence.Candidate',
      'partner-evaluation/Evidence.Criterion',
    ],
    summary: 'Ask for newer evidence on a candidate',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    old: 'Look again at "{{criterion}}" of "{{candidate}}": the newest evidence is of {{date}}.',
  },
  due(view) {
    return view.documentsOf('partner-evaluation').flatMap((document) => {
      const newest = newestOf(document.sections.get('evidence')?.rows ?? []);
      return newest.map(({ cells: { candidate, criterion, date } }) => {
        const day = addMonths(date!.value!, monthsFresh);
        return {
          at: date!,
          id: 'old' as const,
          data: {
            criterion: quote(criterion?.source.text ?? ''),
            candidate: quote(candidate?.source.text ?? ''),
            date: date!.value!,
          },
          day,
          listedFrom: addDays(day, -leadDays),
          on: 'client' as const,
        };
      });
    });
  },
});

/** The newest row for each candidate and criterion; of several of one day the first. */
function newestOf(rows: readonly Row<'evidence'>[]): readonly Row<'evidence'>[] {
  const newest = new Map<string, Row<'evidence'>>();
  for (const row of rows) {
    const { candidate, criterion, date } = row.cells;
    if (date?.value === undefined || candidate?.state !== 'read' || criterion?.state !== 'read') continue;
    const key = JSON.stringify([candidate, criterion].map(({ source }) => foldName(source.text)));
    const before = newest.get(key)?.cells.date?.value;
    if (before === undefined || before < date.value) newest.set(key, row);
  }
  return [...newest.values()];
}
