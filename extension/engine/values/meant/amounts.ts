import type { Wording } from '../../model/language.ts';
import type { TimeUnit } from '../../model/value.ts';
import { groupThousands, numberAt } from '../decimal.ts';
import { crowns, crownWords, currencyNames } from '../deceptive-words.ts';
import { currencyMinorDigits } from '../generated/iso.ts';
import { units } from '../grammar-words.ts';
import { partOfFee } from '../fee-named.ts';
import { unitIn } from '../length-in.ts';
import { around } from '../wording.ts';

/** What a text can mean that is no amount of money as it stands: "48 500 EUR/month", "1.2 MSEK", "50-60 EUR". Folded. */
export function moneyMeant(written: string): readonly Wording[] {
  // In Swiss writing an apostrophe groups thousands.
  const text = written.replace(/(?<=\d)'(?=\d{3}(?!\d))/g, ' ');
  const plain = text === written ? [] : [text];
  return [...plain, ...currencyNamed(text), ...perUnit(text), ...inMultiples(text), ...amountEnds(text)];
}

/** "EUR 48 500", "€48,500.00", "48 500 euro": the code behind the amount. */
function currencyNamed(text: string): readonly Wording[] {
  const first = /^([a-z€£$]{1,5}) ?(\d[\d .,]{0,24})((?: (?:per|i|om) [a-zåäö]{1,10})?)$/.exec(text);
  const last = /^(\d[\d .,]{0,24}?) ?([a-z€£$]{1,6})((?: (?:per|i|om) [a-zåäö]{1,10})?)$/.exec(text);
  const [currency = '', amount = '', per = ''] = first
    ? [first[1], first[2], first[3]]
    : last
      ? [last[2], last[1], last[3]]
      : [];
  const code = codeOf(currency);
  return code === undefined ? [] : [`${amount.trim()} ${code}${per}`];
}

/** An amount with what it is paid for behind a stroke, or as one word. */
function perUnit(text: string): readonly Wording[] {
  const match =
    /^(\d[\d .,]{0,24}) ?([a-z€£]{1,5}) ?(?:[/,] ?)?(?:(?:per|a|each|every|om|i) )?([a-zåäö]{1,10})\.?$/.exec(
      text,
    );
  const [, amount = '', currency = '', word = ''] = match ?? [];
  const code = codeOf(currency);
  const unit = units.get(word)?.unit ?? adverbs.get(word);
  if (code === undefined || unit === undefined || units.get(word)?.working === true) return [];
  return [around(unitIn({ unit, working: false }), (one) => `${amount.trim()} ${code} per ${one}`)];
}

const adverbs: ReadonlyMap<string, TimeUnit> = new Map([
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['månadsvis', 'month'],
  ['kvartalsvis', 'quarter'],
  ['årligen', 'year'],
]);

const multiples: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['t', 3],
  ['thousand', 3],
  ['tusen', 3],
  ['m', 6],
  ['mn', 6],
  ['million', 6],
  ['millions', 6],
  ['miljon', 6],
  ['miljoner', 6],
]);

/** "1.2 MSEK", "EUR 2.8 million", "50 kEUR": the number in full. */
function inMultiples(text: string): readonly Wording[] {
  const match =
    /^(\d[\d .,]{0,14}) ?(k|t|m|mn)?([a-z€£]{1,5})$/.exec(text) ??
    /^(\d[\d .,]{0,14}) ?(k|t|m|mn|thousand|tusen|millions?|miljon(?:er)?) ?([a-z€£]{1,5})$/.exec(text);
  const behind = /^([a-z€£]{1,5}) ?(\d[\d .,]{0,14}) ?(k|m|mn|thousand|millions?)$/.exec(text);
  const [number = '', multiple = '', currency = ''] = match
    ? match.slice(1)
    : behind
      ? [behind[2], behind[3], behind[1]]
      : [];
  const code = codeOf(currency);
  // "15 tkr": which crowns, nobody knows.
  const codes = code === undefined ? (crownWords.has(currency) ? crowns : []) : [code];
  const zeros = multiples.get(multiple);
  const token = numberAt(number.trim());
  if (zeros === undefined || token?.length !== number.trim().length) return [];
  const [whole = '', decimals = ''] = token.value.split('.');
  // More decimals than zeros leave a fraction: what is meant then is nobody's to compute.
  if (decimals.length > zeros || token.asThousand !== undefined) return [];
  const full = `${whole}${decimals.padEnd(zeros, '0')}`.replace(/^0+(?=\d)/, '');
  return codes.map((one) => `${groupThousands(full)} ${one}`);
}

/** Two amounts with one currency: either end. */
function amountEnds(text: string): readonly Wording[] {
  const match = /^(\d[\d ]{0,14}) ?(?:-|to |till )? ?(\d[\d ]{0,14}) ([a-z€£]{1,5})$/.exec(text);
  const code = codeOf(match?.[3] ?? '');
  if (!match || code === undefined || !/\d ?(?:-|to |till )/.test(text)) return [];
  return [`${(match[1] ?? '').trim()} ${code}`, `${(match[2] ?? '').trim()} ${code}`];
}

/** Two numbers with one unit: either end. "90-95 %", "5 to 10 %". */
export function quantitiesMeant(text: string): readonly Wording[] {
  const bounds = bound(text);
  if (bounds.length > 0) return bounds;
  const match =
    /^(\d{1,9}(?:[.,]\d{1,9})?) ?(%?) ?(-|to |till ) ?(\d{1,9}(?:[.,]\d{1,9})?) ?(%|[a-zåäö]{1,20})?$/.exec(
      text,
    );
  if (!match) return [];
  const [, low = '', sign = '', , high = '', unit = ''] = match;
  const behind = unit === '' ? sign : unit;
  if (behind === '') return [];
  return [low, high].map((n) => `${n} ${behind}`.trim());
}

const ends = {
  from: /^(?:>=|≥|from|at least|minst|från|fr\.o\.m\.) ?(?=\d)/,
  below: /^(?:<|below|less than|under|mindre än) ?(?=\d)/,
} as const;

/** What a percentage is taken of, or that it bounds, where the column says that already. */
export function percentsMeant(text: string, bound: 'from' | 'below' | undefined): readonly Wording[] {
  const sign = bound && ends[bound].exec(text)?.[0].length;
  if (sign !== undefined) return [text.slice(sign)];
  const ofFee = partOfFee(text);
  return ofFee ? [ofFee.share] : quantitiesMeant(text);
}

/** "no less than 99.9 %" says "at least 99.9 %". */
function bound(text: string): readonly Wording[] {
  const behind =
    /^(\d.*?)(?: ?\+| (or|eller) (better|more|higher|above|bättre|mer|högre|less|lower|fewer|mindre|lägre|färre))$/.exec(
      text,
    );
  if (behind) {
    const isMost = /less|lower|fewer|mindre|lägre|färre/.test(behind[3] ?? '');
    return bounded(isMost ? 'most' : 'least', behind[1] ?? '');
  }
  const match =
    /^(no less than|not less than|no more than|not more than|up to|min(?:imum)?\.?|max(?:imum)?\.?|inte mindre än|ej under|inte mer än|upp till) ?(\d.*)$/.exec(
      text,
    );
  if (match) return bounded(/less|min|mindre|under/.test(match[1] ?? '') ? 'least' : 'most', match[2] ?? '');
  const above = /^(greater|higher|larger|större|fewer|lower|smaller) (?:than|än) (\d.*)$/.exec(text);
  if (!above) return [];
  const isBelow = /fewer|lower|smaller/.test(above[1] ?? '');
  const [en, sv] = isBelow ? ['below', 'under'] : ['above', 'över'];
  return [{ en: `${en} ${spaced(above[2] ?? '')}`, sv: `${sv} ${spaced(above[2] ?? '')}` }];
}

function bounded(end: 'least' | 'most', rest: string): readonly Wording[] {
  const [en, sv] = end === 'least' ? ['at least', 'minst'] : ['at most', 'högst'];
  return [{ en: `${en} ${spaced(rest)}`, sv: `${sv} ${spaced(rest)}` }];
}

function spaced(rest: string): string {
  return rest.replace(/(\d) ?%$/, '$1 %');
}

function codeOf(currency: string): string | undefined {
  const code = currencyNames.get(currency) ?? currency.toUpperCase();
  return currencyMinorDigits.has(code) ? code : undefined;
}
