import type { Source } from '../model/document.ts';
import type { ValueType } from '../model/schema.ts';

/** The header cells of a table. */
export interface Headers extends ReadonlyArray<Source> {
  /** What stands below them, where it can be looked at. */
  readonly cells?: CellsBelow;
}

/** What stands below the headers of a table. */
export interface CellsBelow {
  isFilled(column: number): boolean;
  /** Whether most of what stands there is a value of a type. */
  holds(column: number, type: ValueType): boolean;
  /** Whether most of what stands there begins with a figure. */
  holdsFigures(column: number): boolean;
}
