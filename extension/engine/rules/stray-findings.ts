import type { ReadingProblem } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { lineStarts, rangeOf } from '../model/text.ts';
import type { CheckRule } from './define.ts';
import { inLanguage, titleFor } from '../values/wording.ts';
import { severityOf, titled, worded, type RuleSettings } from './findings.ts';

/**
 * What the parser says of a file that is no governed document: under the code of the rule that would speak for it,
 * and in every profile.
 */
export function strayFindings(
  file: { readonly path: string; readonly text: string; readonly problems: readonly ReadingProblem[] },
  rules: readonly CheckRule[],
  severities: RuleSettings['severities'],
): readonly Finding[] {
  const starts = lineStarts(file.text);
  const settings = { profiles: new Set(['base']), severities };
  return file.problems.flatMap(({ code, id, data, span, fixes = [] }) => {
    const rule = rules.find((candidate) => candidate.code === code);
    const severity = rule && severityOf(rule, settings);
    if (!rule || severity === undefined || severity === 'off') return [];
    return [
      {
        code,
        name: rule.name,
        severity,
        ...worded(id, { template: rule.messages[id] ?? id, data }),
        path: file.path,
        range: rangeOf(starts, span),
        at: '',
        related: [],
        fixes: fixes.map(({ title, edits }) => ({
          ...titled(titleFor(title, 'en')),
          safe: false,
          edits: edits.map(({ span: where, text }) => ({
            path: file.path,
            range: rangeOf(starts, where),
            newText: inLanguage(text, 'en'),
          })),
        })),
      },
    ];
  });
}
