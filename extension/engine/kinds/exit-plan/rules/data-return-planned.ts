import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'EXT008',
  name: 'data-return-planned',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Handover items.Kind',
      'exit-plan/Handover items.Form',
      'exit-plan/data_returned_within',
      'exit-plan/data_deleted_within',
    ],
    summary: 'Require form and days for the data that goes back',
    severity: 'warning',
    scope: 'W',
    profiles: ['full', 'dora', 'gdpr'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2016/679 Art. 28(3)(g) and Regulation (EU) 2022/2554 Art. 30(2)(d)',
  },
  missing: {
    form: {
      message:
        'The data "{{item}}" has no form: say in which form it is handed over, for example PostgreSQL.',
      ask: 'In which form is "{{item}}" handed over?',
      how: 'Write it into the column Form of Handover items, for example PostgreSQL or CSV.',
    },
    formColumn: {
      message: 'Handover items lacks the column "Form", and data is handed over: say in which form.',
      ask: 'In which form is the data handed over?',
      how: 'Add a column "Form" to Handover items, for example with PostgreSQL or CSV.',
    },
    returned: {
      message:
        'Data is handed over, and "data_returned_within" does not say how soon after the end: for example 30 days.',
      ask: 'How soon after the end must the data be returned?',
      how: 'Write it behind "data_returned_within:" in the front matter, for example 30 days.',
    },
    deleted: {
      message:
        'Data is handed over, and "data_deleted_within" does not say when the copies are gone: for example 60 days.',
      ask: 'How soon after the end must the supplier have deleted its copies?',
      how: 'Write it behind "data_deleted_within:" in the front matter, for example 60 days.',
    },
  },
  document(document, _view, report) {
    const section = document.sections.get('handover_items');
    const data = (section?.rows ?? []).filter((row) => row.cells.kind?.value?.word === 'data');
    if (section === undefined || data.length === 0 || !isAskedOf(document, 'exit-plan')) return;
    if (data.some((row) => row.cells.form === undefined)) report.missing(section, 'formColumn', {});
    for (const { cells } of data) {
      if (cells.form === undefined || isFilled(cells.form)) continue;
      report.missing(cells.form, 'form', { item: quote(cells.item?.source.text ?? '') });
    }
    const { data_returned_within: returned, data_deleted_within: deleted } = document.keys;
    if (returned === undefined)
      report.missing(fenceOf(document), 'returned', {}, emptyKey(document, 'data_returned_within'));
    else if (!isFilled(returned)) report.missing(returned, 'returned', {});
    if (deleted === undefined)
      report.missing(fenceOf(document), 'deleted', {}, emptyKey(document, 'data_deleted_within'));
    else if (!isFilled(deleted)) report.missing(deleted, 'deleted', {});
  },
});
