import { highRisksWithoutOwner } from '../../../resolve/risks.ts';
import { defineRule } from '../../../rules/define.ts';
import { sayLackingRows } from '../lacking-rows.ts';

export default defineRule({
  code: 'RSK013',
  name: 'above-appetite-owned',
  meta: {
    kinds: ['risk-register'],
    reads: [
      'risk-register/scale',
      'risk-register/appetite',
      'risk-register/Risks.Risk',
      'risk-register/Risks.Likelihood',
      'risk-register/Risks.Impact',
      'risk-register/Risks.Likelihood after',
      'risk-register/Risks.Impact after',
      'risk-register/Risks.Owner',
      'risk-register/Risks.Status',
    ],
    summary: 'Require an owner of each open risk above the appetite',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014'],
    since: '0.1.0',
  },
  missing: {
    column: {
      message: 'No column "Owner" says who watches {{risks}}, above the appetite of {{appetite}}: add it.',
      ask: 'Who watches {{risks}}, which are above the appetite of {{appetite}}?', // equivalent: a draft is not asked here
      how: 'Add a column "Owner" to the table under Risks, with one person a row.', // equivalent: a draft is not asked here
    },
    cell: {
      message:
        'The risk scores {{score}}, above the appetite of {{appetite}}, and nobody owns it: name a person.',
      ask: 'Who watches this risk, which scores {{score}}, above the appetite of {{appetite}}?', // equivalent: a draft is not asked here
      how: 'Write a person into the column "Owner" of Risks.', // equivalent: a draft is not asked here
    },
  },
  document(document, _view, report) {
    // A draft is asked for the owner of each risk by DOC014.
    if (document.status === 'draft') return;
    const risks = highRisksWithoutOwner(document);
    for (const { row, score, appetite } of risks)
      if (row.cells.owner)
        report.missing(row.cells.owner, 'cell', { score: String(score), appetite: String(appetite) });
    sayLackingRows(
      risks.filter(({ row }) => !row.cells.owner).map(({ row }) => row),
      (section, names) => {
        report.missing(section, 'column', { risks: names, appetite: String(risks[0]!.appetite) });
      },
    );
  },
});
