import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { byUrgency } from '../../../resolve/priorities.ts';
import { promised } from '../../../resolve/promised.ts';
import type { Field, Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import type { DurationValue } from '../../../model/value.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { neededInSeries, servicesOf, type Services } from '../service-graph.ts';
import { say } from '../../../values/say.ts';

const messages = {
  restore:
    '"{{service}}" is critical and back within "{{rto}}" only, while "{{priority}}" promises to restore within "{{restore}}": recover no later than that.',
  dependency:
    '"{{service}}" has {{column}} "{{length}}", longer than "{{dependentLength}}" of "{{dependent}}", which cannot work without it: make it no longer.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'SLA014',
  name: 'recovery-within-promise',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Recovery.RTO',
      'sla/Recovery.RPO',
      'sla/Recovery.Service',
      'sla/Incidents.Priority',
      'sla/Incidents.Restore',
      'sla/Services.Depends on',
      'sla/Services.Importance',
      'engagement/start',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require recovery within what incidents and dependent services promise',
    severity: 'warning',
    scope: 'X',
    profiles: ['full', 'dora'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(3)(c)',
  },
  messages,
  engagement(view, report) {
    const services = servicesOf(view);
    for (const { document, rows } of view.sections('recovery')) {
      const urgent = byUrgency(document.sections.get('incidents')?.rows ?? [])[0]?.row;
      if (urgent) for (const row of rows) checkRestore(row, urgent, services, view, report);
    }
    checkDependencies(services, view, report);
  },
});

function checkRestore(
  recovery: Row<'recovery'>,
  urgent: Row<'incidents'>,
  services: Services,
  view: View,
  report: Report,
): void {
  const { service, rto } = recovery.cells;
  const { priority } = urgent.cells;
  const restore = promised(urgent.cells.restore);
  const its = services.get(foldName(service?.source.text ?? ''));
  if (its?.row.cells.importance?.value !== 'critical' || compareLengths(rto, restore, view) !== 1) return;
  const { later, earlier } = laterPlace(rto!, restore!);
  const data = {
    service: quote(its.title),
    rto: quote(rto!.source.text),
    priority: quote(priority?.source.text ?? ''),
    restore: quote(restore!.source.text),
  };
  const message = earlier === (restore as Field) ? say('the time to restore') : say('the time to recover');
  report.wrong(later, 'restore', data, { related: [{ at: earlier, message }] });
}

function checkDependencies(services: Services, view: View, report: Report): void {
  const recoveries = new Map<string, Row<'recovery'>>();
  for (const row of view.rows('recovery')) {
    const name = foldName(row.cells.service?.source.text ?? '');
    if (!recoveries.has(name)) recoveries.set(name, row);
  }
  for (const dependent of services.all) {
    const its = recoveries.get(dependent.name);
    if (!its) continue;
    for (const { text } of neededInSeries(dependent.dependencies)) {
      const service = services.get(foldName(text));
      const other = service && recoveries.get(service.name);
      if (!other) continue;
      for (const column of ['rto', 'rpo'] as const) {
        const [longer, shorter]: readonly (Field<DurationValue> | undefined)[] = [
          other.cells[column],
          its.cells[column],
        ];
        if (compareLengths(longer, shorter, view) !== 1) continue;
        const { later, earlier } = laterPlace(longer!, shorter!);
        const data = {
          service: quote(text),
          column: longer!.spec.title,
          length: quote(longer!.source.text),
          dependentLength: quote(shorter!.source.text),
          dependent: quote(dependent.title),
        };
        const message =
          earlier === longer ? say('of the service that is needed') : say('of the service that needs it');
        report.wrong(later, 'dependency', data, { related: [{ at: earlier, message }] });
      }
    }
  }
}
