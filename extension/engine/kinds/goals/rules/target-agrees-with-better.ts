import { compareQuantities } from '../../../measure/verdict.ts';
import type { Field, Row } from '../../../model/document.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { nameSaid } from '../../../resolve/lacking-in.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { replacement } from '../../../rules/replacement.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { wordIn } from '../../../values/words-in.ts';
import { inEachLanguage } from '../../../values/wording.ts';

type Better = 'higher' | 'lower';

export default defineRule({
  code: 'KPI004',
  name: 'target-agrees-with-better',
  meta: {
    kinds: ['goals'],
    reads: ['goals/KPIs.Better', 'goals/KPIs.Baseline', 'goals/KPIs.Target', 'goals/KPIs.KPI'],
    summary: 'Require targets that lie where Better says that it is better',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    bound:
      '"{{kpi}}": the target "{{target}}" sets a bound where "{{better}}" is better: turn the one or the other round.',
    baseline:
      '"{{kpi}}": "{{better}}" is better, yet the target "{{target}}" is worse than the baseline "{{baseline}}": turn one of them round.',
  },
  document(document, _view, report) {
    for (const row of document.sections.get('kpis')?.rows ?? []) {
      const { better, target, baseline } = row.cells;
      if (better?.value === undefined || target?.value === undefined) continue;
      const { later, earlier } = laterPlace(better, target);
      const data = {
        kpi: nameSaid(row),
        target: quote(target.source.text),
        better: quote(better.source.text),
      };
      const related = [
        { at: earlier, message: earlier === target ? say('the target') : say('which way is better') },
      ];
      const fixes = turnedRound(row, better, better.value);
      if (boundsBetter(row, better.value)) report.wrong(later, 'bound', data, { related, fixes });
      else if (isWorse(row, better.value)) {
        const from = [...related, { at: baseline!, message: say('the value at the beginning') }];
        report.wrong(
          later,
          'baseline',
          { ...data, baseline: quote(baseline!.source.text) },
          { related: from, fixes },
        );
      }
    }
  },
});

/** Whether the target says "at most" where more is better, or "at least" where less is. */
function boundsBetter({ cells: { target } }: Row<'kpis'>, better: Better): boolean {
  const op = target?.value?.op;
  return better === 'higher' ? op === 'at most' || op === 'below' : op === 'at least' || op === 'above';
}

/** Whether the target is worse than what there was at the beginning. Exactly as good is allowed. */
function isWorse({ cells: { target, baseline } }: Row<'kpis'>, better: Better): boolean {
  if (target?.value === undefined || baseline?.value === undefined) return false;
  return compareQuantities(target.value, baseline.value) === (better === 'higher' ? -1 : 1);
}

/** Turns Better round where the row says one thing then. */
function turnedRound(row: Row<'kpis'>, field: Field, better: Better): readonly FixDraft[] {
  const other = better === 'higher' ? 'lower' : 'higher';
  if (boundsBetter(row, other) || isWorse(row, other)) return [];
  const text = inEachLanguage((language) => wordIn(language, 'better', other));
  return [replacement(field, field.source.span, text)];
}
