// Wrong on purpose: a type from behind the doors binds the editor to it all the same.
import type { Reading } from '../engine/values/reading.ts';

export type Wrong = Reading;
