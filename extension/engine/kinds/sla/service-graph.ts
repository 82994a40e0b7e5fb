import { isPossible } from '../../resolve/is-possible.ts';
import { levelsByService, availabilityTarget } from '../../resolve/service-levels.ts';
import type { ServiceGraph } from '../../measure/composite-availability.ts';
import { compareDecimals } from '../../measure/decimal.ts';
import type { Row } from '../../model/document.ts';
import type { Dependency, View } from '../../model/engagement.ts';
import type { Decimal } from '../../model/value.ts';
import { foldName } from '../../values/fold.ts';

/** The services of an engagement by folded name, with what they promise and depend on. */
export interface Services extends ServiceGraph {
  /** In the order in which they stand; of two with one name the first. */
  readonly all: readonly Service[];
  get(name: string): Service | undefined;
  /** The level that a service promises most with, of its availability levels. */
  promise(name: string): { readonly level: Row<'service_levels'>; readonly percent: Decimal } | undefined;
}

export interface Service {
  readonly name: string;
  /** As written. */
  readonly title: string;
  readonly row: Row<'services'>;
  readonly dependencies: readonly Dependency[];
  readonly levels: readonly Row<'service_levels'>[];
}

/**
 * The services of the view as a graph for `availabilityCeiling`. A service with several availability
 * targets counts with the highest, so that a ceiling is never put too low; a name that is unknown
 * promises nothing and depends on nothing.
 */
export function servicesOf(view: View): Services {
  const levels = levelsByService(view);
  const services = new Map<string, Service>();
  for (const row of view.rows('services')) {
    const { service, depends_on: dependsOn } = row.cells;
    if (service?.state !== 'read') continue;
    const title = service.source.text.trim();
    const name = foldName(title);
    if (services.has(name)) continue;
    const dependencies = view.dependencies(dependsOn).filter(isPossible);
    services.set(name, { name, title, row, dependencies, levels: levels.get(name) ?? [] });
  }
  const promise: Services['promise'] = (name) => {
    let best: { level: Row<'service_levels'>; percent: Decimal } | undefined;
    for (const level of levels.get(name) ?? []) {
      const percent = availabilityTarget(level);
      if (percent === undefined) continue;
      if (best === undefined || compareDecimals(percent, best.percent) > 0) best = { level, percent };
    }
    return best;
  };
  return {
    all: [...services.values()],
    get: (name) => services.get(name),
    promise,
    target: (name) => promise(name)?.percent,
    dependsOn: (name) =>
      (services.get(name)?.dependencies ?? []).map(({ needed, of }) => ({
        needed,
        of: of.map(({ text }) => foldName(text)),
      })),
  };
}

/** The services that one needs, each of them: in series, not as alternatives. */
export function neededInSeries(dependencies: readonly Dependency[]): readonly Dependency['of'][number][] {
  return dependencies.flatMap(({ needed, of }) => (needed >= of.length ? of : []));
}
