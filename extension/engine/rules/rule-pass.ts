import type { GovernedDocument } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { repositoryPieces } from '../resolve/repository-history.ts';
import { askedOf, askOfDocument, askOfEngagement } from './ask-rule.ts';
import type { CheckRule } from './define.ts';
import type { Frame } from '../model/frame.ts';
import { pieceByPiece } from './piece-by-piece.ts';
import { hasSameNames, touchedTokens } from './pass-frame.ts';
import { placeOf } from './place-of.ts';
import type { Remark } from './remark.ts';

/** The rules that a pass asks, and what decides which of them it asks again. */
export interface PassRules {
  readonly document: readonly CheckRule[];
  readonly engagement: readonly CheckRule[];
  /** What a rule depends on: a first run never asks. */
  readonly dependenciesOf: (rule: CheckRule) => ReadonlySet<string>;
  /** What a document defines. */
  readonly definitionsOf: (document: GovernedDocument) => string;
}

/**
 * Runs of all rules, with what each said remembered from one to the next. What is said of an active document
 * never depends on a draft: in the view with drafts only what is said of drafts holds, and rules about one
 * document are asked of drafts alone.
 */
export class RulePass {
  readonly #of: 'active' | 'draft';
  readonly #rules: PassRules;
  #before: Frame | undefined;
  #ofDocument: ReadonlyMap<GovernedDocument, readonly Remark[]> = new Map();
  #ofRule: ReadonlyMap<CheckRule, readonly Remark[]> = new Map();
  #passes = 0;

  constructor(of: 'active' | 'draft', rules: PassRules) {
    this.#of = of;
    this.#rules = rules;
  }

  *run(view: View, frame: Frame): Generator<undefined, readonly Remark[], undefined> {
    const mine = ++this.#passes;
    const of = this.#of;
    const rules = this.#rules;
    // Between two steps another run may put its own answers in the place of these.
    const known = { before: this.#before, ofDocument: this.#ofDocument, ofRule: this.#ofRule };
    const isSame = known.before !== undefined && hasSameNames(known.before, frame, rules.definitionsOf);
    const touched = known.before && isSame ? touchedTokens(known.before, frame) : undefined;
    const ofDocument = new Map<GovernedDocument, readonly Remark[]>();
    const ofRule = new Map<CheckRule, readonly Remark[]>();
    const said: (readonly Remark[])[] = [];
    for (const document of frame.documents) {
      // Of ended documents identity speaks (rules.md 1.3.8), once.
      if (document.status === 'draft' ? of === 'active' : of === 'draft') continue;
      let its = isSame ? known.ofDocument.get(document) : undefined;
      if (!its) {
        const fresh: Remark[] = [];
        for (const rule of askedOf(document, rules.document)) {
          for (const one of askOfDocument(rule, document, view)) fresh.push(one);
          yield;
        }
        its = fresh;
      }
      ofDocument.set(document, its);
      said.push(its);
    }
    const isOurs = saidOf(of, frame);
    const documents = new Set<unknown>(frame.documents);
    let isPrepared = false;
    for (const rule of rules.engagement) {
      const isStale =
        !touched ||
        intersects(rules.dependenciesOf(rule), touched) ||
        known.ofRule.get(rule)?.some((one) => !standsIn(one, documents)) === true;
      if (isStale && rule.needsHistory && !isPrepared) {
        isPrepared = true;
        yield* pieceByPiece(() => repositoryPieces(view));
      }
      let its = isStale ? undefined : known.ofRule.get(rule);
      if (!its) {
        its = askOfEngagement(rule, view).filter(isOurs);
        yield;
      }
      ofRule.set(rule, its);
      said.push(its);
    }
    if (this.#passes === mine) {
      this.#before = frame;
      this.#ofDocument = ofDocument;
      this.#ofRule = ofRule;
    }
    return said.flat();
  }

  clear(): void {
    this.#before = undefined;
    this.#ofDocument = new Map();
    this.#ofRule = new Map();
  }
}

/** Whether something was said of a draft or, for the other pass, of what is none. */
function saidOf(of: 'active' | 'draft', { documents }: Frame): (one: Remark) => boolean {
  const drafts = new Set<string>();
  for (const { path, status } of documents) if (status === 'draft') drafts.add(path);
  // A rule that fails over a draft has no place in it, and its failure must not be lost.
  return ({ failed, place }) => failed === true || drafts.has(place.document.path) === (of === 'draft');
}

/**
 * Whether all that is said stands in these documents. What a rule says of a section that is not there stands in a document
 * of which it reads nothing, and after a change elsewhere in it would stand at other characters.
 */
function standsIn({ place, related, fixes }: Remark, documents: ReadonlySet<unknown>): boolean {
  return (
    documents.has(place.document) &&
    related.every(({ at }) => documents.has(placeOf(at).document)) &&
    fixes.every(({ edits }) =>
      edits.every(({ document }) => !('kind' in document) || documents.has(document)),
    )
  );
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const token of a) if (b.has(token)) return true;
  return false;
}
