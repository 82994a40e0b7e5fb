import { namesBefore } from '../../../resolve/former-names.ts';
import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { IsoDate } from '../../../model/value.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { judge, pastResults } from '../../../resolve/results.ts';
import { levelsByService } from '../../../resolve/service-levels.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';
import { statedTogether } from '../same-results.ts';

export default defineRule({
  code: 'REC007',
  name: 'breach-has-action',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'record/Results.Result',
      'record/Actions.Action',
      'record/period',
      'record/held',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
      'sla/Service levels.Target',
      'sla/valid_from',
      'goals/KPIs.KPI',
      'goals/KPIs.Target',
      'goals/KPIs.Better',
      'goals/KPIs.Baseline',
      'goals/KPIs.By',
      'goals/Milestones.Due',
      'goals/valid_from',
      'engagement/start',
      'engagement/end',
    ],
    summary: 'Require an action for a result that is not met',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    leavesTo: ['DOC020'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(3)(a)',
  },
  messages: {
    none: '"{{result}}" misses the target "{{target}}" of "{{of}}", and no action names it: agree on one.',
  },
  // Without data nothing is missed, whatever held then.
  unjudged: (view) => pastResults(view).filter(({ row }) => row.cells.result?.value?.noData !== true),
  engagement(view, report) {
    const levels = levelsByService(view);
    let actions: readonly Action[] | undefined;
    for (const rows of statedTogether(view)) {
      const row = rows.at(-1)!;
      const judged = judge(row, view, levels);
      if (judged?.verdict !== 'not met') continue;
      const name = row.cells.of!.source.text;
      // It may be written by its number, and the action by its name.
      const names = [
        name,
        nameOfRow(judged.of.row as unknown as Row) ?? name,
        ...namesBefore(name, view),
      ].map(foldName);
      actions ??= actionsIn(view);
      const first = rows[0]!.section.document.keys.held?.value;
      const isThere = actions.some(
        ({ record, held, text }) =>
          (record === row.section.document || (first !== undefined && held !== undefined && held >= first)) &&
          names.some((one) => text.includes(one)),
      );
      if (isThere) continue;
      const { document } = row.section;
      const fix = addRows(say('Add an action'), document, 'actions', [{ action: name }]);
      report.wrong(
        row.cells.result!,
        'none',
        {
          result: quote(row.cells.result!.source.text),
          target: quote(judged.target.source.text),
          of: quote(name),
        },
        {
          related: [{ at: judged.target, message: say('the target') }],
          fixes: fix ? [fix] : [],
        },
      );
    }
  },
});

interface Action {
  readonly record: Row['section']['document'];
  readonly held: IsoDate | undefined;
  readonly text: string;
}

/** What is to be done by each record, in a table or, though one is asked for, in a list. */
function actionsIn(view: View): readonly Action[] {
  return view.documentsOf('record').flatMap((record): readonly Action[] => {
    const section = record.sections.get('actions');
    const texts = [
      ...(section?.rows ?? []).map(({ cells }) => cells.action?.source.text ?? ''),
      ...(section?.items ?? []).map(({ text }) => text),
    ];
    return texts.map((text) => ({
      record,
      held: record.keys.held?.value,
      text: foldName(text),
    }));
  });
}
