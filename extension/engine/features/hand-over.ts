import type { HandOver } from '../kinds/people/handed-over.ts';
import { toPersonPlace, type NamedPlace } from '../kinds/people/person-places.ts';
import type { View } from '../model/engagement.ts';
import type { Finding, TextEdit } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import type { FixDraft } from '../rules/define.ts';
import { say } from '../values/say.ts';
import { inLanguage } from '../values/wording.ts';
import { editsBetween } from './edits-between.ts';
import { draftsFor, whyNot, type HandOverRequest } from './hand-over-places.ts';
import { charactersAtMost, harmless, showing, type Change, type PlacedEdit } from './harmless.ts';

/** Where changes are tried: all findings, and a way to see the result of a change. */
export interface TriedWorkspace {
  everything(): readonly Finding[];
  textOf(path: string): string | undefined;
  change(path: string, text: string): void;
}

/**
 * Gives somebody else what a person answers for from now on, as far as that is certain, and writes the last day of the person.
 * `places` are all that name the person. A change after which an error or a warning stands that did not stand before is left
 * out. The workspace is left changed.
 */
export function handOver(
  places: readonly NamedPlace[],
  request: HandOverRequest,
  view: View,
  workspace: TriedWorkspace,
): HandOver {
  const damaged = damagedIn(workspace);
  const judged = places.map((place) =>
    damaged.has(place.document.path)
      ? { place, why: say('the file is not valid UTF-8'), edits: [] }
      : judge(place, request, view),
  );
  const lastDay = judged.filter(({ place, edits }) => place.is === 'row' && edits.length > 0);
  const candidates = judged.filter(({ place, edits }) => place.is !== 'row' && edits.length > 0);
  const { accepted, refusals, originals } = tried(candidates, lastDay, workspace);
  const texts = new Map<string, string>();
  const edits: TextEdit[] = [];
  for (const [path, before] of originals) {
    const after = workspace.textOf(path) ?? before;
    if (after === before) continue;
    texts.set(path, after);
    edits.push(...editsBetween(path, before, after));
  }
  const isChanged = new Set<Judged>(accepted);
  return {
    to: request.to.name,
    texts,
    edits,
    changed: judged.filter((one) => isChanged.has(one)).map(({ place }) => toPersonPlace(place)),
    left: judged.flatMap((one) => {
      const why = one.why ?? refusals.get(one);
      return isChanged.has(one) || !why ? [] : [{ place: toPersonPlace(one.place), why }];
    }),
  };
}

/** A place with what would be written there, or why nothing is. */
interface Judged extends Change {
  readonly place: NamedPlace;
  readonly why: Said | undefined;
}

interface Tried {
  readonly accepted: readonly Judged[];
  /** Why the others are not taken. */
  readonly refusals: ReadonlyMap<Judged, Said>;
  readonly originals: ReadonlyMap<string, string>;
}

/** Files of which bytes would be lost. */
function damagedIn(workspace: TriedWorkspace): ReadonlySet<string> {
  const damaged = workspace.everything().filter(({ messageId }) => messageId === 'invalidUtf8');
  return new Set(damaged.map(({ path }) => path));
}

/** What the last day brings up is what the places tell; beside it nothing may come up that was not there. */
function tried(candidates: readonly Judged[], lastDay: readonly Judged[], workspace: TriedWorkspace): Tried {
  const paths = new Set([...lastDay, ...candidates].flatMap(({ edits }) => edits.map(({ path }) => path)));
  const originals = new Map([...paths].sort().map((path) => [path, workspace.textOf(path) ?? '']));
  let known: Troubles = troublesOf(workspace);
  const trial = {
    originals,
    effort: { left: charactersAtMost },
    change: (path: string, text: string): void => workspace.change(path, text),
    isHarmless: () => newTrouble(known, workspace) === undefined,
  };
  const show = showing(trial);
  show(lastDay);
  known = atMost(known, troublesOf(workspace));
  const accepted = harmless(candidates, trial, lastDay, show);
  const refusals = new Map<Judged, Said>();
  for (const one of candidates) {
    if (accepted.includes(one)) continue;
    show([...accepted, one]);
    refusals.set(one, refusalSaid(newTrouble(known, workspace)));
  }
  show(accepted);
  return { accepted, refusals, originals };
}

function refusalSaid(trouble: Finding | undefined): Said {
  return trouble
    ? say('{{code}} would say: {{message}}', { code: trouble.code, message: trouble.said })
    : say('too much has to be read to tell what would follow');
}

/** How often each error and warning is there, by rule and place: what a message says of a place may change. */
type Troubles = ReadonlyMap<string, number>;

function troublesOf(workspace: TriedWorkspace): Troubles {
  const troubles = new Map<string, number>();
  for (const finding of workspace.everything()) {
    if (!isTrouble(finding)) continue;
    const key = placeKeyOf(finding);
    troubles.set(key, (troubles.get(key) ?? 0) + 1);
  }
  return troubles;
}

function newTrouble(known: Troubles, workspace: TriedWorkspace): Finding | undefined {
  const left = new Map(known);
  return workspace.everything().find((finding) => {
    if (!isTrouble(finding)) return false;
    const key = placeKeyOf(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count < 1;
  });
}

function atMost(a: Troubles, b: Troubles): Troubles {
  const most = new Map(a);
  for (const [key, count] of b) most.set(key, Math.max(count, most.get(key) ?? 0));
  return most;
}

function isTrouble({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}

function placeKeyOf({ path, code, at }: Finding): string {
  return `${path}\u0000${code}\u0000${at}`;
}

function judge(place: NamedPlace, request: HandOverRequest, view: View): Judged {
  const why = whyNot(place, request, view);
  if (why) return { place, why, edits: [] };
  const [draft] = draftsFor(place, request);
  return draft
    ? { place, why: undefined, edits: draft.edits.map(placed) }
    : { place, why: say('it cannot be written there without changing more'), edits: [] };
}

function placed({ document, span, text }: FixDraft['edits'][number]): PlacedEdit {
  // A name is the same in every language.
  return { path: document.path, ...span, text: inLanguage(text, 'en') };
}
