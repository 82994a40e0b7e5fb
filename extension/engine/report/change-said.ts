import type { Said } from '../model/said.ts';
import { changeSaid, whoSaid } from '../resolve/change-in-words.ts';
import { listed, say } from '../values/say.ts';
import type { ChangeEntry, SignedEntry } from './change-log.ts';

/** What a commit did with a document, a line each. */
export function entryLines(
  entry: Pick<ChangeEntry, 'is' | 'movedFrom' | 'changes' | 'signed'>,
): readonly Said[] {
  const { is, movedFrom, changes, signed } = entry;
  const lines: Said[] = [];
  if (movedFrom !== undefined) lines.push(say('renamed or moved from {{path}}', { path: movedFrom }));
  if (is === 'begun') lines.push(say('begun'));
  if (is === 'removed') lines.push(say('taken away'));
  if (is === 'form' && movedFrom === undefined) lines.push(say('nothing in its content changed'));
  if (signed) lines.push(signedSaid(signed));
  return [...lines, ...changes.map(changeSaid)];
}

/** "approved by anna (client)". */
function signedSaid({ document, by, side, means }: SignedEntry): Said {
  return say('signs {{document}}: {{means}} by {{by}}', {
    document,
    means: listed(means ?? '', 'means'),
    by: whoSaid(by, side),
  });
}
