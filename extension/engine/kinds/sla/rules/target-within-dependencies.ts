import { availabilityTarget } from '../../../resolve/service-levels.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { availabilityCeiling, type AvailabilityCeiling } from '../../../measure/composite-availability.ts';
import { compare, compareDecimals, exact } from '../../../measure/decimal.ts';
import type { Field } from '../../../model/document.ts';
import { defineRule, type RelatedAt, type Reporter } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { shortened } from '../../../values/shortened.ts';
import { ceilingExpression, ceilingText } from '../ceiling-text.ts';
import { servicesOf, type Service, type Services } from '../service-graph.ts';
import { say, figures, joined, decimal } from '../../../values/say.ts';
import { inEnglish, type SaidPart } from '../../../model/said.ts';

const messages = {
  above:
    '"{{service}}" promises {{target}} %, more than what it depends on allows: {{ceiling}}, if failures are independent.',
  belowPromise:
    '"{{service}}" is promised onward at {{onward}} %, above its own target of {{target}} %: promise no more than you are promised.',
  circle: '"{{service}}" depends on itself: {{circle}}. Take one of these dependencies out.',
} as const;

type Report = Reporter<typeof messages, Record<never, never>>;

export default defineRule({
  code: 'SLA008',
  name: 'target-within-dependencies',
  meta: {
    kinds: ['sla'],
    reads: [
      'sla/Services.Depends on',
      'sla/Services.Promised onward',
      'sla/Service levels.Target',
      'sla/Service levels.Measure',
    ],
    summary: 'Require availability targets that the services depended on allow',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    since: '0.1.0',
    source: 'availability of services in series and in parallel (domain.md 4.3)',
  },
  messages,
  engagement(view, report) {
    const services = servicesOf(view);
    const known = new Map<string, AvailabilityCeiling>();
    const circles = new Set<readonly string[]>();
    for (const service of services.all) {
      const ceiling = availabilityCeiling(service.name, services, known);
      if (ceiling.circle) circles.add(ceiling.circle);
      else checkCeiling(service, ceiling, services, report);
      checkOnward(service, report);
    }
    for (const circle of circles) sayCircle(circle, services, report);
  },
});

function checkCeiling(
  service: Service,
  ceiling: AvailabilityCeiling,
  services: Services,
  report: Report,
): void {
  if (ceiling.percent === undefined) return;
  for (const level of service.levels) {
    const percent = availabilityTarget(level);
    if (percent === undefined || compare(exact(percent), ceiling.percent) <= 0) continue;
    const result = say('{{percent}} %', { percent: figures(ceilingText(ceiling.percent, exact(percent))) });
    const working = ceilingExpression(service.dependencies, ceiling);
    const data = {
      service: quote(service.title),
      target: decimal(percent),
      ceiling: inEnglish(working) === inEnglish(result) ? result : joined([working, result], ' = '),
    };
    report.wrong(level.cells.target!, 'above', data, { related: reasons(service, ceiling, services) });
  }
}

/** Where the dependencies stand, then what each of them promises. */
function reasons(service: Service, ceiling: AvailabilityCeiling, services: Services): readonly RelatedAt[] {
  const promises = ceiling.parts.map((part): RelatedAt => {
    const name = quote(services.get(part.service)?.title ?? part.service);
    if (part.as === 'target') {
      const { level } = services.promise(part.service)!;
      return { at: level.cells.target!, message: say('what "{{name}}" promises', { name }) };
    }
    return {
      at: services.get(part.service)!.row.cells.depends_on!,
      message: say('what "{{name}}" depends on', { name }),
    };
  });
  return [{ at: service.row.cells.depends_on!, message: say('what it depends on') }, ...promises];
}

function checkOnward(service: Service, report: Report): void {
  const onward = service.row.cells.promised_onward;
  if (onward?.value === undefined) return;
  for (const level of service.levels) {
    const percent = availabilityTarget(level);
    if (percent === undefined || compareDecimals(percent, onward.value) >= 0) continue;
    const { later, earlier } = laterPlace(level.cells.target!, onward);
    const message = earlier === (onward as Field) ? say('what is promised onward') : say('the target');
    const data = { service: quote(service.title), onward: decimal(onward.value), target: decimal(percent) };
    report.wrong(later, 'belowPromise', data, { related: [{ at: earlier, message }] });
  }
}

/** One finding a circle, at the dependency that stands last; the others are related. */
function sayCircle(circle: readonly string[], services: Services, report: Report): void {
  const places = circle.map((name, index) => {
    const service = services.get(name)!;
    const next = circle[(index + 1) % circle.length]!;
    const reference = service.dependencies
      .flatMap(({ of }) => of)
      .find(({ text }) => foldName(text) === next)!;
    return { service, field: service.row.cells.depends_on!, reference, index };
  });
  const sorted = [...places].sort((a, b) => (laterPlace(a.field, b.field).later === a.field ? 1 : -1));
  const last = sorted.pop()!;
  const order = [...circle.slice(last.index), ...circle.slice(0, last.index), circle[last.index]!];
  const data = {
    service: quote(last.service.title),
    circle: circleSaid(order.map((name) => quote(services.get(name)!.title))),
  };
  report.wrong(partOf(last.field, last.reference.span), 'circle', data, {
    related: sorted.map(({ field, reference }) => ({
      at: partOf(field, reference.span),
      message: say('part of the circle'),
    })),
  });
}

/** "A needs B needs A", of a long circle its first and last services. */
function circleSaid(names: readonly string[]): SaidPart {
  return shortened(names).reduce((before, next) => say('{{before}} needs {{next}}', { before, next }));
}
