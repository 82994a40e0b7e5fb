import type { Row } from '../../model/document.ts';
import type { Named, View } from '../../model/engagement.ts';
import { addTo } from '../../values/add-to.ts';

/** A zone in which somebody attends, and who they are. */
export interface ZoneOfSomeone {
  readonly zone: string;
  readonly who: readonly string[];
}

/** The zones of those who attend a meeting, in the order in which they are named. */
export function zonesOf(meeting: Row<'meetings'>, view: View): readonly ZoneOfSomeone[] {
  const zones = new Map<string, string[]>();
  for (const { target, text } of view.who(meeting.cells.attends)) {
    const zone = target && zoneOf(target, view);
    if (zone === undefined) continue;
    addTo(zones, zone, text);
  }
  return [...zones].map(([zone, who]) => ({ zone, who }));
}

function zoneOf(named: Named, view: View): string | undefined {
  if (named.is === 'team') return named.row.cells.zone?.value;
  if (named.is !== 'person') return undefined;
  return named.row.cells.zone?.value ?? view.teamsOf(named.row)[0]?.cells.zone?.value;
}
