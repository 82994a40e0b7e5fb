import type { Source } from '../model/document.ts';
import type { Span } from '../model/text.ts';

/** One key of front matter. */
export interface Entry {
  readonly key: string;
  /** The key as it stands there, where that is another spelling of it. */
  readonly keyWritten?: string;
  readonly keySpan: Span;
  /** The text, or the texts of a list, as YAML's failsafe schema reads them; empty for nothing. */
  readonly text: string | readonly string[];
  /** The same with its places. `text` is trimmed; of a list it is the entries joined by commas. */
  readonly source: Source;
  /** The value is no text and no list of texts, or cannot be parsed; a problem says so. */
  readonly broken?: true;
}
