import { namesOf } from '../resolve/names.ts';
import type { Targets } from '../resolve/link-targets.ts';
import { leadOf } from '../resolve/lead.ts';
import { createView } from '../resolve/view.ts';
import { definitionsOf } from '../resolve/definitions.ts';
import type { ReadOld, View } from '../model/engagement.ts';
import type { Clocks } from '../model/clock.ts';
import type { GovernedDocument } from '../model/document.ts';
import type { Frame } from '../model/frame.ts';
import type { Holidays } from '../model/ports.ts';
import { digestOf } from '../parse/canonical.ts';
import { onceFor } from '../values/once-for.ts';
import type { CheckRule } from './define.ts';
import { deviationsIn, isAccepted, type Deviation } from './findings.ts';
import { isSameFrame } from './pass-frame.ts';
import { RulePass } from './rule-pass.ts';
import type { Remark } from './remark.ts';
import { splitQuestions, type SplitSaid } from './split-questions.ts';
import { tokensOf } from './tokens.ts';

/** A frame, and where to look up what it names and does not hold. */
export interface EvaluateInput {
  readonly frame: Frame;
  readonly holidays: Holidays | undefined;
  readonly clocks?: Clocks;
  readonly targets: Targets;
  /** Reads what a commit made of a document; absent where nobody asks for it. */
  readonly readOld?: ReadOld;
}

export interface Evaluation extends SplitSaid {
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
  return new RuleEvaluator(rules);
}

/** Active documents and drafts as rules see them, before any of them is judged. */
export function unjudgedView({ frame, ...surroundings }: EvaluateInput): View {
  const { inModel: documents, known } = modelOf(frame.documents);
  return createView({ ...surroundings, frame, documents, known, digestOf: digestOnce });
}

/** What a list of documents holds, whatever else is known: its names are looked up once for all views of it. */
const modelOf = onceFor((documents: readonly GovernedDocument[]) => {
  const inModel = documents.filter((document) => document.status !== 'ended');
  const actives = inModel.filter((document) => document.status === 'active');
  return { inModel, actives, known: namesOf(inModel, leadOf(inModel)) };
});

/** A document says the same as long as it is the same one. */
const digestOnce = onceFor(digestOf);

/** The same in every engagement. */
const dependenciesOf = onceFor(({ meta }: CheckRule) => tokensOf(meta.reads));

class RuleEvaluator implements Evaluator {
  readonly #tallies: readonly CheckRule[];
  readonly #active: RulePass;
  readonly #withDrafts: RulePass;
  #last: { readonly frame: Frame; readonly evaluation: Evaluation } | undefined;
  #runs = 0;

  constructor(rules: readonly CheckRule[]) {
    this.#tallies = rules.filter((rule) => rule.tally);
    const ofPass = {
      document: rules.filter((rule) => rule.document),
      engagement: rules.filter((rule) => rule.engagement),
      dependenciesOf,
      definitionsOf: onceFor(definitionsOf),
    };
    this.#active = new RulePass('active', ofPass);
    this.#withDrafts = new RulePass('draft', ofPass);
  }

  evaluate(input: EvaluateInput): Evaluation {
    const steps = this.steps(input);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  *steps({ frame, ...surroundings }: EvaluateInput): Generator<undefined, Evaluation, undefined> {
    if (this.#last && isSameFrame(frame, this.#last.frame)) return this.#last.evaluation;
    const mine = ++this.#runs;
    const { inModel, actives, known } = modelOf(frame.documents);
    const base = { ...surroundings, frame, known, digestOf: digestOnce };
    const view = createView({ ...base, documents: actives });
    let said = yield* this.#active.run(view, frame);
    let viewWithDrafts = view;
    if (actives.length < inModel.length) {
      viewWithDrafts = createView({ ...base, documents: inModel });
      const failed = new Set(said.filter((one) => one.failed).map(({ rule }) => rule));
      const ofDrafts = yield* this.#withDrafts.run(viewWithDrafts, frame);
      said = said.concat(ofDrafts.filter((one) => !one.failed || !failed.has(one.rule)));
    } else this.#withDrafts.clear();
    const deviations = deviationsIn(view, surroundings.targets);
    const isAgreed = (one: Remark): boolean => isAccepted(one.rule, one.place, deviations);
    const evaluation = { ...splitQuestions(said, this.#tallies, isAgreed), deviations, view, viewWithDrafts };
    // Another run may have come between the steps of this one: what it found is newer.
    if (this.#runs === mine) this.#last = { frame, evaluation };
    return evaluation;
  }
}
