import type { Severity } from '../model/finding.ts';
import type { Config } from '../parse/config.ts';
import type { CheckRule } from '../rules/define.ts';
import { createEvaluator, type Evaluator } from '../rules/evaluate.ts';
import { rulesInForce, type RuleSettings } from '../rules/findings.ts';

/** What judges an engagement: the settings that hold for it, the rules that they put in force, and their evaluator. */
export interface InForce {
  readonly settings: RuleSettings;
  readonly severities: ReadonlyMap<CheckRule, Severity>;
  readonly evaluator: Evaluator;
}

export interface RulesOptions {
  readonly config: Config;
  /** Replaces the profiles of config and engagements. */
  readonly profiles: readonly string[] | undefined;
  readonly checkRules: readonly CheckRule[];
}

/** Answers for the profiles that an engagement names itself: the same object as long as they put the same in force. */
export function createInForce({
  config,
  profiles,
  checkRules,
}: RulesOptions): (own: readonly string[]) => InForce {
  let last: (InForce & { readonly key: string }) | undefined;
  return (own) => {
    const names = new Set(['base', ...(profiles ?? [...config.profiles, ...own])]);
    const key = [...names].join(' ');
    if (last?.key === key) return last;
    const settings = { profiles: names, severities: config.rules };
    const severities = rulesInForce(checkRules, settings);
    last = { key, settings, severities, evaluator: createEvaluator([...severities.keys()]) };
    return last;
  };
}
