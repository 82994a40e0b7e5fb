import type { Fact } from '../model/finding.ts';

/** The date that matters most of those that follow from a new engagement; undefined where none does. */
export function firstDate(facts: readonly Fact[]): Fact | undefined {
  return mostTelling.map((name) => facts.find((fact) => fact.name === name)).find((fact) => fact);
}

const mostTelling = ['true-last-day', 'last-opt-out-date', 'last-notice-date'];
