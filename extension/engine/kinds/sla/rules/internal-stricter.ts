import { compareQuantities, directionOf } from '../../../measure/verdict.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'SLA016',
  name: 'internal-stricter',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Service levels.Internal target', 'sla/Service levels.Target', 'sla/Service levels.Measure'],
    summary: 'Require an internal target that is stricter than the target',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
    source:
      'site reliability practice: the internal objective warns before the contract is broken (domain.md 2.7)',
  },
  messages: {
    weaker:
      'An internal target of "{{internal}}" gives no warning before "{{target}}" is missed: make it stricter than the target.',
  },
  document(document, _view, report) {
    for (const { cells } of document.sections.get('service_levels')?.rows ?? []) {
      const { measure, target, internal_target: internal } = cells;
      if (target?.value === undefined || internal?.value === undefined) continue;
      const op = target.value.op ?? directionOf({ measure: measure?.value?.kind });
      const order = compareQuantities(internal.value, target.value);
      if (op === undefined || order === undefined) continue;
      const isStricter = op === 'at least' || op === 'above' ? order > 0 : order < 0;
      if (isStricter) continue;
      report.wrong(
        internal,
        'weaker',
        { internal: quote(internal.source.text), target: quote(target.source.text) },
        { related: [{ at: target, message: say('the target') }] },
      );
    }
  },
});
