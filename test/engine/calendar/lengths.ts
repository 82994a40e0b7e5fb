import type { Duration, TimeUnit } from '../../../extension/engine/model/value.ts';
import { workCalendar } from '../../../extension/engine/calendar/working-time.ts';

/** "6 month" as a length; in working time with `working`. */
export function length(text: string): Duration {
  const [n = '', unit = ''] = text.split(' ');
  return { n, unit: unit as TimeUnit, working: false };
}

export function working(text: string): Duration {
  return { ...length(text), working: true };
}

/** Monday to Friday 08:00-17:00 in Stockholm, without holidays. */
export const officeHours = workCalendar(
  { kind: 'times', spans: [{ from: '08:00', to: '17:00' }] },
  { zone: 'Europe/Stockholm' },
);
