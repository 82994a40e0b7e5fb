// Wrong on purpose: a shell that takes what stands behind the doors of the engine.
import { load } from '../engine/values/reading.ts';

export const wrong: unknown = load;
