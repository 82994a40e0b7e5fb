import { isFilled } from '../../../resolve/is-filled.ts';
import { personalData } from '../../../resolve/personal-data.ts';
import { defineRule } from '../../../rules/define.ts';
import { emptyKey } from '../../../rules/insert.ts';
import { fenceOf } from '../../../rules/place-of.ts';

export default defineRule({
  code: 'LAW005',
  name: 'processing-under-contract',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/contract', 'engagement/Data.Personal'],
    summary: 'Require a contract where there is personal data',
    severity: 'warning',
    scope: 'X',
    profiles: ['gdpr'],
    since: '0.1.0',
    source: 'Regulation (EU) 2016/679 Art. 28(3)',
  },
  missing: {
    contract: {
      message:
        'There is personal data, and "contract" names no contract that binds the supplier: add its number or title.',
      ask: 'Which contract binds the supplier where it processes personal data?',
      how: 'Write its number or title behind "contract:" in the front matter.',
    },
  },
  engagement(view, report) {
    const { lead } = view;
    if (lead === undefined || isFilled(lead.keys.contract) || personalData(view).length === 0) return;
    const { contract } = lead.keys;
    if (contract) report.missing(contract, 'contract', {});
    else report.missing(fenceOf(lead), 'contract', {}, emptyKey(lead, 'contract'));
  },
});
