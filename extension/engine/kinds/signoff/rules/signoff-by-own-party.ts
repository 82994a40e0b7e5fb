import { laterPlace } from '../../../resolve/later-place.ts';
import { isOffSide, sideInWords } from '../../../resolve/sides.ts';
import { defineRule } from '../../../rules/define.ts';
import type { Field } from '../../../model/document.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SGN002',
  name: 'signoff-by-own-party',
  meta: {
    kinds: ['signoff'],
    reads: [
      'signoff/by',
      'signoff/party',
      'engagement/People.Party',
      'engagement/client',
      'engagement/supplier',
      'engagement/Subcontractors.Subcontractor',
    ],
    summary: 'Forbid a sign-off by somebody of another side than the one it signs for',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    unacceptable: true,
    since: '0.1.0',
  },
  messages: {
    side: '"{{by}}" is on {{where}} and cannot sign for "{{party}}": somebody of that side must sign.',
  },
  engagement(view, report) {
    for (const { keys } of view.documentsOf('signoff')) {
      const { by, party } = keys;
      const person = view.who(by)[0]?.target;
      const side = view.who(party)[0]?.target?.side;
      if (!person || side === undefined || !isOffSide(person, side)) continue;
      const { later, earlier } = laterPlace(by!, party!);
      const isParty = later === (party as Field);
      report.wrong(
        later,
        'side',
        { by: quote(by!.source.text), where: sideInWords(person), party: quote(party!.source.text) },
        { related: [{ at: earlier, message: isParty ? say('who signed') : say('whom it signs for') }] },
      );
    }
  },
});
