import type { Finding } from '../model/finding.ts';
import { lineStarts, rangeOf } from '../model/text.ts';
import { say } from '../values/say.ts';
import { titled, worded } from './findings.ts';
import { configMessages, type ConfigProblem } from '../parse/config-problems.ts';

/** The rule of the config: no other rule speaks of it. */
const configRule = { code: 'CFG001', name: 'config-reads' } as const;

/**
 * What is wrong with `outrigger.yml`. The config belongs to no engagement and no profile, so its
 * findings have a code of their own and cannot be switched off by the file they are about.
 */
export function configFindings(
  path: string,
  text: string,
  problems: readonly ConfigProblem[],
): readonly Finding[] {
  const starts = lineStarts(text);
  return problems.map(({ id, data, span, replacement, isSameWord }) => {
    const range = rangeOf(starts, span);
    return {
      ...configRule,
      severity: 'error',
      ...worded(id, { template: configMessages[id], data }),
      path,
      range,
      at: '',
      related: [],
      fixes:
        replacement === undefined
          ? []
          : [
              {
                ...titled(say('Replace by "{{text}}"', { text: replacement })),
                safe: isSameWord === true,
                edits: [{ path, range, newText: replacement }],
              },
            ],
    };
  });
}
