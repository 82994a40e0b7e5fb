import type { TextEdit } from '../../model/finding.ts';
import type { Said } from '../../model/said.ts';
import type { PersonPlace } from './person-places.ts';

/** What can be written at once where somebody takes over, and what is left to a person; plain data. */
export interface HandOver {
  /** The key of who takes over. */
  readonly to: string;
  /** The new text of each file that changes, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The same as edits. */
  readonly edits: readonly TextEdit[];
  /** The places that change, that of the last day among them. */
  readonly changed: readonly PersonPlace[];
  /** Places that name the person still, and why. */
  readonly left: readonly { readonly place: PersonPlace; readonly why: Said }[];
}
