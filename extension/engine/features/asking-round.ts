import type { Asking } from '../model/asking.ts';

/** How far somebody has come with the questions of a draft. */
export interface Round {
  /** Keys of what was passed over, or answered without an end to the question. */
  readonly passed: ReadonlySet<string>;
  /** Whether anything was answered since the first of them. */
  readonly hasAnswers: boolean;
}

/** Before the first question. */
export const firstRound: Round = { passed: new Set(), hasAnswers: false };

/**
 * The next question that can be answered here, and the round that it is asked in: what was passed over comes again at the
 * end of a round, as long as something was answered in it. Undefined where nothing is left to ask.
 */
export function nextAsking(
  askings: readonly Asking[],
  round: Round,
): { readonly asking: Asking; readonly round: Round } | undefined {
  const answerable = askings.filter(({ answer }) => answer);
  const next = answerable.find(({ key }) => !round.passed.has(key));
  if (next) return { asking: next, round };
  const [first] = answerable;
  return first && round.hasAnswers ? { asking: first, round: firstRound } : undefined;
}

/** The round after a question was passed over, or answered. */
export function roundAfter({ passed, hasAnswers }: Round, { key }: Asking, isAnswered: boolean): Round {
  return { passed: new Set([...passed, key]), hasAnswers: hasAnswers || isAnswered };
}
