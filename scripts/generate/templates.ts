import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `templates/<language>/<name>.md` as a module, so that they are there wherever the engine runs. */
export function renderTemplates(root: string): string {
  const folder = join(root, 'templates');
  const languages = readdirSync(folder).sort();
  return [
    '// Generated from templates/ by `npm run generate`. Do not edit.',
    '',
    "import type { Language } from '../../model/language.ts';",
    '',
    '/** Texts of templates by language and name: a kind, or a kind and the word that one of its values is. */',
    'export const templates: Readonly<Record<Language, Readonly<Record<string, string>>>> = {',
    ...languages.flatMap((language) => [
      `  ${language}: {`,
      ...readdirSync(join(folder, language))
        .filter((name) => name.endsWith('.md'))
        .sort()
        .map((name) => {
          const text = readFileSync(join(folder, language, name), 'utf8').replaceAll('\r\n', '\n');
          return `    ${JSON.stringify(name.replace(/\.md$/, ''))}: ${JSON.stringify(text)},`;
        }),
      '  },',
    ]),
    '};',
    '',
  ].join('\n');
}
