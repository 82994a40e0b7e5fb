import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { grammar } from '../model/generated/grammar.ts';
import type { Span } from '../model/text.ts';
import { fold } from '../values/fold.ts';
import { units } from '../values/grammar-words.ts';
import { cut, partOf, written, writtenRange } from '../values/part.ts';
import { onceFor } from '../values/once-for.ts';
import { spanWithin } from '../values/span-within.ts';
import { nameOfRow } from './names.ts';
import { levelsOf } from './service-levels.ts';

/** What a trigger's Sign says, where it can be measured (format-details.md item 22). */
export interface Sign {
  /** What it begins with; a level is undefined where the words fit several levels of the service. */
  readonly of:
    | { readonly is: 'level'; readonly row: Row<'service_levels'> | undefined }
    | { readonly is: 'kpi'; readonly row: Row<'kpis'> };
  /** Not met in `n` results running; of every length of period where no unit is written. Undefined where the words after the name say something else. */
  readonly below: { readonly n: number; readonly unit?: SignUnit } | undefined;
  /** What it begins with, as written: a service and a measure, or a KPI. */
  readonly names: readonly SignName[];
}

export interface SignName {
  readonly is: 'service' | 'measure' | 'kpi';
  readonly text: string;
  readonly span: Span;
}

export type SignUnit = 'week' | 'month' | 'quarter' | 'year';

/**
 * Reads `<service> <measure> below target 3 months running` and `<KPI> below target`, in either
 * language, with or without a comma between service and measure. The longest known name wins.
 * Undefined where it begins with no service and measure of Service levels, and with no KPI.
 */
export function readSign(field: Field<string> | undefined, view: View): Sign | undefined {
  if (field?.state !== 'read') return undefined;
  // A sign is a line: of a hostile cell no more is looked at.
  const whole = partOf(field.source.text, 0, 500);
  const text = whole.text.replace(/\.+$/, '');
  const level = levelAt(text, view);
  const kpi = longest(kpisOf(view), text);
  const nameAt = (is: SignName['is'], from: number, to: number): SignName => {
    const part = cut(whole, from, to);
    return { is, text: written(part), span: spanWithin(field.source, ...writtenRange(part)) };
  };
  if (kpi !== undefined && (level === undefined || kpi.words.length > level.length)) {
    const { length } = kpi.words;
    return {
      of: { is: 'kpi', row: kpi.row },
      below: condition(text.slice(length)),
      names: [nameAt('kpi', 0, length)],
    };
  }
  if (level === undefined) return undefined;
  const { row, length, service, measure } = level;
  return {
    of: { is: 'level', row },
    below: condition(text.slice(length)),
    names: [nameAt('service', 0, service), nameAt('measure', measure, length)],
  };
}

/** What a sign may begin with, folded. */
const kpisOf = onceFor((view: View) =>
  view.rows('kpis').map((row) => ({ row, words: fold(nameOfRow(row) ?? '') })),
);
const servicesOf = onceFor((view: View) =>
  [...view.rows('services'), ...view.rows('service_levels')].flatMap((row) => {
    const cell = row.cells.service;
    return cell?.state === 'read' ? [{ name: cell.source.text, words: fold(cell.source.text) }] : [];
  }),
);

interface LevelAt {
  readonly row: Row<'service_levels'> | undefined;
  /** The end of both. */
  readonly length: number;
  /** Where the service ends. */
  readonly service: number;
  /** Where the measure begins. */
  readonly measure: number;
}

/** The service and measure that a text begins with, and how long they are in it. */
function levelAt(text: string, view: View): LevelAt | undefined {
  const service = longest(servicesOf(view), text);
  if (service === undefined) return undefined;
  const levels = levelsOf(service.name, view).flatMap((row) => {
    const measure = row.cells.measure?.value;
    return measure === undefined
      ? []
      : [{ row, kind: fold(measure.kind), detail: fold(measure.detail ?? '') }];
  });
  const rest = afterSeparator(text.slice(service.words.length));
  const others = levels.map(({ kind }) => ({ kind, words: kind }));
  const measure = longest([...measureForms, ...others], rest);
  const ofKind = levels.filter(({ kind }) => kind === measure?.kind);
  if (measure === undefined || ofKind.length === 0) return undefined;
  const tail = afterSeparator(rest.slice(measure.words.length));
  const detailed = longest(
    ofKind.map((one) => ({ ...one, words: one.detail })),
    tail,
  );
  const end =
    detailed === undefined ? rest.length - measure.words.length : tail.length - detailed.words.length;
  const plain = ofKind.find(({ detail }) => detail === '') ?? (ofKind.length === 1 ? ofKind[0] : undefined);
  return {
    row: (detailed ?? plain)?.row,
    length: text.length - end,
    service: service.words.length,
    measure: text.length - rest.length,
  };
}

/** Every form of the known measures, with the English word folded. */
export const measureForms = catalogue.words.measure.words.flatMap(({ word, forms }) =>
  forms.map((form) => ({ kind: fold(word), words: form })),
);

export const belowTargetForms = formsOf('below target');
const runningForms = formsOf('running');

export function formsOf(word: (typeof grammar.sign)[number]['word']): readonly { readonly words: string }[] {
  return grammar.sign.flatMap((entry) =>
    entry.word === word ? entry.forms.map((words) => ({ words })) : [],
  );
}

/** ` below target`, ` under målet 3 månader i rad`. */
export function condition(rest: string): Sign['below'] {
  const text = afterSeparator(rest);
  const below = longest(belowTargetForms, text);
  if (below === undefined) return undefined;
  const howLong = afterSeparator(text.slice(below.words.length));
  if (howLong === '') return { n: 1 };
  const match = /^(\d{1,3}) (\S+) (.+)$/.exec(howLong);
  const unit = units.get(match?.[2] ?? '');
  const isRunning = runningForms.some(({ words }) => words === match?.[3]);
  if (!isRunning || unit === undefined || unit.working || !isSignUnit(unit.unit)) return undefined;
  const n = Number(match?.[1]);
  return n > 0 ? { n, unit: unit.unit } : undefined;
}

function isSignUnit(unit: string): unit is SignUnit {
  return unit === 'week' || unit === 'month' || unit === 'quarter' || unit === 'year';
}

/** The longest of these words that a text begins with, whole. */
export function longest<T extends { readonly words: string }>(
  candidates: readonly T[],
  text: string,
): T | undefined {
  let best: T | undefined;
  for (const candidate of candidates) {
    const { words } = candidate;
    if (words.length <= (best?.words.length ?? 0) || !text.startsWith(words)) continue;
    const goesOn = /^[\p{L}\p{N}_-]/u.test(text.slice(words.length));
    if (!goesOn) best = candidate;
  }
  return best;
}

function afterSeparator(text: string): string {
  return text.replace(/^[\s,;:-]+/, '');
}
