import { rememberedClocks, type Clocks } from '../calendar/zone-clock.ts';
import type { View } from '../model/engagement.ts';
import { onceFor } from '../values/once-for.ts';

/** The clocks of the zones of an engagement: its meetings ask for the same few, over much the same days. */
export const clocksOf: (view: View) => Clocks = onceFor(() => rememberedClocks());
