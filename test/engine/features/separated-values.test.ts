import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { separatedValues } from '../../../extension/engine/features/separated-values.ts';

function cellsOf(text: string): readonly (readonly string[])[] {
  const read = separatedValues(text);
  assert.equal(read.is, 'table', text);
  return read.is === 'table' ? read.lines.map(({ cells }) => cells) : [];
}

describe('separated values', () => {
  it('take the separator that the first line has most of outside of quotation marks', () => {
    assert.deepEqual(cellsOf('a;b;"c,d,e,f"\n1,5;2;3\n'), [
      ['a', 'b', 'c,d,e,f'],
      ['1,5', '2', '3'],
    ]);
    assert.deepEqual(cellsOf('a\tb,c\td\n'), [['a', 'b,c', 'd']]);
    assert.deepEqual(cellsOf('alone\n'), [['alone']]);
  });

  it('say in which line each begins, whatever ends a line and whatever a cell holds', () => {
    const read = separatedValues('a,b\r\n\r\n"1\n2","x""y"\r3,\n\n4,5');
    assert.deepEqual(read, {
      is: 'table',
      lines: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['1\n2', 'x"y'] },
        { line: 5, cells: ['3', ''] },
        { line: 7, cells: ['4', '5'] },
      ],
    });
    assert.deepEqual(separatedValues(''), { is: 'table', lines: [] });
  });

  it('name the line in which a quotation mark is out of place', () => {
    assert.deepEqual(separatedValues('a,b\n1,2"3\n'), { is: 'broken', line: 2 });
    assert.deepEqual(separatedValues('a,b\n"1\n2"x,3\n'), { is: 'broken', line: 2 });
    assert.deepEqual(separatedValues('a,b\n\n1,"2\n3\n'), { is: 'broken', line: 3 });
  });

  it('read as csv-parse reads them, and refuse what it refuses', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', ',', ',', ';', '\t', '"', '"', '\n', '\n', 'ö', '""', '"b"'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const read = separatedValues(`x,y,z,,,\n${given}`);
        let expected: unknown;
        try {
          expected = parse(`x,y,z,,,\n${given}`, {
            relax_column_count: true,
            record_delimiter: ['\n'],
            skip_empty_lines: true,
          });
        } catch {
          expected = 'broken';
        }
        const isEmpty = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';
        const known = Array.isArray(expected)
          ? (expected as readonly (readonly string[])[]).filter((cells) => !isEmpty(cells))
          : expected;
        assert.deepEqual(read.is === 'table' ? read.lines.map(({ cells }) => cells) : read.is, known, given);
      }),
      { numRuns: 2000 },
    );
  });
});
