import type { Field, Row } from '../../../model/document.ts';
import type { DurationValue } from '../../../model/value.ts';
import { compareLengths } from '../../../resolve/compared-lengths.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { onlyNumberIn } from '../../../resolve/priorities.ts';
import { promised } from '../../../resolve/promised.ts';
import { defineRule } from '../../../rules/define.ts';
import { addTo } from '../../../values/add-to.ts';
import { foldName } from '../../../values/fold.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

export default defineRule({
  code: 'CMM006',
  name: 'escalation-ordered',
  meta: {
    kinds: ['communication-plan'],
    reads: [
      'communication-plan/Escalation.Level',
      'communication-plan/Escalation.After',
      'communication-plan/Escalation.For',
      'engagement/start',
      'engagement/office_hours',
      'engagement/zone',
    ],
    summary: 'Require each level of escalation to be reached later than the one before',
    severity: 'error',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    early:
      '"{{level}}" is reached after "{{after}}", and the level before it, "{{lowerLevel}}", after "{{wait}}": each must come later.',
  },
  engagement(view, report) {
    for (const section of view.sections('escalation')) {
      for (const ladder of laddersOf(section.rows)) {
        // Levels of one number are reached at the same time: the next is held against the latest of them.
        let before: Level | undefined;
        let latest: Level | undefined;
        for (const level of ladder) {
          if (latest?.rank !== level.rank) {
            before = latest;
            latest = level;
          } else if (compareLengths(level.after, latest.after, view) === 1) latest = level;
          if (before === undefined) continue;
          const order = compareLengths(level.after, before.after, view);
          if (order !== 0 && order !== -1) continue;
          const { later, earlier } = laterPlace(level.after, before.after);
          const data = {
            level: nameOf(level),
            after: quote(level.after.source.text),
            lowerLevel: nameOf(before),
            wait: quote(before.after.source.text),
          };
          const message =
            earlier === (before.after as Field) ? say('the level before') : say('the level behind');
          report.wrong(later, 'early', data, { related: [{ at: earlier, message }] });
        }
      }
    }
  },
});

/** A level of which it is said when it is reached. */
interface Level {
  readonly rank: number;
  readonly row: Row<'escalation'>;
  readonly after: Field<DurationValue>;
}

function nameOf({ row: { cells } }: Level): string {
  return quote(cells.level?.source.text ?? '');
}

/**
 * The levels of each way, the first before the others: by the number in Level, and as they stand where none has
 * one. Where some have a number, the others ("Security") are ways of their own, and so is what another kind of matter takes.
 */
function laddersOf(rows: readonly Row<'escalation'>[]): readonly (readonly Level[])[] {
  const ladders = new Map<string, Level[]>();
  const numbers = rows.map(({ cells }) => onlyNumberIn(cells.level?.source.text ?? ''));
  const isNumbered = numbers.some((number) => number !== undefined);
  rows.forEach((row, i) => {
    const after = promised(row.cells.after);
    const rank = isNumbered ? numbers[i] : i;
    if (rank === undefined || after?.value === undefined) return;
    addTo(ladders, foldName(row.cells.for?.source.text ?? ''), { rank, row, after });
  });
  return [...ladders.values()].map((levels) => levels.sort((a, b) => a.rank - b.rank));
}
