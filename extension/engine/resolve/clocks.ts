import { rememberedClocks, type Clocks } from '../calendar/zone-clock.ts';
import type { View } from '../model/engagement.ts';
import type { Holidays } from '../model/ports.ts';
import { onceFor } from '../values/once-for.ts';

/**
 * The clocks of zones: the meetings of every engagement ask for the same few, over much the same years. They live as
 * long as the calendar of holidays, which engagements share, else as long as the view.
 */
export function clocksOf(view: View): Clocks {
  return clocksBeside(view.holidays ?? view);
}

const clocksBeside: (of: Holidays | View) => Clocks = onceFor(() => rememberedClocks());
