import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { isAskedOf } from '../../../resolve/asked-of.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { wordMeantIn } from '../../../resolve/word-meant-in.ts';
import { defineRule } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'EXT028',
  name: 'distress-watched',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Triggers.Kind',
      'exit-plan/Options.Option',
      'exit-plan/Handover items.Item',
      'engagement/importance',
      'partner-evaluation/Criteria.Category',
      'partner-evaluation/Evidence.Criterion',
    ],
    summary: 'Require evidence of the finances of a supplier whose work matters',
    severity: 'info',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC003', 'DOC020', 'EXT005'],
    looksIn: ['criteria', 'evidence'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 28(7) and 29(2): the insolvency of the supplier',
  },
  missing: {
    evidence: {
      message:
        '"{{kind}}" is a trigger, and no evidence stands under a criterion of category financial stability: say who looks, and where.',
      ask: 'By which evidence would you see early that the supplier runs out of money?',
      how: 'Add a criterion of category financial stability to a partner evaluation, and a row under Evidence.',
    },
  },
  engagement(view, report) {
    const importance = view.lead?.keys.importance?.value;
    if (importance !== 'critical' && importance !== 'important') return;
    const watched = view
      .rows('criteria')
      .filter(({ cells }) => wordMeantIn(cells.category) === 'financial stability');
    const isSeen = view.rows('evidence').some((row) => isEvidenceUnder(watched, row, view));
    // A plan without such a trigger is told so by EXT005.
    const trigger = view
      .rows('triggers')
      .find(
        ({ cells, section }) =>
          cells.kind?.value === 'insolvency' && isAskedOf(section.document, 'exit-plan'),
      );
    const kind = trigger?.cells.kind;
    if (!isSeen && kind) report.missing(kind, 'evidence', { kind: quote(kind.source.text) });
  },
});

/** Whether evidence names one of these criteria, or nearly does: DOC003 speaks of the slip. */
function isEvidenceUnder(
  criteria: readonly Row<'criteria'>[],
  { cells: { criterion } }: Row<'evidence'>,
  view: View,
): boolean {
  const meant = new Set(namesMeant(criterion, view));
  return criteria.some((row) => meant.has(foldName(nameOfRow(row) ?? '')));
}
