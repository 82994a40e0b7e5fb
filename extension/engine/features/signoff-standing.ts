import type { GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Said } from '../model/said.ts';
import type { Span } from '../model/text.ts';
import { heldOf, lastReviewIn } from '../kinds/record/series.ts';
import { changeSinceSaid, suspicionSaid, whoSaid } from '../resolve/change-in-words.ts';
import {
  changesSinceDigest,
  changesSinceVersion,
  lastBefore,
  type ChangeSince,
} from '../resolve/changes-since.ts';
import { dayOfAuthor } from '../resolve/day-of-author.ts';
import { signedSide } from '../resolve/signed-side.ts';
import {
  countedSignoffs,
  presentSignoffs,
  signoffState,
  type SignoffState,
} from '../resolve/signoff-state.ts';
import { suspicionsOf } from '../resolve/suspects.ts';
import { joined, say, words } from '../values/say.ts';

/** What sign-offs say of a document, and what has changed since: plain data. */
export interface SignoffStanding {
  readonly state: SignoffState;
  /** In a line: "approved by hedvig (client), tiago (supplier)", "changed since hedvig (client) signed it on 2026-10-08". */
  readonly said: Said;
  /** What the document says otherwise than was signed; empty where it says the same, and where no history is known. */
  readonly changes: readonly Said[];
  /** Why it may not hold any more although it says what was signed: what it names has changed. */
  readonly suspect: Said | undefined;
}

/** Undefined of what is not signed by anybody: a sign-off, and what has no status. */
export function signoffStanding(document: GovernedDocument, view: View): SignoffStanding | undefined {
  if (document.kind === 'signoff' || !document.keys.status || document.status === 'ended') return undefined;
  const state = signoffState(document, view);
  const [first] = suspicionsOf(document, view);
  return {
    state,
    said: stateSaid(document, state, view),
    changes: state === 'changed since' ? sinceSigned(document, view).map(changeSinceSaid) : [],
    suspect: first && suspicionSaid(first),
  };
}

function stateSaid(document: GovernedDocument, state: SignoffState, view: View): Said {
  const signoffs = countedSignoffs(document, view);
  const newest = signoffs.at(-1);
  if (!newest) return say('not signed by anybody');
  if (state === 'changed since')
    return say('changed since {{by}} signed it on {{day}}', {
      by: signerSaid(newest, view),
      day: newest.keys.date?.value ?? say('an unknown day'),
    });
  const matching = presentSignoffs(document, view);
  const means =
    state === 'approved' ? matching.filter(({ keys }) => keys.means?.value === 'approved') : matching;
  // Who approves what they have reviewed, or says that it is still valid, signs a second time.
  const signers = new Map(means.map((signoff) => [signoff.keys.by?.source.text, signoff]));
  return say('{{state}} by {{people}}', {
    state: words(state, 'value'),
    people: joined(
      [...signers.values()].map((signoff) => signerSaid(signoff, view)),
      ', ',
    ),
  });
}

function signerSaid(signoff: GovernedDocument, view: View): Said {
  return joined([whoSaid(signoff.keys.by?.source.text ?? '', signedSide(signoff, view))], '');
}

function sinceSigned(document: GovernedDocument, view: View): readonly ChangeSince[] {
  const digest = countedSignoffs(document, view).at(-1)?.keys.digest?.value;
  return digest === undefined ? [] : (changesSinceDigest(document, digest, view) ?? []);
}

/** What has changed at a place, and since when. */
export interface ChangedHere {
  readonly title: Said;
  readonly lines: readonly Said[];
}

/**
 * What of a row, or of a key, is another than when the document was signed, or where nobody has signed it, than on the day of
 * the last strategic review. Undefined where nothing is.
 */
export function changedHere(
  document: GovernedDocument,
  place: Row | Span,
  view: View,
): ChangedHere | undefined {
  const { start, end } = 'section' in place ? place.span : place;
  const told = sinceWhen(document, view);
  const lines = (told?.changes ?? [])
    .filter(({ change: { span } }) => span !== undefined && span.start >= start && span.end <= end)
    .map(changeSinceSaid);
  return told && lines.length > 0 ? { title: told.title, lines } : undefined;
}

function sinceWhen(
  document: GovernedDocument,
  view: View,
): { readonly title: Said; readonly changes: readonly ChangeSince[] } | undefined {
  const signed = view.signoffsOf(document).at(-1);
  if (signed) {
    const day = signed.keys.date?.value ?? say('an unknown day');
    return {
      title: say('Changed since it was signed on {{day}}', { day }),
      changes: sinceSigned(document, view),
    };
  }
  const review = lastReviewIn(view);
  const day = review && heldOf(review);
  const before =
    day === undefined
      ? undefined
      : lastBefore(document, view, (_version, { commit }) => dayOfAuthor(commit!) <= day);
  if (day === undefined || !before) return undefined;
  return {
    title: say('Changed since the strategic review of {{day}}', { day }),
    changes: changesSinceVersion(document, before, view),
  };
}

/** Whether the history can tell more of a document than it says itself. */
export function hasBefore(document: GovernedDocument, view: View): boolean {
  return view.signoffsOf(document).length > 0 || lastReviewIn(view) !== undefined;
}
