import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'ENG003',
  name: 'motive-besides-cost',
  meta: {
    kinds: ['engagement'],
    reads: ['engagement/motives'],
    summary: 'Require a motive besides cost',
    severity: 'info',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    cost: '"{{motives}}" is the only motive: say what else the work is outsourced for, such as specialised skills.',
  },
  document(document, _view, report) {
    const { motives } = document.keys;
    if (motives?.value === undefined || motives.value.some((motive) => motive !== 'cost')) return;
    report.wrong(motives, 'cost', { motives: quote(motives.source.text) });
  },
});
