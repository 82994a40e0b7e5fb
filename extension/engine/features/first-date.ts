import type { Fact } from '../model/finding.ts';

/** The date that matters most of those that follow from a new engagement; undefined where none does. */
export function firstDate(facts: readonly Fact[]): Fact | undefined {
  return mostTelling.map((name) => facts.find((fact) => fact.name === name)).find((fact) => fact);
}

const mostTelling: readonly string[] = ['true-last-day', 'last-opt-out-date', 'last-notice-date'];

/** The names of the facts that such a date may be. */
export const firstDateFacts: ReadonlySet<string> = new Set(mostTelling);
