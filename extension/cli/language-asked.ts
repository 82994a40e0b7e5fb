import { configPath } from '../engine/model/config-path.ts';
import type { Language } from '../engine/model/language.ts';
import type { ReportLanguage } from '../engine/text.ts';
import { languageCodes } from './common-options.ts';
import { findRoot, pathInRoot } from './find-root.ts';
import { languageNamed } from './language-named.ts';
import { placeInRoot } from './place-in-root.ts';
import { createFileReader } from './regular-file.ts';
import type { Environment } from './shell.ts';

/**
 * What a run speaks: the language of `--lang`, else of the config, else of the machine. Asked before the arguments are
 * checked, so that what is wrong with them is said in it too; what is wrong with `--lang` itself counts for nothing here.
 */
export async function languageAsked(
  argv: readonly string[],
  { cwd, variables }: { readonly cwd: string | undefined } & Pick<Environment, 'variables'>,
): Promise<ReportLanguage> {
  const given = optionIn(argv, 'lang')?.toLowerCase();
  const code =
    languageCodes.find((one) => one === given) ??
    (cwd === undefined ? undefined : await languageOfConfig(argv, cwd)) ??
    languageOfMachine(variables);
  return await languageNamed(code);
}

/** The last value of an option, wherever it stands. */
function optionIn(argv: readonly string[], name: string): string | undefined {
  const values = argv.flatMap((argument, i) => {
    if (argument === `--${name}`) return argv[i + 1] ?? [];
    return argument.startsWith(`--${name}=`) ? argument.slice(name.length + 3) : [];
  });
  return values.at(-1);
}

const bytesAtMost = 64 * 1024;

/** What cannot be read says nothing: whoever reads it for the run tells why. */
async function languageOfConfig(argv: readonly string[], cwd: string): Promise<Language | undefined> {
  try {
    const root = findRoot(cwd, optionIn(argv, 'root'));
    const given = optionIn(argv, 'config');
    const place = placeInRoot(root, given === undefined ? configPath : pathInRoot(cwd, root, given));
    const content = place === undefined ? undefined : createFileReader(bytesAtMost)(place);
    const text = content?.kind === 'bytes' ? new TextDecoder().decode(content.bytes) : '';
    // Most configs do not name it, and whatever reads YAML comes with the engine.
    if (!text.includes('language')) return undefined;
    return (await import('./commands.ts')).languageOfConfig(text);
  } catch {
    return undefined;
  }
}

/** As POSIX has it: the first of these that is set decides. */
function languageOfMachine(variables: Environment['variables']): Language {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => variables[name]).find(Boolean) ?? '';
  return /^sv(?![a-z])/i.test(locale) ? 'sv' : 'en';
}
