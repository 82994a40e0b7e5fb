import { defineRule } from '../../../rules/define.ts';
import { sayOffScale } from '../../../rules/off-scale.ts';

export default defineRule({
  code: 'RSK011',
  name: 'rating-in-scale',
  meta: {
    kinds: ['risk-register'],
    reads: [
      'risk-register/scale',
      'risk-register/Risks.Likelihood',
      'risk-register/Risks.Impact',
      'risk-register/Risks.Likelihood after',
      'risk-register/Risks.Impact after',
    ],
    summary: 'Require ratings of risks that are steps of the scale of their register',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    outside: '"{{rating}}" is not on the scale of this register: write {{steps}}.',
  },
  document(document, _view, report) {
    for (const { cells } of document.sections.get('risks')?.rows ?? [])
      sayOffScale([cells.likelihood, cells.impact, cells.likelihood_after, cells.impact_after], report);
  },
});
