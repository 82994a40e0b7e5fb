import { isFilled } from '../../../resolve/is-filled.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { listSaid, quoted } from '../../../values/say.ts';
import { hasReached, nameOf } from '../topics.ts';

export default defineRule({
  code: 'KTP013',
  name: 'documented-has-document',
  meta: {
    kinds: ['kt-plan'],
    reads: [
      'kt-plan/Topics.Stage',
      'kt-plan/Topics.Document',
      'kt-plan/Topics.Evidence',
      'kt-plan/Topics.Topic',
    ],
    summary: 'Require a link to what describes a topic that is documented',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  missing: {
    cell: {
      message: '"{{topic}}" is at "{{stage}}", and nothing says where it is described: link it.',
      ask: 'Where is "{{topic}}" described?',
      how: 'Write a link into the column Document, or one to the proof into Evidence.',
    },
    column: {
      message: 'Topics lacks the column "Document", and nothing says where {{topics}} can be read: add it.',
      ask: 'Where can one read about {{topics}}?',
      how: 'Add a column "Document" with a link for each topic.',
    },
  },
  document(document, _view, report) {
    const section = document.sections.get('topics');
    if (section === undefined) return;
    const without: string[] = [];
    for (const topic of section.rows) {
      const { stage, document: described, evidence } = topic.cells;
      if (!hasReached(topic, 'documented') || isFilled(described) || isFilled(evidence)) continue;
      const at = described ?? evidence;
      const name = quote(nameOf(topic));
      if (at === undefined) without.push(name);
      else report.missing(at, 'cell', { topic: name, stage: quote(stage!.source.text) });
    }
    if (without.length > 0)
      report.missing(section, 'column', { topics: listSaid(without.map((name) => quoted(name))) });
  },
});
