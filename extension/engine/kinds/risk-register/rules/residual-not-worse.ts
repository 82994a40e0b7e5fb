import type { Field } from '../../../model/document.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { placeIn } from '../../../resolve/scales.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'RSK003',
  name: 'residual-not-worse',
  meta: {
    kinds: ['risk-register'],
    reads: [
      'risk-register/scale',
      'risk-register/Risks.Likelihood',
      'risk-register/Risks.Impact',
      'risk-register/Risks.Likelihood after',
      'risk-register/Risks.Impact after',
    ],
    summary: 'Require that no risk is worse after its action than before',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    worse:
      '"{{residual}}" after the action is above "{{rating}}" before it: rate it again, or choose another action.',
  },
  document(document, _view, report) {
    for (const { cells } of document.sections.get('risks')?.rows ?? []) {
      compare(cells.likelihood, cells.likelihood_after);
      compare(cells.impact, cells.impact_after);
    }

    function compare(before: Field<string> | undefined, after: Field<string> | undefined): void {
      const [place, placeAfter] = [placeIn(before), placeIn(after)];
      if (place === undefined || placeAfter === undefined || placeAfter <= place) return;
      const { later, earlier } = laterPlace(before!, after!);
      const message = later === after ? say('before the action') : say('after the action');
      const data = { residual: quote(after!.source.text), rating: quote(before!.source.text) };
      report.wrong(later, 'worse', data, { related: [{ at: earlier, message }] });
    }
  },
});
