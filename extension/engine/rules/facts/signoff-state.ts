import type { Field, GovernedDocument } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { Side } from '../../model/value.ts';
import { countInWords } from '../../values/in-words.ts';
import { defineFact } from '../define.ts';

type State = 'unsigned' | 'reviewed' | 'approved' | 'changed since';

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
  ],
  unit: 'state',
  summary: 'Whether both sides have approved what a document now says',
  asOf: false,
  compute(view) {
    return view.documents.flatMap((document) => {
      const { status } = document.keys;
      if (document.kind === 'signoff' || !status) return [];
      const signoffs = view.signoffsOf(document);
      const matching = signoffs.filter(({ keys }) => keys.digest?.value === view.digestOf(document));
      const state = stateOf(signoffs, matching, view);
      return [{ at: status, value: state, how: howOf(state, signoffs), data: newestBySide(signoffs, view) }];
    });
  },
});

/** format-details 13: approved, reviewed and changed since look at the present content. */
function stateOf(
  signoffs: readonly GovernedDocument[],
  matching: readonly GovernedDocument[],
  view: View,
): State {
  if (signoffs.length === 0) return 'unsigned';
  const approving = matching.filter(({ keys }) => keys.means?.value === 'approved');
  const sides = new Set(approving.map((signoff) => sideOf(signoff, view)));
  if (sides.has('client') && sides.has('supplier')) return 'approved';
  return matching.length > 0 ? 'reviewed' : 'changed since';
}

/** Whom `party` signs for: a word for a side, the name of a party, or a subcontractor (rules.md 1.8). */
function sideOf({ keys }: GovernedDocument, view: View): Side | undefined {
  return view.who(keys.party)[0]?.target?.side;
}

function howOf(state: State, signoffs: readonly GovernedDocument[]): string {
  const who = signoffs.map(({ keys }) => `${nameOf(keys.by)} on ${keys.date?.value ?? 'an unknown day'}`);
  const meaning: Record<State, string> = {
    unsigned: 'no sign-off names this document',
    approved: 'both sides have approved the present content',
    reviewed: 'the present content has been looked at, but not approved by both sides',
    'changed since': 'the content is not what was signed',
  };
  if (who.length === 0) return meaning[state];
  return `${countInWords(who.length, 'sign-off')} (${who.join(', ')}); ${meaning[state]}`;
}

function nameOf(by: Field | undefined): string {
  return by?.state === 'read' ? by.source.text : 'somebody';
}

function newestBySide(signoffs: readonly GovernedDocument[], view: View): Readonly<Record<string, unknown>> {
  const newest: Record<string, unknown> = {};
  for (const side of ['client', 'supplier'] as const) {
    const signoff = signoffs.findLast((one) => sideOf(one, view) === side);
    if (!signoff) continue;
    const { by, date, means } = signoff.keys;
    newest[side] = { by: by?.value ?? null, on: date?.value ?? null, means: means?.value ?? null };
  }
  return newest;
}
