import type { Reading } from '../values/reading.ts';

/** Wrong: values are built on the model; and the two import each other. */
export interface Looking {
  readonly reading: Reading;
}
