import { hasOtherUnit } from '../measure/verdict.ts';
import type { Field, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import type { Said } from '../model/said.ts';
import { isFilled } from '../resolve/is-filled.ts';
import type { ResultTarget } from '../resolve/results.ts';
import { isSameValue } from '../resolve/same-value.ts';
import { levelsOf } from '../resolve/service-levels.ts';
import { fold } from '../values/fold.ts';
import { nearMiss } from '../values/near-miss.ts';
import { valueMessages, type ValueMessageId } from '../values/problems.ts';
import { quote } from '../values/quote.ts';
import { columnTitle, joined, listSaid, quoted, say } from '../values/say.ts';
import type { GivenResult, GivenTable } from './results-table.ts';

/** More names than anybody reads: of a large engagement no more are told. */
const namesShown = 20;

/** "Payment gateway, availability", or the name of a key figure. */
export function targetName(target: ResultTarget): string {
  if (target.is === 'kpi') return target.row.cells.kpi!.source.text;
  const { service, measure } = target.row.cells;
  return `${service!.source.text}, ${measure!.source.text}`;
}

/** What is wrong with the header of a table; undefined where the table can hold results. */
export function problemOfHeader({ columns, unread }: GivenTable): Said | undefined {
  const { title: section, columns: specs } = catalogue.sections.results;
  const lacking = specs.filter(({ key }) => (key === 'of' || key === 'result') && !columns.has(key));
  if (lacking.length > 0)
    return say(
      'No column says {{columns}}: its header is the first line, in the words of the section Results.',
      {
        columns: listSaid(lacking.map((spec) => columnTitle(spec, { title: section }))),
      },
    );
  const twice = specs.find(({ aliases }) => unread.some((header) => aliases.includes(fold(header))));
  return (
    twice && say('Two columns say {{column}}: leave one.', { column: columnTitle(twice, { title: section }) })
  );
}

/** What is wrong with a line; `before` is an earlier one about the same. */
export function problemOfResult(
  { row }: GivenResult,
  target: ResultTarget | undefined,
  before: GivenResult | undefined,
  view: View,
): Said | undefined {
  if (!row) return say('This line is no result: it reads as the name of a group, or a total.');
  const cells = Object.values(row.cells) as readonly (Field | undefined)[];
  const unread = cells.find((field) => field?.state === 'unread');
  if (unread) return unreadSaid(unread);
  if (!target) return unknownSaid(row, view);
  const name = quote(targetName(target));
  const { result } = row.cells;
  if (!isFilled(result))
    return say(
      '"{{name}}" has no result here: write "no data" where nothing was measured, or take the line out.',
      {
        name,
      },
    );
  if (result?.value && target.target?.value && hasOtherUnit(result.value, target.target.value))
    return say('"{{result}}" has another unit than the target "{{target}}" of "{{name}}".', {
      result: quote(result.source.text),
      target: quote(target.target.source.text),
      name,
    });
  return before && !isSameRow(before.row!, row, view)
    ? say('"{{name}}" stands in line {{line}} already, with other values.', {
        name,
        line: String(before.line),
      })
    : undefined;
}

function unreadSaid({ spec, problem, source }: Field): Said {
  const title = columnTitle(spec, catalogue.sections.results);
  const message = problem && valueMessages[problem.id as ValueMessageId];
  const said = message
    ? { template: message, data: problem.data }
    : say('"{{value}}" does not read.', { value: quote(source.text) });
  return joined([title, said], ': ');
}

function unknownSaid({ cells: { of, measure } }: Row<'results'>, view: View): Said {
  if (!isFilled(of)) return say('Nothing says what was measured.');
  const name = of!.source.text;
  const levels = levelsOf(name, view);
  if (levels.length === 0) return unknownName(name, view);
  const measures = [...new Set(levels.map(({ cells }) => cells.measure?.source.text ?? ''))];
  const shown = listSaid(measures.slice(0, namesShown).map((text) => quoted(quote(text))));
  return isFilled(measure)
    ? say('"{{measure}}" is no measure of "{{name}}": what is measured there is {{measures}}.', {
        measure: quote(measure!.source.text),
        name: quote(name),
        measures: shown,
      })
    : say('Nothing says which measure of "{{name}}" it is: there are {{measures}}.', {
        name: quote(name),
        measures: shown,
      });
}

function unknownName(name: string, view: View): Said {
  const texts = [
    ...view.rows('service_levels').map(({ cells }) => cells.service?.source.text ?? ''),
    ...view.rows('kpis').map(({ cells }) => cells.kpi?.source.text ?? ''),
  ];
  const known = [...new Set(texts)].filter((text) => fold(text) !== '');
  const near = nearMiss(name, known.slice(0, 200));
  return near === undefined
    ? say('"{{name}}" is no service with a service level, and no key figure.', { name: quote(name) })
    : say('"{{name}}" is no service with a service level, and no key figure. Did you mean "{{near}}"?', {
        name: quote(name),
        near: quote(near),
      });
}

/** Whether two rows about one target say the same in every cell. */
function isSameRow(a: Row<'results'>, b: Row<'results'>, view: View): boolean {
  const [left, right] = [a.cells, b.cells] as readonly Readonly<Record<string, Field | undefined>>[];
  return catalogue.sections.results.columns.every(({ key }) => {
    if (key === 'of' || key === 'measure') return true;
    const [one, other] = [left![key], right![key]];
    if (!isFilled(one) || !isFilled(other)) return isFilled(one) === isFilled(other);
    return one!.source.text === other!.source.text || isSameValue(one!, other!, view);
  });
}
