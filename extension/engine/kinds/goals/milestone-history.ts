import type { GovernedDocument, Row } from '../../model/document.ts';
import type { View } from '../../model/engagement.ts';
import type { IsoDate } from '../../model/value.ts';
import { formerNamesIn } from '../../resolve/former-names.ts';
import { isFilled } from '../../resolve/is-filled.ts';
import { nameOfRow } from '../../resolve/names.ts';
import { oldTextsOf } from '../../resolve/old-texts.ts';
import { foldName } from '../../values/fold.ts';

/** A document as a commit left it, or, without one, as it stands now. */
export interface Version {
  /** Its place among all versions. */
  readonly at: number;
  /** Index into the commits of the history. */
  readonly commit: number | undefined;
  readonly document: GovernedDocument;
}

/** Something that a version took away from a milestone, and that is still away. */
export interface Weakening {
  readonly version: Version;
  /** The one before it. */
  readonly before: Version;
}

/** What became of one milestone from the version on in which its document was first active. */
export interface MilestoneHistory {
  /** As it was called last. */
  readonly name: string;
  /** As it stood last. */
  readonly row: Row<'milestones'>;
  /** Versions that moved it later, from and to; what was taken back is not among them. */
  readonly moves: readonly (Weakening & { readonly from: IsoDate; readonly to: IsoDate })[];
  /** Versions that took words of Accepted when away and brought none, with those that are still missing. */
  readonly losses: readonly (Weakening & { readonly words: readonly string[] })[];
  /** The version in which it went, not done, and has not come back. */
  readonly gone: Weakening | undefined;
}

/** Every version of a document from the one on in which it was first active, the present one last; undefined where they are not known. */
export function versionsOf(document: GovernedDocument, view: View): readonly Version[] | undefined {
  const texts = oldTextsOf(document.path, view)?.versions;
  if (!texts) return undefined;
  const all = texts.flatMap((old) => {
    const read = view.readOld(document.path, old);
    return read ? [{ commit: old.commit, document: read }] : [];
  });
  const first = all.findIndex(({ document: { status } }) => status === 'active');
  if (first < 0) return [];
  return [...all.slice(first), { commit: undefined, document }].map((version, at) => ({ ...version, at }));
}

/** The milestones that any of these versions had. A version without a table of them says nothing of them. */
export function milestonesIn(versions: readonly Version[], view: View): readonly MilestoneHistory[] {
  let tracks: Track[] = [];
  let before: Version | undefined;
  for (const version of versions) {
    const rows = (version.document.sections.get('milestones')?.rows ?? []).flatMap((row) => {
      const name = nameOfRow(row);
      return name === undefined ? [] : [{ name, row }];
    });
    if (rows.length === 0) continue;
    const step = { version, before: before ?? version };
    tracks = followed(tracks, rows, step, view);
    before = version;
  }
  return tracks.map((track) => track.told());
}

interface NamedRow {
  readonly name: string;
  readonly row: Row<'milestones'>;
}

/** The tracks after one more version; one that is new stands last. */
function followed(tracks: readonly Track[], rows: readonly NamedRow[], step: Weakening, view: View): Track[] {
  const rest = new Map(rows.map((one) => [foldName(one.name), one]));
  const left = tracks.filter((track) => {
    const its = rest.get(foldName(track.name));
    if (its) track.add(its, step, view);
    return !(its && rest.delete(foldName(track.name)));
  });
  const unknown = left.filter((track) => {
    const its = [...rest.values()].find((one) => wasCalled(one, track.name));
    if (its) track.add(its, step, view);
    return !(its && rest.delete(foldName(its.name)));
  });
  const present = unknown.filter(({ isGone }) => !isGone);
  const [renamed, another] = [...rest.values()];
  // One that went where one came that is due on the same day, or accepted by the same, has another name now.
  if (present.length === 1 && renamed && !another && present[0]!.isLike(renamed.row, view)) {
    present[0]!.add(renamed, step, view);
    rest.clear();
  } else for (const track of present) track.go(step);
  return [...tracks, ...[...rest.values()].map((one) => new Track(one, step, view))];
}

function wasCalled({ row }: NamedRow, name: string): boolean {
  return formerNamesIn(row).some((former) => foldName(former) === foldName(name));
}

class Track {
  #named: NamedRow;
  #days: (Weakening & { readonly day: IsoDate })[] = [];
  #losses: (Weakening & { readonly words: readonly string[] })[] = [];
  #gone: Weakening | undefined;

  constructor(named: NamedRow, step: Weakening, view: View) {
    this.#named = named;
    this.#note(named, step, view);
  }

  get name(): string {
    return this.#named.name;
  }

  get isGone(): boolean {
    return this.#gone !== undefined;
  }

  isLike({ cells }: Row<'milestones'>, view: View): boolean {
    const { due, accepted_when: when } = this.#named.row.cells;
    const day = view.dayOf(due);
    return (
      (day !== undefined && day === view.dayOf(cells.due)) ||
      (isFilled(when) && when!.source.text === cells.accepted_when?.source.text)
    );
  }

  add(named: NamedRow, step: Weakening, view: View): void {
    const [old, now] = [this.#named, named].map(({ row }) => wordsOf(row));
    const words = [...old!].filter((word) => !now!.has(word));
    if (words.length > 0 && [...now!].every((word) => old!.has(word))) this.#losses.push({ ...step, words });
    this.#named = named;
    this.#gone = undefined;
    this.#note(named, step, view);
  }

  /** It is not in this version; one that was done may go. */
  go(step: Weakening): void {
    const { done, status } = this.#named.row.cells;
    const isDone = isFilled(done) || status?.value === 'delivered' || status?.value === 'accepted';
    if (!isDone) this.#gone = step;
  }

  told(): MilestoneHistory {
    const { name, row } = this.#named;
    const present = wordsOf(row);
    return {
      name,
      row,
      moves: this.#days
        .slice(1)
        .map(({ day, ...step }, i) => ({ ...step, from: this.#days[i]!.day, to: day }))
        .filter(isCommitted),
      losses: this.#losses
        .map(({ words, ...step }) => ({ ...step, words: words.filter((word) => !present.has(word)) }))
        .filter((loss) => loss.words.length > 0 && isCommitted(loss)),
      gone: this.#gone && isCommitted(this.#gone) ? this.#gone : undefined,
    };
  }

  /** Days that stand, each later than the one before: who goes back to an earlier one takes back what came after it. */
  #note({ row }: NamedRow, step: Weakening, view: View): void {
    const day = view.dayOf(row.cells.due);
    if (day === undefined) return;
    while ((this.#days.at(-1)?.day ?? '') > day) this.#days.pop();
    if (this.#days.at(-1)?.day !== day) this.#days.push({ ...step, day });
  }
}

/** What stands on the disk alone may still be taken back before anybody sees it. */
function isCommitted({ version }: Weakening): boolean {
  return version.commit !== undefined;
}

function wordsOf({ cells }: Row<'milestones'>): ReadonlySet<string> {
  const { accepted_when: when } = cells;
  return new Set(isFilled(when) ? (when!.source.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) : []);
}
