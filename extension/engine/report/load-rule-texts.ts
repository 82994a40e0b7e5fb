import type { RuleText } from './rule-text.ts';

/** By code. They are evaluated when somebody asks for one: nothing else needs a hundred examples. */
export async function loadRuleTexts(): Promise<Readonly<Record<string, RuleText>>> {
  return (await import('./generated/rule-texts.ts')).ruleTexts;
}
