import {
  applySafeFixes,
  refusedFixes,
  type FixableWorkspace,
} from '../../extension/engine/features/apply-fixes.ts';
import type { Engine, Finding, Fix, TextEdit } from '../../extension/engine/index.ts';
import { lineOf, lineStarts } from '../../extension/engine/model/text.ts';
import { applyEdits } from '../../test/support/apply-edits.ts';
import type { Campaign, TortureCase } from './campaign.ts';
import { engineOver, profileSets } from './engine-over.ts';
import { demand } from './fault.ts';
import { mutatedWorkspace, type MutatedWorkspace } from './mutated-workspace.ts';
import { createPlaces } from './places.ts';
import { fewestFiles } from './shrink.ts';
import type { Files } from './sources.ts';

/** Of so many fixes of one case at most each is tried; the others come in other cases. */
const fixesAtMost = 40;

/**
 * Spoils documents and applies what is offered: each fix alone changes something, leaves no finding of its rule
 * at its place and makes no new error; all safe ones together end, and a second time change nothing.
 */
export const fixesCampaign = fixesUnder(profileSets);

/** The same under one of these sets of profiles each time. */
export function fixesUnder(sets: typeof profileSets): Campaign {
  return {
    name: 'fixes',
    share: 3,
    make: (random, sources) => caseOf(mutatedWorkspace(random, sources), random.pick(sets)),
  };
}

function caseOf(workspace: MutatedWorkspace, profiles: readonly string[]): TortureCase {
  const { files, changed } = workspace;
  return {
    async run() {
      await eachAlone(files, profiles);
      await allSafe(files, profiles);
      await safeOfEach(files, changed, profiles);
      return undefined;
    },
    async shrunken(isWrong) {
      const of = (some: Files): TortureCase => caseOf({ files: some, changed }, profiles);
      return of(await fewestFiles(files, changed, (some) => isWrong(of(some))));
    },
    shown: { files, words: `Changed: ${changed.join(', ')}\nProfiles: ${profiles.join(', ')}\n` },
  };
}

async function eachAlone(files: Files, profiles: readonly string[]): Promise<void> {
  const engine = await engineOver(files, profiles);
  const before = engine.check().findings;
  const all = before.flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  // What would not be applied unasked is not offered as safe either.
  const refused = refusedFixes(fixable(engine, () => before));
  for (const [path, text] of files) engine.update(path, { kind: 'text', text });
  const stride = Math.max(1, all.length / fixesAtMost);
  const places = createPlaces(files);
  for (let i = 0; i < all.length; i += stride) {
    const { finding, fix } = all[Math.floor(i)]!;
    const isSafe = fix.safe && !refused.has(fix);
    places.edits(`a fix of ${finding.code}`, fix.edits);
    const texts = textsAfter(files, fix);
    const what = `${isSafe ? 'a safe fix' : 'a fix'} of ${finding.code} ${finding.messageId}`;
    demand(
      [...texts].some(([path, text]) => files.get(path) !== text),
      `${what} changes nothing`,
      () => `${finding.message} ${fix.title}`,
    );
    for (const [path, text] of texts) engine.update(path, { kind: 'text', text });
    holdAfterFix(what, { finding, fix, isSafe, before, after: engine.check().findings, files });
    for (const path of texts.keys()) engine.update(path, { kind: 'text', text: files.get(path)! });
  }
}

function textsAfter(files: Files, { edits }: Fix): ReadonlyMap<string, string> {
  return new Map(
    [...new Set(edits.map(({ path }) => path))].map((path) => [
      path,
      applyEdits(
        files.get(path) ?? '',
        edits.filter((edit) => edit.path === path),
      ),
    ]),
  );
}

interface Applied {
  readonly finding: Finding;
  readonly fix: Fix;
  /** As it is shown: it would be applied unasked. */
  readonly isSafe: boolean;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  readonly files: Files;
}

function holdAfterFix(what: string, { finding, fix, isSafe, before, after, files }: Applied): void {
  const mapped = createMapping(files, fix.edits);
  const isThere = (one: Finding): boolean =>
    isOfOneKind(one, finding) && one.path === finding.path && mapped(finding).has(placeOf(one));
  const wereThere = before.filter(
    (one) => one.code === finding.code && one.path === finding.path && placeOf(one) === placeOf(finding),
  );
  const title = (): string => `${JSON.stringify(fix)}\nfor: ${said(finding)}`;
  // Where lines go, what stood below them comes to the place.
  const others = before.filter(
    (one) => one.code === finding.code && one.path === finding.path && !wereThere.includes(one),
  );
  const stoodElsewhere = crossingOff(others);
  const hasCome = stoodElsewhere((old) => [...mapped(old)].map((place) => `${place} ${old.message}`));
  const left = after.filter(isThere).filter((one) => !hasCome(`${placeOf(one)} ${one.message}`));
  demand(
    left.length < wereThere.length,
    `${what} leaves a finding of its rule there`,
    () => `${title()}\nleft: ${left.map(said).join('\n')}`,
  );
  const fresh = newErrors(before, after, mapped).filter(
    (one) => isSafe || silencedBy.get(one.code) !== finding.code,
  );
  demand(
    // What was not read is read then, with what is wrong in it: a person chose that.
    fresh.length === 0 || (!isSafe && makesReadable(finding)),
    `${what} makes a new error of ${fresh[0]?.code ?? ''}`,
    () => `${title()}\nnew: ${fresh.map(said).join('\n')}`,
  );
}

/** Rules that are not asked where another speaks (rules.md): once a person has mended that, they are. */
const silencedBy: ReadonlyMap<string, string> = new Map([['SLA005', 'SLA004']]);

/** Rules that say that something is not read, each of many things. */
const ofReading: ReadonlySet<string> = new Set(['DOC001', 'DOC020', 'DOC021', 'DOC026', 'CFG001']);

/** Rules that ask for one thing after the other: for an option, and then for a second. */
const inSteps: ReadonlySet<string> = new Set(['EXT007']);

/** Whether two findings are of one rule and, where each of its messages is about another thing, of one thing. */
function isOfOneKind(one: Finding, other: Finding): boolean {
  const isOfMany = ofReading.has(one.code) || inSteps.has(one.code);
  return one.code === other.code && (one.messageId === other.messageId || !isOfMany);
}

/**
 * Whether a fix of it makes a value, a key, a column, a row or a table read that was not, or a name known: with it
 * comes what is wrong there.
 */
function makesReadable({ code, messageId }: Finding): boolean {
  return (
    code === 'DOC019' ||
    ofReading.has(code) ||
    (code === 'DOC014' && messageId === 'column') ||
    (code === 'DOC003' && messageId === 'near')
  );
}

/**
 * Errors that were not there before: neither of the same rule at the same place, where a fix may have changed a
 * word that they quote, nor in the same words anywhere.
 */
function newErrors(
  before: readonly Finding[],
  after: readonly Finding[],
  mapped: (finding: Finding) => ReadonlySet<string>,
): readonly Finding[] {
  const known = crossingOff(before.filter(({ severity }) => severity === 'error'));
  const wasAt = known((old) => [...mapped(old)].map((place) => `${old.code} ${place}`));
  const wasSaid = known((old) => [`${old.code} ${old.message}`]);
  const errors = after.filter(({ severity }) => severity === 'error');
  return errors
    .filter((one) => !wasAt(`${one.code} ${placeOf(one)}`))
    .filter((one) => !wasSaid(`${one.code} ${one.message}`));
}

/** Whether there is one more of these findings that goes by a name; each is found once, whatever names it is looked for by. */
function crossingOff(
  findings: readonly Finding[],
): (namesOf: (finding: Finding) => readonly string[]) => (name: string) => boolean {
  const left = new Set(findings);
  return (namesOf) => {
    const named = new Map<string, Finding[]>();
    // The first one last, where it is taken from.
    for (const finding of findings.toReversed())
      for (const name of namesOf(finding)) {
        const its = named.get(name);
        if (its) its.push(finding);
        else named.set(name, [finding]);
      }
    return (name) => {
      const its = named.get(name) ?? [];
      for (let one = its.pop(); one; one = its.pop()) if (left.delete(one)) return true;
      return false;
    };
  };
}

/** Where a finding may begin after edits: at an insertion at its own beginning, before it or behind it. */
function createMapping(files: Files, edits: readonly TextEdit[]): (finding: Finding) => ReadonlySet<string> {
  const linesOf = new Map(
    [...files].map(([path, text]) => {
      const its = edits.filter((edit) => edit.path === path);
      const starts = lineStarts(text);
      const after = its.length === 0 ? starts : lineStarts(applyEdits(text, its));
      return [path, { its, starts, after }] as const;
    }),
  );
  return ({ path, range }) => {
    const { its, starts, after } = linesOf.get(path)!;
    const offset = starts[range.start.line]! + range.start.character;
    let [first, last] = [offset, offset];
    for (const edit of its) {
      const from = starts[edit.range.start.line]! + edit.range.start.character;
      const to = starts[edit.range.end.line]! + edit.range.end.character;
      const grown = edit.newText.length - (to - from);
      if (to < offset || (to === offset && from < offset)) [first, last] = [first + grown, last + grown];
      else if (from <= offset)
        [first, last] = [first - (offset - from), last - (offset - from) + edit.newText.length];
    }
    const found = new Set<string>();
    for (let at = first; at <= last; at++) {
      const line = lineOf(after, at);
      found.add(`${path}:${line}:${at - (after[line] ?? 0)}`);
    }
    return found;
  };
}

/** All safe fixes of a workspace, as `outrigger fix` applies them. */
async function allSafe(files: Files, profiles: readonly string[]): Promise<void> {
  const engine = await engineOver(files, profiles);
  const before = engine.check().findings;
  const { texts } = fixedBy(engine);
  const isAnyEqual = [...texts].some(([path, text]) => files.get(path) === text);
  demand(!isAnyEqual, 'fix writes a file that it does not change', () => [...texts.keys()].join(', '));
  const again = fixedBy(engine);
  demand(again.applied === 0, 'fix does not end', () => JSON.stringify([...again.texts]));
  const fresh = await engineOver(new Map([...files, ...texts]), profiles);
  holdExitCode('fix', before, fresh.check().findings);
}

function fixedBy(engine: Engine): ReturnType<typeof applySafeFixes> {
  return applySafeFixes(fixable(engine, () => engine.check().findings));
}

function fixable(engine: Engine, findings: () => readonly Finding[]): FixableWorkspace {
  return {
    findings,
    everything: () => engine.check().findings,
    textOf: (path) => engine.textOf(path),
    change: (path, text) => engine.update(path, { kind: 'text', text }),
  };
}

/** The safe fixes of one document after the other, as an editor asks for them when it saves. */
async function safeOfEach(
  files: Files,
  changed: readonly string[],
  profiles: readonly string[],
): Promise<void> {
  const engine = await engineOver(files, profiles);
  const before = engine.check().findings;
  const said = JSON.stringify(before);
  for (const path of changed) {
    const edits = engine.safeEdits(path);
    createPlaces(files).edits('all safe fixes', edits);
    demand(
      JSON.stringify(engine.check().findings) === said,
      'safe edits change what the engine says',
      () => path,
    );
    if (edits.length === 0) continue;
    const text = applyEdits(files.get(path) ?? '', edits);
    engine.update(path, { kind: 'text', text });
    demand(engine.safeEdits(path).length === 0, 'safe edits do not end', () => JSON.stringify(edits));
    holdExitCode('safe edits', before, engine.check().findings);
    engine.update(path, { kind: 'text', text: files.get(path)! });
  }
}

function holdExitCode(what: string, before: readonly Finding[], after: readonly Finding[]): void {
  const errorsIn = (findings: readonly Finding[]): readonly Finding[] =>
    findings.filter(({ severity }) => severity === 'error');
  demand(
    errorsIn(before).length > 0 || errorsIn(after).length === 0,
    `${what} turns exit code 0 into 1`,
    () => errorsIn(after).map(said).join('\n'),
  );
  const fresh = errorsIn(after).filter(
    (one) => !before.some(({ code, message }) => code === one.code && message === one.message),
  );
  demand(
    errorsIn(after).length <= errorsIn(before).length,
    `${what} makes new errors of ${fresh[0]?.code ?? ''}`,
    () => fresh.map(said).join('\n'),
  );
}

function placeOf({ path, range }: Finding): string {
  return `${path}:${range.start.line}:${range.start.character}`;
}

function said({ path, range, severity, code, message }: Finding): string {
  return `${path}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${code} ${message}`;
}
