import {
  directionOf,
  directionOfKpi,
  verdictOf,
  verdictOfKpi,
  type Direction,
  type Verdict,
} from '../measure/verdict.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { IsoDate, Quantity } from '../model/value.ts';
import { foldName } from '../values/fold.ts';
import { isUnread } from './terms.ts';
import { isSameMeasure, levelsByService } from './service-levels.ts';

/** What a result answers: a service level, by Of and Measure, or a KPI, by Of. */
export type ResultTarget =
  | {
      readonly is: 'level';
      readonly row: Row<'service_levels'>;
      readonly target: Field<Quantity> | undefined;
    }
  | { readonly is: 'kpi'; readonly row: Row<'kpis'>; readonly target: Field<Quantity> | undefined };

/**
 * The service level or KPI whose result a row of Results states. A name that a service and a KPI share
 * is the service's where the row has a Measure; without one a result of a service answers its level where it has only
 * one, as in most reports. Undefined where there is none.
 * Whoever asks for many results gives `levels` along, so that they are gathered once.
 */
export function targetOf(
  { cells: { of, measure } }: Row<'results'>,
  view: View,
  levels = levelsByService(view),
): ResultTarget | undefined {
  const name = of?.state === 'read' ? of.source.text : undefined;
  if (name === undefined) return undefined;
  const its = measure?.value;
  if (its === undefined) {
    const kpi = view.find('kpis', name);
    if (kpi) return { is: 'kpi', row: kpi, target: kpi.cells.target };
    const [only, ...others] = isUnread(measure) ? [] : (levels.get(foldName(name)) ?? []);
    return only && others.length === 0 ? { is: 'level', row: only, target: only.cells.target } : undefined;
  }
  const row = levels
    .get(foldName(name))
    ?.find(({ cells }) => cells.measure?.value && isSameMeasure(cells.measure.value, its));
  return row && { is: 'level', row, target: row.cells.target };
}

/**
 * Whether a document says what held at the start of a record's period, else on the day it was held: a
 * result belongs to the version that was in force then (format-details 12), which only history knows
 * where `valid_from` is later.
 */
export function isInForce(document: GovernedDocument, record: GovernedDocument): boolean {
  const { valid_from: validFrom } = document.keys;
  if (validFrom === undefined || validFrom.state === 'empty' || validFrom.state === 'placeholder')
    return true;
  const from = startOf(record);
  return validFrom.value !== undefined && from !== undefined && validFrom.value <= from;
}

function startOf({ keys }: GovernedDocument): IsoDate | undefined {
  return keys.period?.value?.from ?? keys.held?.value;
}

/** A result that is older than the terms it would be judged by, and those terms. */
export interface PastResult {
  readonly row: Row<'results'>;
  readonly of: ResultTarget;
  readonly terms: GovernedDocument;
}

/**
 * Results from before the `valid_from` of the document that states their target: only history knows
 * what held then (format-details 12), so whoever concludes nothing from them must say so.
 */
export function pastResults(view: View, levels = levelsByService(view)): readonly PastResult[] {
  return view.rows('results').flatMap((row) => {
    const from = startOf(row.section.document);
    const of = row.cells.result?.value === undefined ? undefined : targetOf(row, view, levels);
    const terms = of?.row.section.document;
    const validFrom = terms?.keys.valid_from?.value;
    if (!of || !terms || validFrom === undefined || from === undefined || validFrom <= from) return [];
    return [{ row, of, terms }];
  });
}

/** The verdict of a result with what it is held against. */
export interface JudgedResult {
  readonly verdict: Exclude<Verdict, 'not comparable'> | 'on the way';
  readonly of: ResultTarget;
  readonly target: Field<Quantity>;
}

/**
 * Whether a result met its target (rules.md 1.4, format-details 18 and 20). Undefined where one of them
 * is unknown or does not read, where they do not compare, and where the target was another then.
 */
export function judge(
  result: Row<'results'>,
  view: View,
  levels = levelsByService(view),
): JudgedResult | undefined {
  const of = targetOf(result, view, levels);
  const record = result.section.document;
  const stated = result.cells.result?.value;
  const target = of?.target;
  if (!of || stated === undefined || target?.value === undefined) return undefined;
  if (!isInForce(of.row.section.document, record)) return undefined;
  const plain = verdictOf(stated, target.value, directionOfTarget(of));
  const verdict = of.is === 'kpi' ? beforeBy(plain, of.row, record, view) : plain;
  return verdict === undefined || verdict === 'not comparable' ? undefined : { verdict, of, target };
}

/** Which way is good where the target itself does not say. */
export function directionOfTarget(of: ResultTarget): Direction | undefined {
  if (of.is === 'level') return directionOf({ measure: of.row.cells.measure?.value?.kind });
  const { better, baseline, target } = of.row.cells;
  return directionOfKpi({ better: better?.value, baseline: baseline?.value, target: target?.value });
}

/** What a verdict on a KPI is in its time; undefined where it is not met and nobody knows whether it should be yet. */
function beforeBy(
  verdict: Verdict,
  row: Row<'kpis'>,
  record: GovernedDocument,
  view: View,
): Verdict | 'on the way' | undefined {
  const by = view.dayOf(row.cells.by);
  const end = record.keys.period?.value?.to ?? record.keys.held?.value;
  if (by === undefined || end === undefined) return verdict === 'not met' ? undefined : verdict;
  return verdictOfKpi(verdict, by, end);
}
