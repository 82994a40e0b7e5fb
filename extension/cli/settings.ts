import { problemOfSetting } from '../engine/features/read-setting.ts';
import type { TemplateLanguage } from '../engine/features/scaffold.ts';
import { templateLanguage, templateLanguages } from '../engine/features/template-language.ts';
import type { KindKey } from '../engine/model/schema.ts';
import { oneOf, type Arguments } from './parse-arguments.ts';
import { UsageError } from './shell.ts';

/** The values of `--set key=value` for a kind. Throws a UsageError where a key is unknown or a value does not read. */
export function settingsOf(args: Arguments, kind: KindKey): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const setting of args.values('set')) {
    const [, key = '', value = ''] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(setting) ?? [];
    if (key === '')
      throw new UsageError(
        `--set "${setting}" is no key and value. Write for example --set start=2026-01-15.`,
      );
    const text = value.trim();
    const problem = problemOfSetting(kind, key, text);
    if (problem !== undefined) throw new UsageError(problem);
    values.set(key, text);
  }
  return values;
}

/** The language of `--lang`, else the first one of those that a template exists in. */
export function languageOf(args: Arguments, ...otherwise: readonly (string | undefined)[]): TemplateLanguage {
  const given = args.value('lang');
  if (given !== undefined) return oneOf('--lang', given.toLowerCase(), templateLanguages);
  return templateLanguage(...otherwise);
}
