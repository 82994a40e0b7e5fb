import type { Said, SaidPart } from '../engine/model/said.ts';

/** Says in the language of the editor what the engine said in English. Without a bundle everything stays as it is. */
export interface Localiser {
  finding(finding: SaidFinding, templatesOf: TemplatesOf): string;
  question(question: SaidQuestion, templatesOf: TemplatesOf): { readonly ask: string; readonly how: string };
  due(item: SaidDue, templatesOf: TemplatesOf): string;
  /** A text of the format (a description, a question, the summary or title of a fact), or a template with its data. */
  text(template: string, data?: Data): string;
  /** The working of a fact, how a value was read, or a line of a report. */
  say(said: Said): string;
  /** A title of a fix, a remark at a related place, or a word that a fact gives as its value. */
  phrase(text: string, kind: PhraseKind): string;
  /** `Section[row].Column` without the row, a section, or a key of the front matter, which has one name only. */
  place(at: string): string;
}

export type PhraseKind = 'fix' | 'related' | 'value';

type Data = Readonly<Record<string, string>>;
type Bundle = Readonly<Record<string, string>>;

interface Coded {
  readonly code: string;
  readonly messageId: string;
}

interface SaidFinding extends Coded {
  readonly message: string;
  readonly data: Data;
}

interface SaidQuestion extends Coded {
  readonly ask: string;
  readonly how: string;
  readonly data: Data;
}

interface SaidDue extends Coded {
  readonly what: string;
  readonly words: Data;
}

/** What the engine filled to say something, as its `templatesOf` gives it. */
export type TemplatesOf = (
  said: Coded,
) => { readonly message?: string; readonly ask?: string; readonly how?: string } | undefined;

/**
 * A bundle holds texts under their English with `{name}` for a placeholder, and below `english/group` the
 * phrases that the engine puts into a placeholder: the group is the name of the placeholder, the one that the engine
 * says with its words, or `any`.
 */
export function createLocaliser(bundle: Bundle | undefined): Localiser {
  const texts = new Map(Object.entries(bundle ?? {}));
  const patterns = new Map<string, Pattern[]>();
  for (const [key, text] of texts) {
    const pattern = patternOf(key, text);
    if (!pattern) continue;
    // Somebody may have written just this, braces and all.
    texts.delete(key);
    const group = patterns.get(pattern.group);
    if (group) group.push(pattern);
    else patterns.set(pattern.group, [pattern]);
  }

  function said(template: string | undefined, data: Data, english: string): string {
    const text = template === undefined ? undefined : texts.get(singleBraces(template));
    return text === undefined ? english : fill(text, data);
  }

  /** Fills `{name}` once: what comes in is never filled again, whatever braces it holds. */
  function fill(text: string, data: Data): string {
    return filled(text, (name, at) => {
      const value = Object.hasOwn(data, name) ? data[name] : undefined;
      if (value === undefined) return undefined;
      const group = groups[name] ?? name;
      // Between quotes stands what somebody wrote, or is to write: only what the format itself names has two forms.
      const isQuoted = (text.slice(0, at).split('"').length - 1) % 2 === 1;
      if (isQuoted && !ownWords.has(group)) return value;
      return localised(value, group, data);
    });
  }

  function localised(value: string, group: string, data: Data): string {
    return (
      (group === 'ask' ? texts.get(value) : undefined) ??
      (group === 'column' ? texts.get(`${data['section'] ?? ''}.${value}/column`) : undefined) ??
      phraseOf(value, group) ??
      listOf(value, group) ??
      inSigns(wordForWord.has(group) ? wordByWord(value, group) : value, group)
    );
  }

  /** Numbers, times of day and ranges as the language writes them; a text that is none of these is left alone. */
  function inSigns(text: string, group: string): string {
    const isFigure = figureGroups.has(group) || wholeFigure.test(text);
    const isTime = timeGroups.has(group) || wholeTime.test(text);
    if (!isFigure && !isTime) return text;
    const figures = plainDecimal.test(text) ? text.replace(/\.?0+$/, '') : text;
    const inFigures = figures
      .replace(/(?<=\d)\.(?=\d)/g, texts.get('decimal point/sign') ?? '.')
      .replace(/(?<=^|[\s(])-(?=[\d ]|$)/g, texts.get('minus/sign') ?? '-');
    const inTimes = isTime
      ? inFigures.replace(/(?<=\d\d:\d\d|\p{L})-(?=\d\d:\d\d|\p{L})/gu, texts.get('range/sign') ?? '-')
      : inFigures;
    return inTimes.replace(/\b(\d\d):(?=\d\d\b)/g, `$1${texts.get('clock/sign') ?? ':'}`);
  }

  /** The phrase itself, or one with places in it that fits. */
  function phraseOf(value: string, group: string): string | undefined {
    const exact = texts.get(`${value}/${group}`) ?? texts.get(`${value}/any`);
    if (exact !== undefined) return exact;
    for (const { regex, names, text } of [...(patterns.get(group) ?? []), ...(patterns.get('any') ?? [])]) {
      const found = regex.exec(value);
      if (found) return fill(text, Object.fromEntries(names.map((name, i) => [name, found[i + 1] ?? ''])));
    }
    return undefined;
  }

  /** "a, b and c" where each is a phrase, or a text in quotes. */
  function listOf(value: string, group: string): string | undefined {
    const found = /^(.+) (and|or) (.+)$/s.exec(value);
    if (!found) return undefined;
    const [, before = '', join = '', last = ''] = found;
    const parts = isQuote(before) && isQuote(last) ? [before, last] : [...before.split(', '), last];
    const translated = parts.map((part) => (isQuote(part) ? part : phraseOf(part, group)));
    const joined = texts.get(`${join}/any`);
    if (joined === undefined || translated.some((part) => part === undefined)) return undefined;
    return `${translated.slice(0, -1).join(', ')} ${joined} ${translated.at(-1) ?? ''}`;
  }

  function wordByWord(value: string, group: string): string {
    return value.replace(/[A-Za-z]+/g, (word) => texts.get(`${word}/${group}`) ?? word);
  }

  function say({ template, data }: Said): string {
    const key = singleBraces(template);
    return filled(texts.get(key) ?? key, (name) =>
      Object.hasOwn(data, name) ? sayPart(data[name]!) : undefined,
    );
  }

  function sayPart(part: SaidPart): string {
    if (typeof part === 'string') return part;
    return 'words' in part ? localised(part.words, part.group, {}) : say(part);
  }

  return {
    finding(finding, templatesOf) {
      const template = templatesOf(finding)?.message;
      return said(template, { code: finding.code, ...finding.data }, finding.message);
    },
    question(question, templatesOf) {
      const templates = templatesOf(question);
      return {
        ask: said(templates?.ask, question.data, question.ask),
        how: said(templates?.how, question.data, question.how),
      };
    },
    due(item, templatesOf) {
      return said(templatesOf(item)?.message, { code: item.code, ...item.words }, item.what);
    },
    text: (template, data = {}) => fill(texts.get(singleBraces(template)) ?? singleBraces(template), data),
    say,
    phrase: (text, kind) =>
      phraseOf(text, kind) ?? inSigns(wordForWord.has(kind) ? wordByWord(text, kind) : text, kind),
    place(at) {
      const [, section = at, column] = /^([^[]+)\[\d+\](?:\.(.+))?$/s.exec(at) ?? [];
      const title = texts.get(`${section}/section`) ?? section;
      return column === undefined ? title : `${title}, ${localised(column, 'column', { section })}`;
    },
  };
}

/** Placeholders that hold what another group has phrases for. */
const groups: Readonly<Record<string, string>> = {
  sections: 'section',
  first: 'section',
  second: 'section',
  firstGaps: 'gaps',
  secondGaps: 'gaps',
  other: 'what',
  ceiling: 'figures',
  before: 'figures',
  after: 'figures',
};

/** Words of the format: they can be written in either language, so that quotes around them bind nobody. */
const ownWords: ReadonlySet<string> = new Set(['section', 'column', 'example']);

/** Groups whose phrases are single words, with something between them that needs none. */
const wordForWord: ReadonlySet<string> = new Set(['gaps', 'days', 'value']);

/** Groups of texts that are numbers, times or calculations, without a word that somebody wrote. */
const figureGroups: ReadonlySet<string> = new Set(['figures', 'value']);

/** A number, with its unit. */
const wholeFigure = /^-?\d[\d ]*(?:\.\d+)?(?: (?:%|s|[A-Z]{3}))?$/;
const plainDecimal = /^-?\d+\.\d+$/;

/** Groups of texts that hold spans of days of the week and of times of day. */
const timeGroups: ReadonlySet<string> = new Set(['gaps', 'days']);

const wholeTime = /^\d\d:\d\d(?:-\d\d:\d\d)?$/;

interface Pattern {
  readonly group: string;
  readonly regex: RegExp;
  readonly names: readonly string[];
  readonly text: string;
}

/** A phrase with `{name}` as something to compare with; `{n}` is a number, and what stands in quotes ends with them. */
function patternOf(key: string, text: string): Pattern | undefined {
  const slash = key.lastIndexOf('/');
  const english = key.slice(0, slash);
  if (slash < 0 || !/^\w+$/.test(key.slice(slash + 1)) || !/\{\w+\}/.test(english)) return undefined;
  const names: string[] = [];
  const source = english
    .split(/("?\{\w+\}"?)/)
    .map((part) => {
      const [, open, name, close] = /^("?)\{(\w+)\}("?)$/.exec(part) ?? [];
      if (name === undefined) return part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      names.push(name);
      const what = name === 'n' ? '(-?\\d+(?:[ .]\\d+)*)' : open === '"' ? '([^"]*)' : '(.*)';
      return `${open}${what}${close}`;
    })
    .join('');
  return { group: key.slice(slash + 1), regex: new RegExp(`^${source}$`, 's'), names, text };
}

function isQuote(text: string): boolean {
  return /^".*"$/s.test(text);
}

/** Fills `{days}`, and chooses in `{days|dag|dagar}` the word that agrees with that number. */
function filled(text: string, textOf: (name: string, at: number) => string | undefined): string {
  return text.replace(
    /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g,
    (whole: string, name: string, one: string | undefined, several: string | undefined, at: number) => {
      const value = textOf(name, at);
      if (value === undefined) return whole;
      return one === undefined ? value : /^[-−]?1$/.test(value) ? one : (several ?? '');
    },
  );
}

function singleBraces(template: string): string {
  return template.replace(/\{\{([^{}]+)\}\}/g, '{$1}');
}
