import type { Row } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import { cellOf } from '../resolve/names.ts';
import { isFilled } from '../resolve/is-filled.ts';
import type { CheckRule } from '../rules/define.ts';
import { placeOf, type ExactPlace } from '../rules/place-of.ts';
import type { Remark } from '../rules/remark.ts';
import { oneLine } from '../values/one-line.ts';

/** A place by what stands there, so that it is known again on another line. */
export interface ToldPlace {
  readonly path: string;
  /** The folder of its engagement; undefined where it is in none. */
  readonly engagement: string | undefined;
  /** `Section.Column` without the number of the row, or a front matter key; empty where the place is neither. */
  readonly at: string;
  /** What names the row; of a row without a name its text. */
  readonly row: { readonly names: readonly string[] } | { readonly text: string } | undefined;
  /** The heading above a place that is neither in a known section nor a key. */
  readonly heading: string | undefined;
  readonly text: string;
}

/** What was said of a place, as it is compared with what was said at another time. */
export interface Told {
  readonly code: string;
  readonly messageId: string;
  readonly data: Said['data'];
  /** See `Meta.counts`. */
  readonly counts: string | undefined;
  /** It reads the history, whose figures grow by themselves. */
  readonly ofHistory: boolean;
  readonly place: ToldPlace;
  readonly related: readonly ToldPlace[];
}

export function remarkTold({ rule, messageId, data, place, related }: Remark, engagement: string): Told {
  return {
    code: rule.code,
    messageId,
    data,
    counts: rule.meta.counts,
    ofHistory: rule.meta.scope === 'G',
    place: placeTold(place, engagement),
    related: related.map(({ at }) => placeTold(placeOf(at), engagement)),
  };
}

/** The same of what is said beside the documents of engagements. */
export function findingTold({ code, messageId, said, path }: Finding, rules: readonly CheckRule[]): Told {
  const place = { path, engagement: undefined, at: '', row: undefined, heading: undefined, text: '' };
  const counts = rules.find((rule) => rule.code === code)?.meta.counts;
  return { code, messageId, data: said.data, counts, ofHistory: false, place, related: [] };
}

/** What is looked at of a text: of a long one its beginning tells it from others. */
const charactersCompared = 200;

function placeTold({ document, span, at, row }: ExactPlace, engagement: string): ToldPlace {
  const { path, text, headings } = document;
  return {
    path,
    engagement,
    at: at.replace(/\[\d+\]/g, ''),
    row: row && rowTold(row),
    heading:
      at === '' ? oneLine(headings.findLast((one) => one.span.start <= span.start)?.text ?? '') : undefined,
    text: oneLine(text.slice(span.start, Math.min(span.end, span.start + charactersCompared))),
  };
}

export function rowTold(row: Row): NonNullable<ToldPlace['row']> {
  const names = row.section.spec.identity.flatMap((column) => {
    const field = cellOf(row, column);
    return field && isFilled(field) ? [field.source.text] : [];
  });
  if (names.length > 0) return { names };
  return { text: oneLine(row.section.document.text.slice(row.span.start, row.span.end)) };
}
