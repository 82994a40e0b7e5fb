import type { KindKey, PillarKey, SectionKey, WordListKey } from './generated/names.ts';
import type { KeyValues } from './generated/types.ts';

export type { KindKey, PillarKey, SectionKey, WordListKey };

/**
 * The type of a value or a cell: one of these names, with its parameters.
 * `schemas/` states it as `x-type` on each property; reader, completion and documentation use the same.
 */
export type ValueType =
  | {
      readonly is: Exclude<
        ValueTypeName,
        'word' | 'words' | 'wordDetail' | 'name' | 'names' | 'depends' | 'percent' | 'step'
      >;
    }
  /** Where the words of a scale are its document's own, beside those that are known. */
  | { readonly is: 'step'; readonly words?: readonly string[] }
  /** The end of a tier, which its column says already. */
  | { readonly is: 'percent'; readonly bound?: 'from' | 'below' }
  | { readonly is: 'word' | 'words' | 'wordDetail'; readonly list: WordListKey }
  | {
      readonly is: 'name' | 'names' | 'depends';
      readonly of: readonly (SectionKey | 'candidates' | 'any')[];
    };

export type ValueTypeName =
  | 'text'
  | 'identity' // the name of a row: any text
  | 'word' // one word of a list (closed, or open: any other text too)
  | 'words' // comma list of them
  | 'wordDetail' // word, then an optional ", detail"
  | 'who' // people, teams, parties: resolved with the names of the engagement
  | 'party'
  | 'name' // one row of a section
  | 'names' // comma list of rows
  | 'depends' // `A, B`, `A or B`, `2 of A, B, C`
  | 'link' // Markdown links, or a text
  | 'zone'
  | 'email'
  | 'plainDate'
  | 'date' // plain, or relative
  | 'dateOrYesNo'
  | 'yesNo'
  | 'duration'
  | 'percent'
  | 'money'
  | 'quantity'
  | 'integer'
  | 'step' // of a scale: a whole number, or a word
  | 'score' // a decimal without unit
  | 'scale' // `1-5`, or words, lowest first
  | 'scoreOrPass' // a score, or pass or fail
  | 'band' // `4 to 9 people`
  | 'period'
  | 'periods'
  | 'renewal'
  | 'measuredOver'
  | 'every'
  | 'when'
  | 'hours'
  | 'days'
  | 'regions'
  | 'countries'
  | 'country'
  | 'measure'
  | 'basis' // `fee`, or money
  | 'language'
  | 'paths'
  | 'raci'
  | 'sign'
  | 'change'
  | 'asPlace' // the type of the place that a change names: text
  | 'digest';

/** One front matter key, or one column of a section. */
export interface FieldSpec {
  /** snake_case of the English heading; the front matter key itself. */
  readonly key: string;
  /** The English heading; for a key, the key. */
  readonly title: string;
  /** The Swedish heading or form label. */
  readonly titleSv: string;
  readonly type: ValueType;
  readonly required: boolean;
  /** Of a column: a draft asks for it as if it were required, an active document under the profile "full" alone. */
  readonly wanted?: true;
  /** Every heading that is read for this column, both languages, folded. Empty for keys. */
  readonly aliases: readonly string[];
  /** One or two sentences for hovers and documentation. */
  readonly description: string;
  /** The question a form asks, in plain words. */
  readonly ask: string;
  readonly example: string;
  /** Words that mean this column where another header already means the one that names the rows, folded. */
  readonly beside?: readonly string[];
  /** Bounds of a percentage etc. beyond its type: a target, tier or cap stands between 0 and 100. */
  readonly within?: { readonly low: string; readonly high: string };
}

export interface SectionSpec {
  readonly key: SectionKey;
  readonly title: string;
  readonly titleSv: string;
  /** Every heading that is read for this section, both languages, folded. */
  readonly aliases: readonly string[];
  readonly shape: 'table' | 'list' | 'prose' | 'list or prose' | 'table or list';
  readonly columns: readonly FieldSpec[];
  /**
   * The type of further columns, whose headers are names of people, teams, parties or candidates; of holders, those are
   * teams and people. `down` is what people call the column of these names where they stand down the side, folded.
   */
  readonly further?: {
    readonly type: ValueType;
    readonly headers: 'who' | 'holders' | 'candidates';
    readonly down: readonly string[];
  };
  /** Columns that name a row; empty: rows have no identity. */
  readonly identity: readonly string[];
  readonly reach: 'engagement' | 'document' | 'none';
  /** The kind whose documents normally hold it; the others may too, unless `ownKindOnly`. */
  readonly kind: KindKey;
  readonly ownKindOnly: boolean;
  readonly description: string;
}

export interface KindSpec {
  readonly key: KindKey;
  readonly title: string;
  readonly titleSv: string;
  /** What several are called, as it stands in the middle of a sentence. */
  readonly plural: string;
  readonly pluralSv: string;
  /** What else one is called, folded: not read as the kind, but known to mean it. */
  readonly aliases: readonly string[];
  /** Whether one is never enough, as of processes and records. */
  readonly isSeries: boolean;
  /** The keys whose values name its file, in their order there; none: the kind itself does. */
  readonly namedBy: readonly string[];
  /** Further keys that are asked for before one is begun, because its rows follow from them. */
  readonly begunWith: readonly string[];
  /** Common keys first, then the kind's own. */
  readonly keys: readonly FieldSpec[];
  readonly sections: readonly SectionKey[];
  /** One of these must have rows: rules.md 1.7. */
  readonly lead: readonly SectionKey[];
  readonly leadAnywhere: boolean;
  readonly description: string;
}

/** A fixed list of words with the forms in which they are read. */
export interface WordListSpec {
  readonly key: WordListKey;
  readonly open: boolean;
  readonly words: readonly {
    /** The English form: the value in the model. */
    readonly word: string;
    readonly sv: string;
    /** All forms that are read, folded. */
    readonly forms: readonly string[];
  }[];
  /** What is not read and may mean words of the list, folded, with the English forms of these. */
  readonly offers?: Readonly<Record<string, readonly string[]>>;
}

/** A phase in the life of an engagement. */
export type Phase = NonNullable<KeyValues['phase']>;

/** Everything the reader knows of the format, generated from `schemas/`. */
export interface Catalogue {
  readonly kinds: Readonly<Record<KindKey, KindSpec>>;
  readonly sections: Readonly<Record<SectionKey, SectionSpec>>;
  readonly words: Readonly<Record<WordListKey, WordListSpec>>;
  /**
   * What an engagement stands on: the kinds of each pillar, in the order in which their documents are shown.
   * Sign-offs are in none, for they are told with what they sign.
   */
  readonly pillars: Readonly<Record<PillarKey, readonly KindKey[]>>;
  /** The kinds that each phase asks for, in the order in which they are worth beginning. */
  readonly phases: Readonly<Record<Phase, readonly KindKey[]>>;
}
