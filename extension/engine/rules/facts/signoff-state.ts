import type { GovernedDocument } from '../../model/document.ts';
import { defineFact } from '../define.ts';

type State = 'unsigned' | 'reviewed' | 'approved' | 'changed since';

export default defineFact({
  name: 'signoff-state',
  kinds: [],
  reads: ['*/status', 'signoff/document', 'signoff/digest', 'signoff/means', 'signoff/party', 'signoff/by'],
  unit: 'state',
  summary: 'Whether both sides have approved what a document now says',
  asOf: false,
  compute(view) {
    return view.documents.flatMap((document) => {
      const { status } = document.keys;
      if (document.kind === 'signoff' || !status) return [];
      const signoffs = view.signoffsOf(document);
      const matching = signoffs.filter(({ keys }) => keys.digest?.value === view.digestOf(document));
      const state = stateOf(signoffs, matching);
      return [{ at: status, value: state, how: howOf(state, signoffs), data: newestByParty(signoffs) }];
    });
  },
});

/** format-details 13: approved, reviewed and changed since look at the present content. */
function stateOf(signoffs: readonly GovernedDocument[], matching: readonly GovernedDocument[]): State {
  if (signoffs.length === 0) return 'unsigned';
  const approving = matching.filter(({ keys }) => keys.means?.value === 'approved');
  const parties = new Set(approving.map(({ keys }) => keys.party?.value));
  if (parties.has('client') && parties.has('supplier')) return 'approved';
  return matching.length > 0 ? 'reviewed' : 'changed since';
}

function howOf(state: State, signoffs: readonly GovernedDocument[]): string {
  if (state === 'unsigned') return 'no sign-off names this document';
  const who = signoffs.map(({ keys }) => `${keys.by?.source.text ?? '?'} on ${keys.date?.value ?? '?'}`).join(', ');
  const count = signoffs.length === 1 ? '1 sign-off' : `${signoffs.length} sign-offs`;
  const meaning: Record<State, string> = {
    unsigned: '',
    approved: 'both sides have approved the present content',
    reviewed: 'at least one matches the present content, but not an approval of each side',
    'changed since': 'none matches the present content',
  };
  return `${count} (${who}); ${meaning[state]}`;
}

function newestByParty(signoffs: readonly GovernedDocument[]): Readonly<Record<string, unknown>> {
  const newest: Record<string, unknown> = {};
  for (const { keys } of signoffs) {
    const party = keys.party?.value;
    if (party === 'client' || party === 'supplier') {
      newest[party] = { by: keys.by?.value ?? null, on: keys.date?.value ?? null, means: keys.means?.value ?? null };
    }
  }
  return newest;
}
