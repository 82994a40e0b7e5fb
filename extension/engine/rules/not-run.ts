import type { NotRun } from '../model/check-result.ts';
import type { View } from '../model/engagement.ts';
import type { Unjudged } from './define.ts';
import { compareText } from '../values/compare-text.ts';
import { errorText, failureSaid } from './render.ts';
import { say, listSaid } from '../values/say.ts';
import { inEnglish } from '../model/said.ts';

/** Documents that one line names. */
const documentsAtMost = 3;

/**
 * One line for an engagement at most, however many results are older than their terms: which rules or
 * facts conclude nothing from them, and why (format-details 12).
 */
export function notRunIn(
  asked: readonly { readonly id: string; readonly unjudged?: Unjudged | undefined }[],
  view: View,
): readonly NotRun[] {
  const failed: NotRun[] = [];
  const silent = asked.flatMap(({ id, unjudged }) => {
    try {
      const results = unjudged?.(view) ?? [];
      return results.length > 0 ? [{ id, results }] : [];
    } catch (error) {
      // As of a rule that breaks while it judges: the others go on.
      const said = failureSaid(id, errorText(error));
      failed.push({ codes: [id], said, reason: inEnglish(said) });
      return [];
    }
  });
  if (silent.length === 0) return failed;
  const results = silent.flatMap((one) => one.results);
  const count = new Set(results.map(({ row }) => row)).size;
  const terms = [...new Set(results.map((one) => one.terms))]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, keys }) => `${path} (${keys.valid_from?.value ?? ''})`);
  const others = terms.length - documentsAtMost;
  const named =
    others > 0
      ? [...terms.slice(0, documentsAtMost), say('{{n}} {{n|other|others}}', { n: String(others) })]
      : terms;
  const said = say(
    'nothing is concluded from {{results}} older than the valid_from of {{terms}}: what held then stands in Git history, which this version does not read',
    { results: say('{{n}} {{n|result|results}}', { n: String(count) }), terms: listSaid(named) },
  );
  return [...failed, { codes: silent.map(({ id }) => id).sort(compareText), said, reason: inEnglish(said) }];
}
