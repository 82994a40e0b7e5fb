import type { CheckReport } from '../model/check-result.ts';
import type { Free, FreeIs } from '../model/coverage.ts';
import type { Said, SaidPart } from '../model/said.ts';
import { countFigure } from '../values/length-said.ts';
import { joined, say } from '../values/say.ts';
import { jsonRange } from './json-range.ts';
import type { ReportLanguage } from './language.ts';
import type { Paint } from './paint.ts';
import { shown, shownName } from './shown.ts';
import { padded } from './text-table.ts';

/** What was read, in a line. */
export function readSaid({ summary: { tables, cells, names }, coverage }: CheckReport): Said {
  const counts = {
    tables: countFigure(tables),
    cells: countFigure(cells),
    names: countFigure(names),
  };
  const read = say(
    'Read: {{tables}} {{tables|table|tables}}, {{cells}} {{cells|cell|cells}}, {{names}} {{names|name|names}}.',
    counts,
  );
  const rest = coverage
    ? say('Not read: {{n}} {{n|entry|entries}}.', { n: countFigure(coverage.free.length) })
    : say('outrigger check --coverage lists what is not read.');
  return joined([read, rest], ' ');
}

/** What is not read, file by file, with an empty line behind it. */
export function freeLines(free: readonly Free[], paint: Paint, language: ReportLanguage): readonly string[] {
  if (free.length === 0) return [];
  const lines = [paint('strong', language.say(say('Not read:'))), ''];
  const places = free.map(({ range: { start } }) => `${start.line + 1}:${start.character + 1}`);
  const kinds = free.map(({ is }) => language.say(freeKinds[is]));
  const width = Math.max(...places.map((text) => text.length));
  const kindWidth = Math.max(...kinds.map((text) => [...text].length));
  let path: string | undefined;
  free.forEach((one, i) => {
    if (one.path !== path) {
      if (path !== undefined) lines.push('');
      path = one.path;
      lines.push(paint('strong', shownName(path)));
    }
    const { code, text } = one;
    const said = shown(
      language.say(joined([...(text === '' ? [] : [`"${text}":`]), one.why, ...held(one)], ' ')),
    );
    const rule = code === undefined ? '' : `  ${paint('faint', code)}`;
    lines.push(
      `  ${(places[i] ?? '').padStart(width)}  ${padded(kinds[i] ?? '', kindWidth)}  ${said}${rule}`,
    );
  });
  return [...lines, ''];
}

/** What stands in it that could have been read. */
function held({ is, tables, cells }: Free): readonly SaidPart[] {
  const n = countFigure(cells);
  if (is === 'section' && tables > 0)
    return [
      say('It holds {{tables}} {{tables|table|tables}} with {{n}} {{n|cell|cells}}.', {
        tables: countFigure(tables),
        n,
      }),
    ];
  return cells > 0 ? [say('It holds {{n}} {{n|cell|cells}}.', { n })] : [];
}

const freeKinds: Readonly<Record<FreeIs, Said>> = {
  document: say('document'),
  section: say('section'),
  table: say('table'),
  column: say('column'),
  row: say('row'),
  key: say('key'),
  text: say('text'),
};

/** The same for programs. */
export function freeData({ is, text, path, range, reason, tables, cells, code }: Free): object {
  return { is, text, path, ...jsonRange(range), why: reason, tables, cells, code: code ?? null };
}
