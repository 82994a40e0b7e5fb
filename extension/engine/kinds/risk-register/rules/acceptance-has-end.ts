import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { sayLackingRows } from '../lacking-rows.ts';

export default defineRule({
  code: 'RSK005',
  name: 'acceptance-has-end',
  meta: {
    kinds: ['risk-register'],
    reads: [
      'risk-register/Risks.Risk',
      'risk-register/Risks.Response',
      'risk-register/Risks.Due',
      'risk-register/Risks.Status',
    ],
    summary: 'Require a day on which an accepted risk is looked at again',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014'],
    since: '0.1.0',
  },
  missing: {
    column: {
      message: 'No column "Due" says when you look again at {{risks}}, which you accept: add it.',
      ask: 'When do you look again at {{risks}}, which you accept?',
      how: 'Add a column "Due" to the table under Risks, with a day.',
    },
    cell: {
      message: '"{{response}}" without a day is for ever: write when the risk is looked at again.',
      ask: 'When do you look again at this risk, which you accept?',
      how: 'Write a day into the column "Due" of Risks.',
    },
  },
  document(document, _view, report) {
    // Of a placeholder DOC014 speaks.
    const accepted = (document.sections.get('risks')?.rows ?? []).filter(
      ({ cells }) => cells.response?.value === 'accept' && cells.status?.value !== 'closed',
    );
    for (const { cells } of accepted)
      if (cells.due?.state === 'empty')
        report.missing(cells.due, 'cell', { response: quote(cells.response!.source.text) });
    sayLackingRows(
      accepted.filter(({ cells }) => !cells.due),
      (section, risks) => {
        report.missing(section, 'column', { risks });
      },
    );
  },
});
