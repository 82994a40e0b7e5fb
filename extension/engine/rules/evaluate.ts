import { namesOf } from '../resolve/names.ts';
import type { Targets } from '../resolve/link-targets.ts';
import { leadOf } from '../resolve/lead.ts';
import { createView } from '../resolve/view.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import { languageOf } from '../resolve/document-language.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Language } from '../model/language.ts';
import type { Holidays } from '../model/ports.ts';
import { digestOf } from '../parse/canonical.ts';
import { inLanguage } from '../values/wording.ts';
import type { CheckRule, Extra, FixDraft, Reporter } from './define.ts';
import { deviationsIn, isAccepted, type Deviation } from './findings.ts';
import { placeOf } from './place-of.ts';
import { errorText, failure } from './render.ts';
import type { Said, SaidFix } from './said.ts';
import { tokensIn, tokensOf } from './tokens.ts';

export interface EvaluateInput {
  readonly folder: string;
  /** Every governed document of the engagement by path, each with the status that holds for it. */
  readonly documents: readonly GovernedDocument[];
  readonly profiles: ReadonlySet<string>;
  /** Of the config, which does not change while an evaluator lives, as the language. */
  readonly defaultHolidays: readonly string[];
  readonly defaultLanguage: Language | undefined;
  /** Another object once more is known of them. */
  readonly holidays: Holidays | undefined;
  readonly targets: Targets;
  /** Changes whenever a link target may have come or gone. */
  readonly targetsVersion: number;
}

export interface Evaluation {
  readonly said: readonly Said[];
  /** Missing things by draft. */
  readonly questions: ReadonlyMap<GovernedDocument, readonly Said[]>;
  /** What both sides have accepted, in documents that are active. */
  readonly deviations: readonly Deviation[];
  /** The active documents alone. */
  readonly view: View;
  /** Active documents and drafts. */
  readonly viewWithDrafts: View;
}

export interface Evaluator {
  evaluate(input: EvaluateInput): Evaluation;
  /** The same in small steps, one rule or document each, for a host that must not be kept for long. */
  steps(input: EvaluateInput): Generator<undefined, Evaluation, undefined>;
}

/**
 * Evaluates the rules over one engagement and remembers what each said: after an edit only those
 * are asked again that read something the edit can have changed. The result always equals that of
 * a new evaluator.
 */
export function createEvaluator(rules: readonly CheckRule[]): Evaluator {
  const documentRules = rules.filter((rule) => rule.document);
  const engagementRules = rules.filter((rule) => rule.engagement);
  const tallies = rules.filter((rule) => rule.tally);
  const dependencies = new Map<CheckRule, ReadonlySet<string>>();
  const definitions = remembered(definitionsOf);
  const digests = remembered(digestOf);
  const active = createPass('active');
  const withDrafts = createPass('draft');
  let last: Evaluation | undefined;
  let lastInput: EvaluateInput | undefined;
  let runs = 0;

  function evaluate(input: EvaluateInput): Evaluation {
    const steps = inSteps(input);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  function* inSteps(input: EvaluateInput): Generator<undefined, Evaluation, undefined> {
    if (last && lastInput && isSame(input, lastInput)) return last;
    const mine = ++runs;
    const inModel = input.documents.filter((document) => document.status !== 'ended');
    const actives = inModel.filter((document) => document.status === 'active');
    const known = namesOf(inModel, leadOf(inModel));
    const frame = {
      profiles: input.profiles,
      holidays: input.holidays,
      targetsVersion: input.targetsVersion,
      documents: input.documents,
    };
    const base = {
      folder: input.folder,
      everything: input.documents,
      known,
      profiles: input.profiles,
      defaultHolidays: input.defaultHolidays,
      defaultLanguage: input.defaultLanguage,
      holidays: input.holidays,
      targets: input.targets,
      digestOf: digests,
    };
    const view = createView({ ...base, documents: actives });
    let said = yield* active.run(view, frame);
    let viewWithDrafts = view;
    if (actives.length < inModel.length) {
      viewWithDrafts = createView({ ...base, documents: inModel });
      const failed = new Set(said.filter((one) => one.failed).map(({ rule }) => rule));
      const ofDrafts = yield* withDrafts.run(viewWithDrafts, frame);
      said = said.concat(ofDrafts.filter((one) => !one.failed || !failed.has(one.rule)));
    } else withDrafts.clear();
    const deviations = deviationsIn(view, input.targets);
    const isAgreed = (one: Said): boolean => isAccepted(one.rule, one.place, deviations);
    const evaluation = { ...splitQuestions(said, tallies, isAgreed), deviations, view, viewWithDrafts };
    // Another run may have come between the steps of this one: what it found is newer.
    if (runs === mine) {
      last = evaluation;
      lastInput = input;
    }
    return evaluation;
  }

  return { evaluate, steps: inSteps };

  /** What a rule depends on: a first run never asks. */
  function dependenciesOf(rule: CheckRule): ReadonlySet<string> {
    let tokens = dependencies.get(rule);
    if (!tokens) dependencies.set(rule, (tokens = tokensOf(rule.meta.reads)));
    return tokens;
  }

  /**
   * One run of all rules. What is said of an active document never depends on a draft: in the view with
   * drafts only what is said of drafts holds, and rules about one document are asked of drafts alone.
   */
  function createPass(of: 'active' | 'draft'): {
    run(view: View, frame: Frame): Generator<undefined, readonly Said[], undefined>;
    clear(): void;
  } {
    let before: Frame | undefined;
    let ofDocument = new Map<GovernedDocument, readonly Said[]>();
    let ofRule = new Map<CheckRule, readonly Said[]>();
    let passes = 0;
    return {
      *run(view, frame) {
        const mine = ++passes;
        // Between two steps another run may put its own answers in the place of these.
        const known = { ofDocument, ofRule };
        const sameFrame = before !== undefined && isSameFrame(before, frame, definitions);
        const touched = before && sameFrame ? touchedTokens(before, frame) : undefined;
        const nextOfDocument = new Map<GovernedDocument, readonly Said[]>();
        const nextOfRule = new Map<CheckRule, readonly Said[]>();
        const said: (readonly Said[])[] = [];
        const drafts = new Set<string>();
        for (const { path, status } of frame.documents) if (status === 'draft') drafts.add(path);
        // A rule that fails over a draft has no place in it, and its failure must not be lost.
        const isOurs = ({ failed, place }: Said): boolean =>
          failed === true || drafts.has(place.document.path) === (of === 'draft');
        for (const document of frame.documents) {
          // Of ended documents identity speaks (rules.md 1.3.8), once.
          if (document.status === 'draft' ? of === 'active' : of === 'draft') continue;
          let its = sameFrame ? known.ofDocument.get(document) : undefined;
          if (!its) {
            const fresh: Said[] = [];
            for (const rule of documentRules) {
              for (const one of askOfDocument(rule, document, view)) fresh.push(one);
              yield;
            }
            its = fresh;
          }
          nextOfDocument.set(document, its);
          said.push(its);
        }
        for (const rule of engagementRules) {
          const stale = !touched || intersects(dependenciesOf(rule), touched);
          let its = stale ? undefined : known.ofRule.get(rule);
          if (!its) {
            its = askOfEngagement(rule, view).filter(isOurs);
            yield;
          }
          nextOfRule.set(rule, its);
          said.push(its);
        }
        if (passes === mine) {
          before = frame;
          ofDocument = nextOfDocument;
          ofRule = nextOfRule;
        }
        return said.flat();
      },
      clear() {
        before = undefined;
        ofDocument = new Map();
        ofRule = new Map();
      },
    };
  }
}

/** What answers depend on beside the documents themselves. */
interface Frame {
  readonly profiles: ReadonlySet<string>;
  readonly holidays: Holidays | undefined;
  readonly targetsVersion: number;
  /** Every document by path. Two frames are the same if they define the same, so those have the same paths. */
  readonly documents: readonly GovernedDocument[];
}

/** What documents define is asked only of those that changed, so a first run never asks. */
function isSameFrame(a: Frame, b: Frame, definitions: (document: GovernedDocument) => string): boolean {
  return (
    a.profiles === b.profiles &&
    a.holidays === b.holidays &&
    a.targetsVersion === b.targetsVersion &&
    a.documents.length === b.documents.length &&
    a.documents.every((old, i) => {
      const now = b.documents[i]!;
      return old === now || definitions(old) === definitions(now);
    })
  );
}

function isSame(a: EvaluateInput, b: EvaluateInput): boolean {
  return (
    a.profiles === b.profiles &&
    a.holidays === b.holidays &&
    a.targetsVersion === b.targetsVersion &&
    a.documents.length === b.documents.length &&
    a.documents.every((document, i) => document === b.documents[i])
  );
}

/** What rules must depend on to see the change from one frame to another that has documents of the same paths. */
function touchedTokens(before: Frame, now: Frame): ReadonlySet<string> {
  const touched = new Set<string>();
  now.documents.forEach((document, i) => {
    const old = before.documents[i]!;
    if (old === document) return;
    for (const token of tokensIn(document)) touched.add(token);
    for (const token of tokensIn(old)) touched.add(token);
  });
  return touched;
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const token of a) if (b.has(token)) return true;
  return false;
}

/** The function with its answers kept as long as the documents live. */
function remembered(compute: (document: GovernedDocument) => string): (document: GovernedDocument) => string {
  const answers = new WeakMap<GovernedDocument, string>();
  return (document) => {
    let answer = answers.get(document);
    if (answer === undefined) answers.set(document, (answer = compute(document)));
    return answer;
  };
}

function askOfDocument(rule: CheckRule, document: GovernedDocument, view: View): readonly Said[] {
  if (document.status === 'ended' && !rule.meta.ended) return [];
  if (!rule.meta.kinds.includes('*') && !appliesTo(rule, document)) return [];
  return ask(rule, document, view, (report) => rule.document!(document, view, report));
}

/** A document-scoped rule is asked of documents of its kinds, and of those that hold a section of theirs. */
function appliesTo(rule: CheckRule, document: GovernedDocument): boolean {
  if (rule.meta.kinds.includes(document.kind)) return true;
  for (const section of document.sections.values())
    if (rule.meta.kinds.includes(section.spec.kind)) return true;
  return false;
}

function askOfEngagement(rule: CheckRule, view: View): readonly Said[] {
  const home = view.lead ?? view.documents[0] ?? view.everything[0];
  return home ? ask(rule, home, view, (report) => rule.engagement!(view, report)) : [];
}

function ask(
  rule: CheckRule,
  home: GovernedDocument,
  view: View | undefined,
  run: (report: Reporter<Readonly<Record<string, string>>, CheckRule['missing']>) => void,
): readonly Said[] {
  const said: Said[] = [];
  const languages = new Map<GovernedDocument, Language>();
  // To tell it may take a look at every heading: once a rule and document, however many fixes there are.
  const languageIn = (document: GovernedDocument): Language => {
    let language = languages.get(document);
    if (language === undefined)
      languages.set(document, (language = view ? languageOf(document, view) : 'en'));
    return language;
  };
  const say =
    (missing: boolean) =>
    (at: Parameters<typeof placeOf>[0], messageId: string, data: Record<string, string>, extra?: Extra) => {
      said.push({
        rule,
        place: placeOf(at),
        messageId,
        missing,
        data,
        related: extra?.related ?? [],
        fixes: (extra?.fixes ?? []).map((fix) => worded(fix, languageIn)),
      });
    };
  try {
    run({ wrong: say(false), missing: say(true) } as Parameters<typeof run>[0]);
  } catch (error) {
    // One broken rule must not silence the others; what it said before it broke is not trusted.
    const place = placeOf({ document: home, span: home.kindSpan, at: 'kind' });
    const data = { error: errorText(error) };
    return [
      {
        rule,
        place,
        messageId: failure.messageId,
        missing: false,
        data,
        related: [],
        fixes: [],
        failed: true,
      },
    ];
  }
  return said;
}

/** A fix in the words of the document that it changes. */
function worded(
  { title, safe = false, edits }: FixDraft,
  languageIn: (document: GovernedDocument) => Language,
): SaidFix {
  const language = edits[0] ? languageIn(edits[0].document) : 'en';
  return {
    title: inLanguage(title, language),
    safe,
    edits: edits.map((edit) => ({ ...edit, text: inLanguage(edit.text, language) })),
  };
}

/** What an active document would be told that it lacks is a question in a draft, unless a deviation accepts it. */
function splitQuestions(
  all: readonly Said[],
  tallies: readonly CheckRule[],
  isAgreed: (one: Said) => boolean,
): Pick<Evaluation, 'said' | 'questions'> {
  const said: Said[] = [];
  const questions = new Map<GovernedDocument, Said[]>();
  for (const one of all) {
    const { document } = one.place;
    if (!one.missing || document.status !== 'draft') {
      said.push(one);
      continue;
    }
    if (isAgreed(one)) continue;
    const its = questions.get(document);
    if (its) its.push(one);
    else questions.set(document, [one]);
  }
  for (const [draft, its] of questions) {
    for (const rule of tallies)
      said.push(...ask(rule, draft, undefined, (report) => rule.tally!(draft, its.length, report)));
  }
  return { said, questions };
}
