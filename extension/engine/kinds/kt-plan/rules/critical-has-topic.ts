import { isAskedOf } from '../../../resolve/asked-of.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { namesMeant } from '../../../resolve/names-meant.ts';
import type { View } from '../../../model/engagement.ts';
import { defineRule } from '../../../rules/define.ts';
import { addRows } from '../../../rules/insert-rows.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted, say } from '../../../values/say.ts';
import { nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP001',
  name: 'critical-has-topic',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.Component',
      'kt-plan/Topics.Topic',
      'ownership-map/Components.Component',
      'ownership-map/Components.Importance',
    ],
    summary: 'Require a topic for each critical component',
    severity: 'info',
    scope: 'X',
    profiles: ['full'],
    leavesTo: ['DOC014', 'DOC020'],
    looksIn: ['topics'],
    since: '0.1.0',
  },
  missing: {
    components: {
      message:
        'No topic is about {{components}}, which somebody must know: add a topic for what is critical.',
      ask: 'What must the receivers learn about {{components}}?',
      how: 'Add a row under Topics for each, or name it in the column Component.',
    },
  },
  engagement(view, report) {
    // One cause, one finding: at the first plan. Where it has no topics, DOC014 asks for them.
    const plan = view.documents.find(
      (document) => isAskedOf(document, 'kt-plan') && (document.sections.get('topics')?.rows.length ?? 0) > 0,
    );
    if (plan === undefined) return;
    const covered = new Set(
      view
        .rows('topics')
        .flatMap((topic) => [foldName(nameOf(topic)), ...namesMeant(topic.cells.component, view)]),
    );
    const lacking = criticalComponents(view).filter((name) => !covered.has(foldName(name)));
    if (lacking.length === 0) return;
    const title = lacking.length === 1 ? say('Add the row') : say('Add the rows');
    const rows = lacking.map((topic) => ({ topic }));
    const fix = addRows(title, plan, 'topics', rows);
    const components = listSaid(lacking.map((name) => quoted(quote(name))));
    report.missing(plan.sections.get('topics')!, 'components', { components }, { fixes: fix ? [fix] : [] });
  },
});

/** Names of critical components, each once. */
function criticalComponents(view: View): readonly string[] {
  const names = new Map<string, string>();
  for (const row of view.rows('components')) {
    const name = nameOfRow(row);
    const isNew = name !== undefined && !names.has(foldName(name));
    if (isNew && row.cells.importance?.value === 'critical') names.set(foldName(name), name);
  }
  return [...names.values()];
}
