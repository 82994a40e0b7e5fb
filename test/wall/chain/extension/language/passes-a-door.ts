// Wrong on purpose: the words of a language that take what stands behind the doors of the engine, and a shell.
import { load } from '../engine/values/reading.ts';
import * as main from '../cli/main.ts';

export const wrong: unknown = [load, main];
