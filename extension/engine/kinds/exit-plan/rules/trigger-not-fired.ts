import { pastResults } from '../../../resolve/results.ts';
import { readSign } from '../../../resolve/sign.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { firedSign } from '../fired-sign.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'EXT023',
  name: 'trigger-not-fired',
  meta: {
    kinds: ['exit-plan'],
    reads: [
      'exit-plan/Triggers.Sign',
      'record/Results.Result',
      'record/period',
      'record/held',
      'sla/Services.Service',
      'sla/Service levels.Target',
      'sla/valid_from',
      'goals/KPIs.Target',
      'goals/KPIs.By',
      'goals/valid_from',
      'goals/Milestones.Due',
      'engagement/end',
    ],
    summary: 'Report a trigger whose sign has come true in the results',
    severity: 'error',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    once: 'The sign "{{sign}}" has come true: {{name}} missed its target in {{to}}. Decide whether to leave, and record it.',
    running:
      'The sign "{{sign}}" has come true: {{name}} missed its target {{times}}, from {{from}} to {{to}}. Decide whether to leave, and record it.',
  },
  unjudged(view) {
    const waited = view.rows('triggers').flatMap(({ cells }) => {
      const sign = readSign(cells.sign, view);
      return sign?.below && sign.of.row ? [sign.of.row] : [];
    });
    if (waited.length === 0) return []; // equivalent: it saves the look at results
    return pastResults(view).filter(({ of }) => waited.some((row) => row === of.row));
  },
  engagement(view, report) {
    for (const { cells } of view.rows('triggers')) {
      const sign = readSign(cells.sign, view);
      const fired = sign && firedSign(sign, view);
      if (fired === undefined) continue;
      const text = cells.sign!.source.text;
      const name = quote(fired.results[0]!.cells.of?.source.text ?? '');
      const related = fired.results.map((row) => ({
        at: row.cells.result!,
        message: say('not met in {{period}}', {
          period: row.section.document.keys.period?.source.text ?? '',
        }),
      }));
      const data = { sign: quote(text), name, to: fired.to };
      if (fired.results.length === 1) report.wrong(cells.sign!, 'once', data, { related });
      else {
        const times = say('{{n}} {{n|period|periods}} running', { n: String(fired.results.length) });
        report.wrong(cells.sign!, 'running', { ...data, times, from: fired.from }, { related });
      }
    }
  },
});
