import { risksAboveAppetite } from '../../../resolve/risks.ts';
import { saysSomething } from '../../../resolve/says-something.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'RSK004',
  name: 'above-appetite-acted-on',
  meta: {
    kinds: ['risk-register'],
    reads: [
      'risk-register/scale',
      'risk-register/appetite',
      'risk-register/Risks.Likelihood',
      'risk-register/Risks.Impact',
      'risk-register/Risks.Likelihood after',
      'risk-register/Risks.Impact after',
      'risk-register/Risks.Response',
      'risk-register/Risks.Action',
      'risk-register/Risks.Status',
    ],
    summary: 'Require an action against each risk above the appetite, and not its acceptance',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    leavesTo: ['DOC014'],
    since: '0.1.0',
  },
  messages: {
    accepted:
      '"{{response}}" is not enough for a score of {{score}}, above the appetite of {{appetite}}: act on the risk.',
    noAction: 'The risk scores {{score}}, above the appetite of {{appetite}}: write what is done about it.',
  },
  document(document, _view, report) {
    // Of a placeholder DOC014 speaks.
    for (const { row, score, appetite } of risksAboveAppetite(document)) {
      const { response, action } = row.cells;
      const data = { score: String(score), appetite: String(appetite) };
      const related = [{ at: document.keys.appetite!, message: say('the appetite of the register') }];
      if (response?.value === 'accept')
        report.wrong(response, 'accepted', { ...data, response: quote(response.source.text) }, { related });
      else if (action && action.state !== 'placeholder' && !saysSomething(action))
        report.wrong(action, 'noAction', data, { related });
    }
  },
});
