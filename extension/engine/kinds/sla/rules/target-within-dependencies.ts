import { availabilityTarget } from '../../../index/service-levels.ts';
import { laterPlace } from '../../../index/later-place.ts';
import { availabilityCeiling, type AvailabilityCeiling } from '../../../measure/composite-availability.ts';
import { compare, compareDecimals, exact } from '../../../measure/decimal.ts';
import type { Field } from '../../../model/document.ts';
import { defineRule, type RelatedAt, type Reporter } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { ceilingExpression, ceilingText } from '../ceiling-text.ts';
import { servicesOf, type Service, type Services } from '../service-graph.ts';

const messages = {
  above:
    '"{{service}}" promises {{target}} %, more than what it depends on allows: {{expression}} = {{ceiling}} %, if failures are independent.',
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

function checkCeiling(service: Service, ceiling: AvailabilityCeiling, services: Services, report: Report): void {
  if (ceiling.percent === undefined) return;
  for (const level of service.levels) {
    const percent = availabilityTarget(level);
    if (percent === undefined || compare(exact(percent), ceiling.percent) <= 0) continue;
    const data = {
      service: quote(service.title),
      target: percent,
      expression: ceilingExpression(service.dependencies, ceiling),
      ceiling: ceilingText(ceiling.percent, exact(percent)),
    };
    report.wrong(level.cells.target!, 'above', data, { related: reasons(service, ceiling, services) });
  }
}

/** Where the dependencies stand, then what each of them promises. */
function reasons(service: Service, ceiling: AvailabilityCeiling, services: Services): readonly RelatedAt[] {
  const promises = ceiling.parts.flatMap((part): RelatedAt[] => {
    const title = services.get(part.service)?.title ?? part.service;
    if (part.as === 'target') {
      const { level } = services.promise(part.service)!;
      return [{ at: level.cells.target!, message: `what "${quote(title)}" promises` }];
    }
    const dependsOn = services.get(part.service)?.row.cells.depends_on;
    return dependsOn ? [{ at: dependsOn, message: `what "${quote(title)}" depends on, which bounds it` }] : [];
  });
  return [{ at: service.row.cells.depends_on!, message: 'what it depends on' }, ...promises];
}

function checkOnward(service: Service, report: Report): void {
  const onward = service.row.cells.promised_onward;
  if (onward?.value === undefined) return;
  for (const level of service.levels) {
    const percent = availabilityTarget(level);
    if (percent === undefined || compareDecimals(percent, onward.value) >= 0) continue;
    const { later, earlier } = laterPlace(level.cells.target!, onward);
    const message = earlier === (onward as Field) ? 'what is promised onward' : 'the target';
    const data = { service: quote(service.title), onward: onward.value, target: percent };
    report.wrong(later, 'belowPromise', data, { related: [{ at: earlier, message }] });
  }
}

/** One finding a circle, at the dependency that stands last; the others are related. */
function sayCircle(circle: readonly string[], services: Services, report: Report): void {
  const places = circle.flatMap((name, i) => {
    const service = services.get(name);
    const next = circle[(i + 1) % circle.length]!;
    const reference = service?.dependencies.flatMap(({ of }) => of).find(({ text }) => foldName(text) === next);
    const field = service?.row.cells.depends_on;
    return service && reference && field ? [{ service, field, reference, index: i }] : [];
  });
  const sorted = [...places].sort((a, b) => (laterPlace(a.field, b.field).later === a.field ? 1 : -1));
  const last = sorted.pop();
  if (!last) return;
  const order = [...circle.slice(last.index), ...circle.slice(0, last.index), circle[last.index]!];
  const data = {
    service: quote(last.service.title),
    circle: shortened(order.map((name) => `"${quote(services.get(name)?.title ?? name)}"`)).join(' needs '),
  };
  report.wrong(partOf(last.field, last.reference.span), 'circle', data, {
    related: sorted.map(({ field, reference }) => ({
      at: partOf(field, reference.span),
      message: 'part of the circle',
    })),
  });
}

/** More services than these are no help in a message. */
const mostNames = 8;

function shortened(names: readonly string[]): readonly string[] {
  return names.length <= mostNames ? names : [...names.slice(0, mostNames - 2), 'others', names.at(-1)!];
}
