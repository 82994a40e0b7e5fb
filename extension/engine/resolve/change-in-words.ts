import type { CommitOfDocument } from '../model/history.ts';
import type { Said, SaidPart } from '../model/said.ts';
import type { Side } from '../model/value.ts';
import { joined, quoted, say, words } from '../values/say.ts';
import type { ContentChange } from './content-changes.ts';
import type { ChangeSince } from './changes-since.ts';
import { dayOfAuthor } from './day-of-author.ts';
import type { Suspicion } from './suspects.ts';

/** Who made something: "anna (client)", "client"; of what is not committed nobody can tell. */
export function whoSaid(person: string | undefined, side: Side | undefined): SaidPart {
  if (person !== undefined && side !== undefined)
    return say('{{person}} ({{side}})', { person, side: words(side, 'side') });
  if (person !== undefined) return person;
  return side === undefined ? say('somebody who is not under People') : words(side, 'side');
}

/** With the section, or the heading that is none, before it. */
export function changeSaid({ section, heading, said, is }: ChangeTold): Said {
  if (is === 'section') return said;
  if (section) return joined([words(section.title, 'section'), said], ': ');
  return heading === undefined ? said : joined([quoted(heading), said], ': ');
}

/** What a change is told by: of the section its title alone. */
type ChangeTold = Pick<ContentChange, 'heading' | 'said' | 'is'> & {
  readonly section: { readonly title: string } | undefined;
};

/** With the commit that did it: "P1, Restore: 4 hours -> 6 hours (2026-11-03, supplier, 1a2b3c4d)". */
export function changeSinceSaid({ change, step }: ChangeSince): Said {
  const what = changeSaid(change);
  return step
    ? say('{{change}} ({{made}})', { change: what, made: madeSaid(step.commit, step.by?.side) })
    : what;
}

/** When something was made, by which side, and in which commit: of what is not committed nothing of it is known. */
export function madeSaid(
  commit: Pick<CommitOfDocument, 'authored' | 'hash'> | undefined,
  side: Side | undefined,
): Said {
  if (!commit) return say('not committed yet');
  return say('{{day}}, {{who}}, {{commit}}', {
    day: dayOfAuthor(commit),
    who: whoSaid(undefined, side),
    commit: shortHash(commit.hash),
  });
}

/** "Checkout (map.md) -> Gateway (sla.md): Services: Gateway, Hours: ... -> ... (2026-11-03, supplier, 1a2b3c4d)". */
export function suspicionSaid({ chain, changes }: Suspicion): Said {
  const steps = chain.map(({ name, document }) => say('{{name}} ({{path}})', { name, path: document.path }));
  const [first, ...more] = changes.map(changeSinceSaid);
  const data = { chain: joined(steps, ' -> '), change: first ?? '' };
  return more.length === 0
    ? say('it names {{chain}}, which has changed since: {{change}}', data)
    : say('it names {{chain}}, which has changed since: {{change}}; and {{n}} more', {
        ...data,
        n: String(more.length),
      });
}

/** A hash as people name a commit. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}
