import type { CodeownersDrift } from '../kinds/ownership-map/codeowners-drift.ts';
import type { CodeownersStanding } from '../kinds/ownership-map/codeowners-standing.ts';
import { inEnglish, type Said } from '../model/said.ts';
import type { Position } from '../model/text.ts';
import { say } from '../values/say.ts';
import { english, type ReportLanguage } from './language.ts';
import { shown, shownJson, shownName } from './shown.ts';

/** Where the file says something else than Components, a line each, and how many there are. */
export function driftText(standing: CodeownersStanding, language: ReportLanguage = english): string {
  const lines = told(standing).map(
    ({ path, at, said }) =>
      `${shownName(path)}:${at.line + 1}:${at.character + 1}: ${shown(language.say(said))}`,
  );
  const n = String(lines.length);
  return [...lines, language.say(countSaid(standing, n)), ''].join('\n');
}

function countSaid({ file, isWhole, rows, text }: CodeownersStanding, n: string): Said {
  if (n === '0' && isWhole && rows.length === 0 && text === undefined)
    return say('No component has Paths in this repository.');
  const data = { file: shownName(file), n };
  if (n !== '0') return say('{{file}}: {{n}} {{n|difference|differences}}.', data);
  return isWhole
    ? say('{{file}} says what Components say.', data)
    : say(
        'A component has nobody accountable, or names somebody, or files, that do not read: outrigger check says where.',
      );
}

/** The rows, and where the file says something else. */
export function codeownersJson(standing: CodeownersStanding): string {
  const { file, platform, rows, isWhole, notLooked } = standing;
  return shownJson({
    file,
    dialect: platform,
    rows,
    complete: isWhole,
    notLooked: notLooked ? inEnglish(notLooked) : null,
    drift: told(standing).map(({ kind, path, at, said }) => ({
      kind,
      path,
      line: at.line + 1,
      column: at.character + 1,
      message: inEnglish(said),
    })),
  });
}

interface Told {
  readonly kind: CodeownersDrift['kind'] | 'unsayable';
  readonly path: string;
  readonly at: Position;
  readonly said: Said;
}

/** What differs in the file, and what keeps Components from saying it. */
function told({ file, path, drift, problems }: CodeownersStanding): readonly Told[] {
  return [
    ...problems.map((one) => ({ kind: 'unsayable' as const, ...one })),
    ...drift.map((one) => ({ path: path ?? file, ...one })),
  ];
}
