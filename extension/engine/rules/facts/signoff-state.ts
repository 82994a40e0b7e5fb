import type { GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import { signatureNeeds } from '../../resolve/signed-commits.ts';
import { signedSide } from '../../resolve/signed-side.ts';
import { countedSignoffs, signoffState, type SignoffState } from '../../resolve/signoff-state.ts';
import { defineFact } from '../define.ts';
import { joined, say } from '../../values/say.ts';
import type { Said } from '../../model/said.ts';

export default defineFact({
  name: 'signoff-state',
  kinds: [],
  reads: [
    '*/status',
    'signoff/document',
    'signoff/digest',
    'signoff/means',
    'signoff/party',
    'signoff/by',
    'signoff/date',
    'engagement/client',
    'engagement/supplier',
    'engagement/Subcontractors.Subcontractor',
    'git/log',
  ],
  unit: 'state',
  summary: 'Whether both sides have approved what a document now says',
  asOf: false,
  ...signatureNeeds,
  concludesWithout: true,
  pieces: (view) =>
    view.documents
      .filter((document) => view.signoffsOf(document).length > 0) // equivalent: a piece that is not needed, or is missing, changes only when its digest is computed
      .map((document) => () => view.digestOf(document)),
  compute(view) {
    return view.documents.flatMap((document) => {
      const { status } = document.keys;
      if (document.kind === 'signoff' || !status) return [];
      const isSigned = view.signoffsOf(document).length > 0;
      const signoffs = countedSignoffs(document, view);
      const state = signoffState(document, view);
      return [
        {
          at: status,
          value: state,
          how: howOf(state, signoffs, isSigned),
          data: newestBySide(signoffs, view),
        },
      ];
    });
  },
});

function howOf(state: SignoffState, signoffs: readonly GovernedDocument[], isSigned: boolean): Said {
  const meaning: Record<SignoffState, Said> = {
    unsigned: isSigned
      ? say('no sign-off of it counts: the config says signed_commits: required')
      : say('no sign-off names this document'),
    approved: say('both sides have approved the present content'),
    reviewed: say('the present content has been looked at, but not approved by both sides'),
    'changed since': say('the content is not what was signed'),
  };
  if (signoffs.length === 0) return meaning[state];
  return say('{{signoffs}} ({{who}}); {{meaning}}', {
    signoffs: say('{{n}} {{n|sign-off|sign-offs}}', { n: String(signoffs.length) }),
    who: joined(signoffs.map(signedBy), ', '),
    meaning: meaning[state],
  });
}

function signedBy({ keys }: GovernedDocument): Said {
  const by = keys.by?.state === 'read' ? keys.by.source.text : say('somebody');
  return say('{{by}} on {{day}}', { by, day: keys.date?.value ?? say('an unknown day') });
}

function newestBySide(signoffs: readonly GovernedDocument[], view: View): Readonly<Record<string, unknown>> {
  const newest: Record<string, unknown> = {};
  for (const side of ['client', 'supplier'] as const) {
    const signoff = signoffs.findLast((one) => signedSide(one, view) === side);
    if (!signoff) continue;
    const { by, date, means } = signoff.keys;
    newest[side] = { by: by?.value ?? null, on: date?.value ?? null, means: means?.value ?? null };
  }
  return newest;
}
