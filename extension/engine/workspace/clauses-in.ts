import { dataInEnglish } from '../model/said.ts';
import { lineOf } from '../model/text.ts';
import { clauseLists } from '../profiles/clause-lists.ts';
import { clausesOf, type EngagementClauses, type RuleWord } from '../report/clause-matrix.ts';
import type { Rule } from '../rules/define.ts';
import { isSaidAccepted, severityOf, toQuestion } from '../rules/findings.ts';
import type { Remark } from '../rules/remark.ts';
import type { EngagementState } from './engagement-state.ts';

/** How an engagement answers the clauses of the lists in force, with what the rules say that ask for them. */
export function clausesIn(state: EngagementState, rules: readonly Rule[]): EngagementClauses {
  const { said, questions, deviations, viewWithDrafts } = state.evaluate();
  const settings = state.settings();
  const asking = new Set(clauseLists.flatMap(({ clauses }) => clauses.flatMap((one) => one.rules ?? [])));
  const wordOf = (remark: Remark, text: RuleWord['said']): RuleWord => ({
    code: remark.rule.code,
    said: text,
    names: Object.values(dataInEnglish(remark.data)),
    path: remark.place.document.path,
    line: lineOf(remark.place.document.lineStarts, remark.place.span.start) + 1,
    isAccepted: isSaidAccepted(remark, deviations),
  });
  const isAsked = ({ rule }: Remark): boolean => asking.has(rule.code);
  return clausesOf(state.folder, viewWithDrafts, {
    inForce: new Set(rules.filter((rule) => severityOf(rule, settings) !== 'off').map(({ code }) => code)),
    words: [
      ...said.filter(isAsked).map((remark) => wordOf(remark, state.finding(remark).said)),
      ...[...questions.values()]
        .flat()
        .filter(isAsked)
        .map((remark) => wordOf(remark, toQuestion(remark).said.ask)),
    ],
  });
}
