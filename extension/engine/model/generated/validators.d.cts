// Generated from schemas/ by `npm run generate`. Do not edit.
import type { KindKey, SectionKey } from './names.ts';

interface Validate {
  (value: unknown): boolean;
  /** What was wrong with the value of the last call. */
  errors?:
    | readonly {
        readonly instancePath: string;
        readonly keyword: string;
        readonly params: Readonly<Record<string, unknown>>;
      }[]
    | null;
}

/** Validators of plain objects of values: values that read, absent keys left out. */
declare const validators: {
  readonly kinds: Readonly<Record<KindKey, Validate>>;
  readonly sections: Readonly<Record<SectionKey, Validate>>;
  /** Of the config file: the whole schema, since nothing else reads it. */
  readonly config: Validate;
  /** Of a snapshot of knowledge, for the same reason. */
  readonly knowledge: Validate;
};

export = validators;
