import { foldHeading } from './vocabulary.ts';

/**
 * Whether a header names its column only where nothing else does: beside it, it is a column of somebody's own, such as
 * the traffic light beside the status, the first date beside the one that holds, or the controls beside the action.
 */
export function isStandIn(header: string): boolean {
  return standIns.has(foldHeading(header));
}

const standIns: ReadonlySet<string> = new Set([
  'rag',
  'rag status',
  'trafikljus',
  'baseline',
  'baseline date',
  'original date',
  'ursprungligt datum',
  'basplan',
  'review date',
  'next review',
  'översyn',
  'controls',
  'control',
  'existing controls',
  'kontroller',
  'befintliga åtgärder',
  'action owner',
  'åtgärdsansvarig',
]);
