import type { KindKey, SectionKey, SectionSpec } from '../model/schema.ts';
import { namedColumns } from './named-columns.ts';
import { matchColumns } from './tables.ts';
import type { Headers } from './table-headers.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isAskedFor } from '../values/asked-for.ts';

/** The section that the document lacks and a table is evidently meant for: the only one whose required columns it has. */
export function sectionMeant(
  vocabulary: Vocabulary,
  kind: KindKey,
  sections: ReadonlyMap<SectionKey, unknown>,
  headers: Headers,
): SectionSpec | undefined {
  const isOpen = (spec: SectionSpec): boolean =>
    !sections.has(spec.key) && !(spec.ownKindOnly && spec.kind !== kind);
  const [only, ...others] = sectionsByColumns(vocabulary, headers).filter(isOpen);
  return others.length === 0 ? only : undefined;
}

/**
 * The sections that a table may be meant for: it has all their required columns. One column tells
 * nothing, and a section within another is no rival of it: each table of KPIs has the columns of Objectives.
 */
export function sectionsByColumns(vocabulary: Vocabulary, headers: Headers): readonly SectionSpec[] {
  const fitting = vocabulary.sections
    .filter(({ columns }) => columns.filter(({ required }) => required).length > 1)
    .filter((spec) => matchColumns(vocabulary, spec, headers).hasRequired)
    .map((spec) => ({ spec, places: requiredPlaces(vocabulary, spec, headers) }));
  return fitting
    .filter(
      ({ places }) =>
        !fitting.some((other) => other.places.size > places.size && isWithin(places, other.places)),
    )
    .map(({ spec }) => spec);
}

/** The positions of the headers that a section requires. */
function requiredPlaces(vocabulary: Vocabulary, spec: SectionSpec, headers: Headers): ReadonlySet<number> {
  const named = namedColumns(vocabulary, spec, headers);
  return new Set([...headers.keys()].filter((i) => named[i] && isAskedFor(named[i])));
}

function isWithin(some: ReadonlySet<number>, all: ReadonlySet<number>): boolean {
  return [...some].every((one) => all.has(one));
}
