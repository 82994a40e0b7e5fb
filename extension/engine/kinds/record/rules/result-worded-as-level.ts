import { isSameMeasure, levelsByService } from '../../../resolve/service-levels.ts';
import { defineRule } from '../../../rules/define.ts';
import { isWordedAlike } from '../../../values/measure-wording.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'REC020',
  name: 'result-worded-as-level',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Results.Of',
      'record/Results.Measure',
      'sla/Service levels.Service',
      'sla/Service levels.Measure',
    ],
    summary: 'Point out a result whose measure is that of a service level in other words',
    severity: 'hint',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
  },
  messages: {
    otherWords:
      '"{{measure}}" says in other words what "{{level}}" of this service says, and measures compare by their words: write it as the service level does.',
  },
  engagement(view, report) {
    let levels: ReturnType<typeof levelsByService> | undefined;
    for (const {
      cells: { of, measure },
    } of view.rows('results')) {
      const its = measure?.value;
      if (!of || !measure || its?.detail === undefined) continue; // equivalent: without a detail no other words are meant
      levels ??= levelsByService(view);
      const measures = (levels.get(foldName(of.source.text)) ?? []).flatMap(
        ({ cells }) => cells.measure ?? [],
      );
      if (measures.some(({ value }) => value && isSameMeasure(value, its))) continue;
      const meant = measures.find(({ value }) => value && isWordedAlike(value, its));
      if (!meant) continue;
      const { text } = meant.source;
      report.wrong(
        measure,
        'otherWords',
        { measure: quote(measure.source.text), level: quote(text) },
        {
          related: [{ at: meant, message: say('the service level') }],
          fixes: [
            {
              title: say('Replace by "{{text}}"', { text: quote(text) }),
              edits: [{ document: measure.document, span: measure.source.span, text }],
            },
          ],
        },
      );
    }
  },
});
