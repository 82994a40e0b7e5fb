import { changeSinceSaid, suspicionSaid } from '../../resolve/change-in-words.ts';
import { committerReads } from '../../resolve/committers.ts';
import { signatureNeeds } from '../../resolve/signed-commits.ts';
import { isSignedAnywhere, suspicionsOf, textsOfSigned, type Suspicion } from '../../resolve/suspects.ts';
import { inEnglish } from '../../model/said.ts';
import { say } from '../../values/say.ts';
import { defineFact } from '../define.ts';

export default defineFact({
  name: 'suspect',
  kinds: [],
  reads: [
    '*/status',
    'signoff/document',
    'signoff/digest',
    'file/text',
    'file/tables',
    'file/links',
    '*/formerly',
    ...committerReads,
    'git/log',
  ],
  unit: 'state',
  summary: 'That a row or a document which a signed document names has changed since it was signed',
  method: [
    say(
      'What a document names is followed from row to row and along links to other documents, through those that nobody has signed since. Rows of people and teams taint nothing, and what a document says itself was signed with it.',
    ),
    say(
      'It is no finding: whoever has looked and finds the document still valid signs it again, as it stands (outrigger sign --still-valid).',
    ),
  ],
  asOf: false,
  needsHistory: isSignedAnywhere,
  needsTexts: textsOfSigned,
  needsSignatures: signatureNeeds.needsSignatures,
  pieces: (view) => view.documents.map((document) => () => suspicionsOf(document, view)),
  compute(view) {
    return view.documents.flatMap((document) => {
      const { status } = document.keys;
      const found = suspicionsOf(document, view);
      const [first] = found;
      if (!status || !first) return [];
      const more = found.length - 1;
      const how =
        more === 0
          ? suspicionSaid(first)
          : say('{{first}}; and {{n}} more', { first: suspicionSaid(first), n: String(more) });
      return [{ at: status, value: 'suspect', how, data: { because: found.map(dataOf) } }];
    });
  },
});

function dataOf({ chain, changes }: Suspicion): object {
  return {
    chain: chain.map(({ name, document: { path } }) => ({ name, path })),
    changes: changes.map((since) => inEnglish(changeSinceSaid(since))),
  };
}
