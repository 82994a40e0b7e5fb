import { isAvailability } from '../../../resolve/service-levels.ts';
import { compareQuantities } from '../../../measure/verdict.ts';
import type { Quantity } from '../../../model/value.ts';
import { defineRule } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

export default defineRule({
  code: 'SLA024',
  name: 'target-fits-measure',
  meta: {
    kinds: ['sla'],
    reads: ['sla/Service levels.Measure', 'sla/Service levels.Target'],
    summary: 'Require a target that its measure can have',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    noPercentage: 'Availability is a percentage, and "{{target}}" is none: write for example 99.9 %.',
    tooAvailable:
      '"{{target}}" bounds availability from above: write what it must be at least, for example at least 99.9 %.',
    noTime: 'Latency is a length of time, and "{{target}}" is none: write for example at most 800 ms.',
    tooSlow:
      '"{{target}}" bounds latency from below: write what it may be at most, for example at most 800 ms.',
  },
  document(document, _view, report) {
    for (const { cells } of document.sections.get('service_levels')?.rows ?? []) {
      const { measure, target } = cells;
      if (measure?.value === undefined || target?.value === undefined) continue;
      const data = { target: quote(target.source.text) };
      const { op } = target.value;
      if (isAvailability(measure.value)) {
        if (target.value.noData) report.wrong(target, 'noPercentage', data);
        else if (op === 'at most' || op === 'below') report.wrong(target, 'tooAvailable', data);
      } else if (measure.value.kind.startsWith('latency')) {
        if (!isLengthOfTime(target.value)) report.wrong(target, 'noTime', data);
        else if (op === 'at least' || op === 'above') report.wrong(target, 'tooSlow', data);
      }
    }
  },
});

const timeUnits = ['second', 'month', 'working hour', 'working day', 'working week'];

/** Whether a quantity is measured in a unit of time: it compares with one. */
function isLengthOfTime(quantity: Quantity): boolean {
  return timeUnits.some((unit) => compareQuantities(quantity, { value: '1', unit }) !== undefined);
}
