import { isAskedOf } from '../../../resolve/asked-of.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { compareDecimals } from '../../../measure/decimal.ts';
import type { Field, GovernedDocument } from '../../../model/document.ts';
import type { Decimal } from '../../../model/value.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say, decimal } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA007',
  name: 'credit-cap-fits',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/credit_cap',
      'sla/Service credits.Credit',
      'sla/credit_basis',
      'sla/Service levels.Service',
      'engagement/fee',
    ],
    summary: 'Require a cap that leaves room for the highest credit, and a sum that credits are part of',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    capped:
      'A credit of {{credit}} % can never be paid: "credit_cap" holds all credits of a period to {{cap}} %. Raise the cap or lower the credit.',
  },
  missing: {
    fee: {
      message:
        '"{{value}}" makes credits a part of the fee, and the engagement states none: add "fee" there, or write the sum here, for example 48 500 EUR per month.',
      ask: 'What is the fee that the service credits are a percentage of?',
      how: 'Write the fee behind "fee:" in the engagement, for example 48 500 EUR per month.',
    },
    basis: {
      message:
        'These credits are percentages of nothing: state "fee" in the engagement, or "credit_basis" here, for example 48 500 EUR per month.',
      ask: 'Of which sum are the service credits a percentage?',
      how: 'Write the fee behind "fee:" in the engagement, or the sum behind "credit_basis:" here, for example 48 500 EUR per month.',
    },
  },
  engagement(view, report) {
    // The fee is missing once, however many documents make their credits a part of it.
    const ofFee = view.documents.filter(({ keys }) => keys.credit_basis?.value === 'fee');
    const basisOfFee = (ofFee.find(({ status }) => status === 'active') ?? ofFee[0])?.keys.credit_basis;
    if (basisOfFee && !isFilled(view.lead?.keys.fee))
      report.missing(basisOfFee, 'fee', { value: quote(basisOfFee.source.text) });
    for (const document of view.documents) {
      const rows = document.sections.get('service_credits')?.rows ?? [];
      if (rows.length === 0) continue;
      const { credit_cap: cap, credit_basis: basis } = document.keys;
      const highest = highestCredit(document);
      if (highest && cap?.value !== undefined && compareDecimals(cap.value, highest.value!) < 0) {
        const related = [{ at: cap, message: say('the cap') }];
        report.wrong(
          highest,
          'capped',
          { credit: decimal(highest.value!), cap: decimal(cap.value) },
          { related },
        );
      }
      if (isAskedOf(document, 'sla') && !isFilled(basis) && !isFilled(view.lead?.keys.fee)) {
        report.missing(basis ?? fenceOf(document), 'basis', {});
      }
    }
  },
});

/** The first of the highest credits of a document, over all its tiers. */
function highestCredit(document: GovernedDocument): Field<Decimal> | undefined {
  let highest: Field<Decimal> | undefined;
  for (const row of document.sections.get('service_credits')?.rows ?? []) {
    const { credit } = row.cells;
    if (credit?.value === undefined) continue;
    if (highest?.value === undefined || compareDecimals(credit.value, highest.value) > 0) highest = credit;
  }
  return highest;
}
