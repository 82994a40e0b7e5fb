/** An English sentence apart from what is filled into it, so that a shell can say it in another language. */
export interface Said {
  /** `{{name}}` stands for what `data` holds under that name. */
  readonly template: string;
  readonly data: Readonly<Record<string, SaidPart>>;
}

/** A text stands as it is in every language: somebody wrote it, or it is a figure. */
export type SaidPart = string | Said | FormatWords;

/** Words of the format, such as "6 months". */
export interface FormatWords {
  /** In English. */
  readonly words: string;
  /** What they are about, which decides how another language says them: `any`, or the name of a group of phrases. */
  readonly group: string;
}
