import { compare, exact, subtract, sumOf, type Exact } from '../../measure/decimal.ts';
import type { Field, GovernedDocument, Row } from '../../model/document.ts';
import type { Decimal } from '../../model/value.ts';
import { isGate } from '../../resolve/gates.ts';

/** A criterion with its weight. */
export interface Weighted {
  readonly row: Row<'criteria'>;
  readonly weight: Field<Decimal>;
  readonly value: Decimal;
}

/** What the criteria of a document weigh. */
export interface Weights {
  readonly criteria: readonly Weighted[];
  readonly sum: Decimal;
  /** What they should add up to: 1 where none is above 1, else 100. */
  readonly whole: '1' | '100';
}

/** The weights of a document, gates left out. Undefined where there are none, or one of them is not known. */
export function weightsOf(document: GovernedDocument): Weights | undefined {
  const rows = (document.sections.get('criteria')?.rows ?? []).filter((row) => !isGate(row));
  const criteria = rows.flatMap((row) => {
    const { weight } = row.cells;
    return weight?.value === undefined ? [] : [{ row, weight, value: weight.value }];
  });
  if (criteria.length === 0 || criteria.length < rows.length) return undefined;
  const isInShares = criteria.every(({ value }) => compare(exact(value), exact(1)) <= 0);
  return { criteria, sum: sumOf(criteria.map(({ value }) => value)), whole: isInShares ? '1' : '100' };
}

/** Whether weights add up to the whole; with decimals a difference of up to 0.01 is allowed. */
export function isWhole({ criteria, sum, whole }: Weights): boolean {
  const difference = subtract(exact(sum), exact(whole));
  const allowed = criteria.some(({ value }) => value.includes('.')) ? '0.01' : '0';
  return compare(sizeOf(difference), exact(allowed)) <= 0;
}

function sizeOf(value: Exact): Exact {
  return compare(value, exact(0)) < 0 ? subtract(exact(0), value) : value;
}
