import type { Severity } from '../model/finding.ts';
import type { Config } from '../parse/config.ts';
import type { CheckRule } from '../rules/define.ts';
import { createEvaluator, type Evaluator } from '../rules/evaluate.ts';
import { rulesInForce, type RuleSettings } from '../rules/findings.ts';
import { onceEach } from '../values/once-for.ts';

export interface RulesOptions {
  readonly config: Config;
  /** Replaces the profiles of config and engagements. */
  readonly profiles: readonly string[] | undefined;
  readonly checkRules: readonly CheckRule[];
}

/** The settings that hold for an engagement, and the rules that they put in force. */
interface Ruling {
  readonly settings: RuleSettings;
  readonly severities: ReadonlyMap<CheckRule, Severity>;
}

/** For the profiles that an engagement names itself: the same object as long as they put the same in force. */
export type Rulings = (own: readonly string[]) => Ruling;

export function createRulings({ config, profiles, checkRules }: RulesOptions): Rulings {
  const rulingFor = onceEach((names: string): Ruling => {
    const settings = { profiles: new Set(names.split(' ')), severities: config.rules };
    return { settings, severities: rulesInForce(checkRules, settings) };
  });
  return (own) => rulingFor([...new Set(['base', ...(profiles ?? [...config.profiles, ...own])])].join(' '));
}

/** What judges an engagement. */
export interface InForce extends Ruling {
  readonly evaluator: Evaluator;
}

/** Answers for the profiles that the engagement names itself: the same object as long as the ruling is the same. */
export function createInForce(rulings: Rulings): (own: readonly string[]) => InForce {
  let last: { readonly ruling: Ruling; readonly inForce: InForce } | undefined;
  return (own) => {
    const ruling = rulings(own);
    if (last?.ruling !== ruling)
      last = { ruling, inForce: { ...ruling, evaluator: createEvaluator([...ruling.severities.keys()]) } };
    return last.inForce;
  };
}
