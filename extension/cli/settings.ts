import {
  meantBy,
  problemOfSetting,
  templateLanguage,
  type TemplateLanguage,
  templateLanguages,
} from '../engine/editing.ts';
import { catalogue } from '../engine/model/generated/catalogue.ts';
import { say, type Said, type SaidPart } from '../engine/model/said.ts';
import type { FieldSpec, KindKey } from '../engine/model/schema.ts';
import { joined } from '../engine/reports.ts';
import { oneOf, type Arguments } from './parse-arguments.ts';
import { UsageError } from './shell.ts';

/**
 * The values of `--set key=value` for a kind, what is offered in words of the language; `note` is told of each that
 * is read in other words. Throws a UsageError where a key is unknown or a value does not read.
 */
export function settingsOf(
  args: Arguments,
  kind: KindKey,
  language: TemplateLanguage,
  note: (said: Said) => void,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const setting of args.values('set')) {
    const [, key = '', written = ''] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(setting) ?? [];
    if (key === '')
      throw new UsageError(
        say('--set "{{setting}}" is no key and value. Write for example {{example}}.', {
          setting,
          example: '--set start=2026-01-15',
        }),
      );
    const text = written.trim();
    const spec = catalogue.kinds[kind].keys.find((one) => one.key === key);
    const value =
      (spec && understood(spec, text, language, (said) => note(joined([key, said], ': ')))) ?? text;
    const problem = problemOfSetting(kind, key, value);
    if (problem !== undefined) throw new UsageError(withChoices(problem, spec, text, language));
    values.set(key, value);
  }
  return values;
}

/** The value that a text means, said where it is written otherwise; undefined where it is none, or one of several. */
export function understood(
  spec: FieldSpec,
  text: string,
  language: TemplateLanguage,
  note: (said: Said) => void,
): string | undefined {
  const { value } = meantBy(spec, text, language);
  if (value !== undefined && value !== text)
    note(say('"{{text}}" understood as {{value}}.', { text, value }));
  return value;
}

/** What is wrong with a text, and the values that it may mean. */
export function withChoices(
  problem: Said,
  spec: FieldSpec | undefined,
  text: string,
  language: TemplateLanguage,
): Said {
  const [first, ...others] = spec ? meantBy(spec, text, language).choices : [];
  if (first === undefined) return problem;
  const choices = others.reduce<SaidPart>(
    (before, next) => say('{{before}} or "{{next}}"', { before, next }),
    `"${first}"`,
  );
  return say('{{problem}} Meant is {{choices}}?', { problem, choices });
}

/** The language of `--lang`, else the first one of those that a template exists in. */
export function languageOf(args: Arguments, ...otherwise: readonly (string | undefined)[]): TemplateLanguage {
  const given = args.value('lang');
  if (given !== undefined) return oneOf('--lang', given.toLowerCase(), templateLanguages);
  return templateLanguage(...otherwise);
}
