import { periodText } from '../../../calendar/periods.ts';
import type { GovernedDocument } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { Period } from '../../../model/value.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { kindOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';
import { dueResults, type Due } from '../ending-windows.ts';
import { givenResults, keyOf, type Measured } from '../given-results.ts';

/** More results than a review goes through: of a hostile engagement no more are told. */
const shownAtMost = 20;

export default defineRule({
  code: 'REC005',
  name: 'results-complete',
  meta: {
    kinds: ['record'],
    reads: [
      'record/period',
      'record/type',
      'record/held',
      'record/Results.Of',
      'record/Results.Measure',
      'sla/measured_over',
      'sla/valid_from',
      'sla/Services.Service',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'goals/KPIs.KPI',
      'goals/KPIs.Every',
      'goals/valid_from',
      'engagement/start',
    ],
    summary: 'Require a result for each service level and key figure of the period that a review looks at',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC020', 'DOC003', 'REC020', 'REC021'],
    since: '0.1.0',
  },
  missing: {
    results: {
      message: 'No record has the results of {{period}} for {{names}}: add a row for each.',
      ask: 'What were the results of {{period}} for {{names}}?',
      how: 'Add a row under Results for each, with "no data" where nothing was measured.',
    },
  },
  engagement(view, report) {
    const reviews = reviewsIn(view);
    if (reviews.length === 0) return; // equivalent: there is nobody to ask
    const due = dueResults(view);
    const given = givenResults(view);
    const told = new Set<string>();
    // Where a service review has no results at all DOC014 asks for them; another review of that time does not ask again.
    for (const { record, period } of reviews)
      if (isLeft(record))
        for (const one of due) for (const end of one.endsIn(period)) told.add(nameOf(one, end));
    for (const { record, period } of reviews) {
      if (isLeft(record)) continue; // equivalent: what it lacks has been told already
      const lacking = due.filter((one) => {
        const ends = one.endsIn(period);
        if (ends.length === 0 || given.has(one.measured, period)) return false;
        const isNew = ends.some((end) => !told.has(nameOf(one, end)));
        for (const end of ends) told.add(nameOf(one, end));
        return isNew;
      });
      if (lacking.length === 0) continue;
      const names = lacking.map(({ measured }) => quoted(quote(nameIn(measured))));
      report.missing(
        record.sections.get('results') ?? kindOf(record),
        'results',
        {
          period: periodText(period),
          names: listSaid(names.slice(0, shownAtMost)),
        },
        { fixes: addedRows(record, lacking) },
      );
    }
  },
});

/** Reviews that say which period they look at. */
function reviewsIn(view: View): readonly { readonly record: GovernedDocument; readonly period: Period }[] {
  return view.documentsOf('record').flatMap((record) => {
    const { type, period } = record.keys;
    const isReview = type?.value === 'service-review' || type?.value === 'strategic-review';
    return isReview && period?.value ? [{ record, period: period.value }] : [];
  });
}

/** Whether DOC014 says that the record has no results at all, or DOC020 that its table is not read. */
function isLeft({ keys, sections, headings, problems }: GovernedDocument): boolean {
  const section = sections.get('results');
  const from = section?.heading.span.start ?? Infinity;
  const to = headings.find(({ span }) => span.start > from)?.span.start ?? Infinity;
  const isWithin = (at: number): boolean => at > from && at < to; // equivalent: no table begins where a heading does
  if (
    problems.some(
      ({ code, unread, span }) => unread === 'results' || (code === 'DOC020' && isWithin(span.start)),
    )
  )
    return true;
  const isEmpty = section === undefined || (section.rows.length === 0 && section.prose === '');
  return keys.type?.value === 'service-review' && isEmpty;
}

/** One window of one level or key figure. */
function nameOf({ measured }: Due, end: string): string {
  return `${keyOf(measured)}\0${end}`;
}

function nameIn(measured: Measured): string {
  if (measured.is === 'kpi') return measured.row.cells.kpi!.source.text;
  const { service, measure } = measured.row.cells;
  return `${service!.source.text}, ${measure!.source.text}`;
}

function addedRows(record: GovernedDocument, lacking: readonly Due[]): readonly FixDraft[] {
  const rows = lacking.map(({ measured }): Record<string, string> => {
    if (measured.is === 'kpi') return { of: measured.row.cells.kpi!.source.text };
    const { service, measure } = measured.row.cells;
    return { of: service!.source.text, measure: measure!.source.text };
  });
  const title = rows.length === 1 ? say('Add the row') : say('Add the rows');
  const fix = addRows(title, record, 'results', rows);
  return fix ? [fix] : [];
}
