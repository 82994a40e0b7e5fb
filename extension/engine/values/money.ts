import type { Decimal, Money } from '../model/value.ts';
import { groupThousands, numberAt, numberFailure } from './decimal.ts';
import type { NumberToken } from './decimal.ts';
import { crowns, crownWords } from './deceptive-words.ts';
import { currencyMinorDigits } from './generated/iso.ts';
import { perWords, units } from './grammar-words.ts';
import { cut, fail } from './part.ts';
import type { Outcome, Part } from './part.ts';
import { listSaid, quoted } from './say.ts';

/** An amount with its ISO 4217 code, and what it is paid for: "48 500 EUR per month". Normalised to the currency's minor unit. */
export function readMoney(part: Part): Outcome<Money> {
  const token = numberAt(part.text);
  if (token === undefined) return fail(part, 'notMoney');
  const rest = cut(part, token.length);
  if (rest.text === '') return fail(part, 'noCurrency');
  const wordEnd = endOfWord(rest.text);
  const word = cut(rest, 0, wordEnd);
  const currency = word.text.toUpperCase();
  const digits = currencyMinorDigits.get(currency);
  if (digits === undefined) {
    if (crownWords.has(word.text)) return fail(word, 'whichCrowns', {}, crowns);
    return fail(word, 'unknownCurrency');
  }
  const read = withDigits(token, digits);
  const failure = numberFailure(part, read);
  if (failure) return narrowed(failure, digits);
  const decimals = read.value.split('.')[1] ?? '';
  if (decimals.length > digits) {
    const example = `${groupThousands(toMinorDigits(read.value, digits))} ${currency}`;
    return fail(cut(part, 0, token.length), 'tooManyMinorDigits', {
      currency,
      digits: String(digits),
      example,
    });
  }
  const amount = toMinorDigits(read.value, digits);
  const tail = cut(rest, wordEnd);
  if (tail.text === '') return { value: { amount, currency } };
  const space = tail.text.indexOf(' ');
  const unit = units.get(tail.text.slice(space + 1));
  if (!perWords.has(tail.text.slice(0, Math.max(space, 0))) || unit === undefined || unit.working) {
    return fail(part, 'notMoney');
  }
  return { value: { amount, currency, per: unit.unit } };
}

/** With three minor digits, three digits behind a point are the minor unit; without any they are thousands. */
function withDigits({ value, length, asThousand }: NumberToken, digits: number): NumberToken {
  if (asThousand === undefined || digits === 3) return { value, length };
  return digits === 0 ? { value: asThousand, length } : { value, length, asThousand };
}

/** Leaves out the reading that the currency has no digits for, and writes the other in its minor unit. */
function narrowed(outcome: ReturnType<typeof numberFailure> & {}, digits: number): typeof outcome {
  const { failure } = outcome;
  if (failure.id !== 'ambiguousNumber') return outcome;
  const [thousand = '', decimal = ''] = failure.replacements as readonly string[];
  const fits = decimal.replace(/0+$/, '').split('.')[1]?.length ?? 0;
  const replacements =
    fits > digits || digits === 0 ? [thousand] : [thousand, toMinorDigits(decimal, digits)];
  const readings = listSaid(replacements.map(quoted), 'or');
  return { failure: { ...failure, data: { ...failure.data, readings }, replacements } };
}

/** Pads or cuts the decimals to a number of digits. */
function toMinorDigits(value: Decimal, digits: number): Decimal {
  const [whole = '', decimals = ''] = value.split('.');
  return digits === 0 ? whole : `${whole}.${decimals.slice(0, digits).padEnd(digits, '0')}`;
}

function endOfWord(text: string): number {
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}
