import { availabilityCeiling, type AvailabilityCeiling } from '../../../measure/composite-availability.ts';
import { round } from '../../../measure/decimal.ts';
import { defineFact } from '../../../rules/define.ts';
import { ceilingExpression } from '../ceiling-text.ts';
import { servicesOf } from '../service-graph.ts';
import { say } from '../../../values/say.ts';
import { inEnglish } from '../../../model/said.ts';

export default defineFact({
  name: 'achievable-availability',
  kinds: ['sla'],
  reads: [
    'sla/Services.Depends on',
    'sla/Services.Service',
    'sla/Service levels.Target',
    'sla/Service levels.Measure',
  ],
  unit: 'percent',
  summary: 'The availability that the services depended on allow at most',
  asOf: false,
  compute(view) {
    const services = servicesOf(view);
    const known = new Map<string, AvailabilityCeiling>();
    return services.all.flatMap(({ name, row, dependencies }) => {
      const ceiling = availabilityCeiling(name, services, known);
      if (ceiling.percent === undefined) return [];
      const expression = ceilingExpression(dependencies, ceiling);
      const parts = ceiling.parts.map(({ service, percent, as }) => ({
        service: services.get(service)?.title ?? service,
        percent: round(percent, 6),
        as,
      }));
      return [
        {
          at: row,
          value: round(ceiling.percent, 6),
          how: say('{{expression}}, if failures are independent', { expression }),
          data: { parts, expression: inEnglish(expression) },
        },
      ];
    });
  },
});
