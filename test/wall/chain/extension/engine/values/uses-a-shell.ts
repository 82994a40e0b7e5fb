import { main } from '../../cli/main.ts';

/** Wrong: shells import the engine, never the other way. */
export const run = main;
