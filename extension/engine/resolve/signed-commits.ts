import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Unchecked } from '../model/history.ts';
import type { Said } from '../model/said.ts';
import { say } from '../values/say.ts';
import { absenceSaid } from './absence-said.ts';
import { committedSignoff, isSameSignoff } from './committed-signoff.ts';
import { isAddressOf } from './committers.ts';

/** What became of the signature of the commit that brought a sign-off; undefined while that commit is not made. */
export type CommitSignature =
  | { readonly is: 'good' }
  /** By somebody else. */
  | { readonly is: 'other' }
  /** Good, and the sign-off says something else since. */
  | { readonly is: 'changed' }
  | { readonly is: 'bad' }
  | { readonly is: 'unsigned' }
  | { readonly is: 'unchecked'; readonly why: WhyUnchecked };

type WhyUnchecked = Unchecked | 'nobody';

/** What rules and facts ask for that count sign-offs, and only where commits must be signed. */
export const signatureNeeds = {
  needsHistory: (view: View): boolean => checkedIn(view).length > 0,
  needsTexts: checkedIn,
  needsSignatures: checkedIn,
};

function checkedIn({ needsSignedCommits, everything }: View): readonly string[] {
  if (!needsSignedCommits) return [];
  return everything.filter(({ kind }) => kind === 'signoff').map(({ path }) => path);
}

/** Whether a sign-off counts: always, where no commit must be signed. */
export function isCounted(signoff: GovernedDocument, view: View): boolean {
  return !view.needsSignedCommits || signatureOf(signoff, view)?.is === 'good';
}

/** What became of the signature; undefined where none is asked for, and as long as nobody has looked. */
export function signatureOf(signoff: GovernedDocument, view: View): CommitSignature | undefined {
  const { history, needsSignedCommits } = view;
  if (!needsSignedCommits || !history) return undefined;
  if (history.kind === 'absent') return { is: 'unchecked', why: 'failed' };
  const checked = history.signatures?.get(signoff.path);
  if (!checked) return undefined;
  if (!history.texts.get(signoff.path)) return { is: 'unchecked', why: 'failed' };
  const known = committedSignoff(signoff, view);
  if (!known) return undefined;
  if (!known.first.isSigned) return { is: 'unsigned' };
  const signature = checked.get(known.first.hash) ?? { is: 'unchecked', why: 'failed' };
  if (signature.is !== 'good') return signature;
  const person = view.who(signoff.keys.by)[0]?.target;
  const { e_mail: address } = person?.is === 'person' ? person.row.cells : {};
  if (person?.is !== 'person' || address?.state !== 'read') return { is: 'unchecked', why: 'nobody' };
  const isTheirs = signature.by.some((email) => isAddressOf(person.row, { name: '', email }));
  if (!isTheirs) return { is: 'other' };
  return isSameSignoff(known.first.text, signoff.text) ? { is: 'good' } : { is: 'changed' };
}

/** Why nothing can be said of a signature, in words that go on after a colon. */
export function uncheckedSaid(why: WhyUnchecked, { history }: View): Said {
  return history?.kind === 'absent' ? absenceSaid(history) : reasons[why];
}

const reasons: Readonly<Record<WhyUnchecked, Said>> = {
  'no-signers': say('your own Git settings name no gpg.ssh.allowedSignersFile outside of the repository'),
  'no-key': say('the key is not among those that you know, or was not valid then'),
  untrusted: say('nobody has said whose the key is'),
  expired: say('the key or the signature has expired'),
  failed: say('Git could not check it with gpg or ssh-keygen'),
  nobody: say('no E-mail says which key would be right'),
};
