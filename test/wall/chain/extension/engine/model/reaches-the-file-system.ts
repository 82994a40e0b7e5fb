import { cell } from '../../tables/cell.ts';

/** Wrong: harmless by itself, but what it imports reads files. */
export const first = cell;
