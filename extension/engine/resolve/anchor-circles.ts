import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Span } from '../model/text.ts';
import { laterPlace } from './later-place.ts';
import { nameOfRow } from './names.ts';

/** A milestone whose Due is counted from another one. */
export interface CountedMilestone {
  readonly name: string;
  readonly field: Field;
  /** The name that it is counted from. */
  readonly span: Span;
}

/** Milestones that are counted from each other, so that none of them has a date. */
export interface AnchorCircle {
  /** The one that stands last (rules.md 1.3.11). */
  readonly last: CountedMilestone;
  /** The one that it is counted from, and so on. */
  readonly others: readonly CountedMilestone[];
}

/** The circles that the milestones of a document are part of, each once. */
export function anchorCircles(document: GovernedDocument, view: View): readonly AnchorCircle[] {
  const circles: AnchorCircle[] = [];
  const done = new Set<Row>();
  for (const first of document.sections.get('milestones')?.rows ?? []) {
    const path: Row<'milestones'>[] = [];
    let next: Row<'milestones'> | undefined = first;
    while (next && !done.has(next)) {
      done.add(next);
      path.push(next);
      next = view.anchor(next.cells.due)?.target as unknown as Row<'milestones'> | undefined;
    }
    const begin = next === undefined ? -1 : path.indexOf(next);
    if (begin >= 0) circles.push(circleOf(path.slice(begin), view));
  }
  return circles;
}

function circleOf(rows: readonly Row<'milestones'>[], view: View): AnchorCircle {
  const members = rows.map((row) => {
    const field: Field = row.cells.due!;
    return { name: nameOfRow(row) ?? '', field, span: view.anchor(field)!.span };
  });
  const last = members.reduce((one, other) =>
    laterPlace(one.field, other.field).later === one.field ? one : other,
  );
  const at = members.indexOf(last);
  return { last, others: [...members.slice(at + 1), ...members.slice(0, at)] };
}
