import type { Field, Row } from '../../../model/document.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { personalData } from '../../../resolve/personal-data.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { filled } from '../../../rules/fill.ts';
import { addTo } from '../../../values/add-to.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';
import { workersAbroad, type WorkerAbroad } from '../workers-abroad.ts';

export default defineRule({
  code: 'LAW008',
  name: 'access-from-outside-stated',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Teams.Team',
      'engagement/Teams.Party',
      'engagement/Teams.Zone',
      'engagement/Teams.People',
      'engagement/People.Person',
      'engagement/People.Party',
      'engagement/People.Zone',
      'engagement/Subcontractors.Subcontractor',
      'engagement/Subcontractors.Country',
      'engagement/Data.Data',
      'engagement/Data.Personal',
      'engagement/Data.Component',
      'engagement/Data.Accessed from',
      'ownership-map/Components.Component',
      'ownership-map/Components.Does the work',
    ],
    summary: 'Require personal data to say that it is accessed from where the supplier works outside the EEA',
    severity: 'warning',
    scope: 'X',
    profiles: ['gdpr'],
    since: '0.1.0',
    source:
      'Regulation (EU) 2016/679 Art. 44; that remote access is a transfer: based on EDPB Guidelines 05/2021',
  },
  missing: {
    country: {
      message:
        'Work is done in {{country}}, outside the EEA, by {{who}}: add {{country}} to Accessed from of the personal data.',
      ask: 'Which personal data can {{who}} read from {{country}}, outside the EEA?',
      how: 'Add {{country}} to the column Accessed from of that data.',
    },
  },
  engagement(view, report) {
    const personal = personalData(view);
    const [first] = personal;
    // What does not read may name any country.
    if (!first || personal.some(({ cells }) => cells.accessed_from?.state === 'unread')) return;
    const named = new Set(personal.flatMap(({ cells }) => cells.accessed_from?.value ?? []));
    const byCountry = new Map<string, WorkerAbroad[]>();
    for (const worker of workersAbroad(view))
      if (!named.has(worker.country)) addTo(byCountry, worker.country, worker);
    for (const [country, workers] of byCountry) {
      const who = listSaid(workers.map(({ name }) => quoted(quote(name))));
      report.missing(
        first.section,
        'country',
        { who, country },
        {
          related: workers.map(({ at }) => ({ at, message: say('works from there') })),
          fixes: personal.flatMap((row) => withCountry(row, country)),
        },
      );
    }
  },
});

/** A fix that adds a country to where the data of a row is read from. */
function withCountry(row: Row<'data'>, country: string): readonly FixDraft[] {
  const field: Field | undefined = row.cells.accessed_from;
  if (field === undefined) return [];
  const edits =
    field.state === 'read'
      ? [
          {
            document: field.document,
            span: { start: field.source.span.end, end: field.source.span.end },
            text: `, ${country}`,
          },
        ]
      : filled(field, country).flatMap(({ edits }) => edits);
  if (edits.length === 0) return [];
  const data = nameSaid(row);
  return [{ title: say('Add {{country}} to "{{data}}"', { country, data }), edits }];
}
