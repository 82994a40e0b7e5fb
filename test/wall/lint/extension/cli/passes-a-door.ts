// Wrong on purpose: a shell that takes what stands behind the doors of the engine.
import { createView } from '../engine/resolve/view.ts';

export const wrong: unknown = createView;
