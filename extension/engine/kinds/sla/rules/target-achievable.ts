import { availabilityTarget } from '../../../resolve/service-levels.ts';
import { compareDecimals } from '../../../measure/decimal.ts';
import { defineRule } from '../../../rules/define.ts';

export default defineRule({
  code: 'SLA001',
  name: 'target-achievable',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Service levels.Measure', 'sla/Service levels.Target'],
    summary: 'Forbid an availability target of 100 %',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    perfect:
      'A target of "{{target}}" is broken by the first second of downtime: promise what can be kept, for example 99.9 %.',
  },
  document(document, _view, report) {
    for (const level of document.sections.get('service_levels')?.rows ?? []) {
      const percent = availabilityTarget(level);
      if (percent === undefined || compareDecimals(percent, '100') !== 0) continue;
      const { target } = level.cells;
      report.wrong(target!, 'perfect', { target: target!.source.text });
    }
  },
});
