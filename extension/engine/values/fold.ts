/**
 * A text as it is matched: Unicode NFKC, lower case, white space reduced to single spaces and
 * trimmed, quotes straightened, every dash a "-", zero-width characters removed
 * (format-details.md item 2).
 */
export function fold(text: string): string {
  if (text === lastFolded.text) return lastFolded.folded;
  const folded = notPlain.test(text) ? foldWithPlaces(text).text : text.toLowerCase();
  lastFolded.text = text;
  lastFolded.folded = folded;
  return folded;
}

/** The same text is asked for again and again while one cell is read. */
const lastFolded = { text: '', folded: '' };

/**
 * A name as names are compared: NFC, trimmed, case folded, inner white space reduced (rules.md 1.5), and dashes,
 * apostrophes, quotes and full-width characters in whatever variant they were typed (settled 2).
 */
export function foldName(name: string): string {
  if (!notPlain.test(name)) return name.toLowerCase();
  const composed = withPlainMarks(inClusters(name, nameCluster));
  return composed.trim().replace(whiteSpace, ' ').toLowerCase().replace(/ß/g, 'ss').replace(/ς/g, 'σ');
}

/** A folded text that remembers where its characters stood. */
export interface Folded {
  readonly text: string;
  /** The text before folding. */
  readonly raw: string;
  /** Offset into `raw` of each UTF-16 unit of `text`, and of its end; absent where the two run alike. */
  readonly places: readonly number[] | undefined;
}

/** Folds and keeps places. Linear in the length of the text. */
export function foldWithPlaces(raw: string): Folded {
  if (!notPlain.test(raw)) return { text: raw.toLowerCase(), raw, places: undefined };
  let text = '';
  const places: number[] = [];
  /** Where a run of white space began that no character has followed yet. */
  let gap = -1;
  /** End in `raw` of the last character that was kept. */
  let end = 0;
  for (let at = 0; at < raw.length;) {
    const next = clusterEnd(raw, at);
    for (const unit of foldedCluster(raw, at, next)) {
      if (isWhiteSpace(unit)) {
        if (gap < 0) gap = at;
        continue;
      }
      if (gap >= 0 && text !== '') {
        text += ' ';
        places.push(gap);
      }
      gap = -1;
      text += unit;
      for (let i = 0; i < unit.length; i++) places.push(at);
      end = next;
    }
    at = next;
  }
  places.push(text === '' ? 0 : end);
  return { text, raw, places };
}

/** Anything but printable ASCII with single spaces inside. */
const notPlain = /[^ -~]|^ | $| {2}/;
const whiteSpace = /[\s\u0085]+/g;

/** Characters without width: soft hyphen, joiners, direction and variation marks, byte order mark. */
const invisible = /[\ufe00-\ufe0f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const combining =
  /[\ufe00-\ufe0f\p{M}\u00ad\u180e\u1160-\u11ff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ud7b0-\ud7ff\ufeff\uff9e-\uffdc]/u;

/**
 * Normalization sorts the marks on one character, in quadratic time: a character takes no more
 * marks than this. The stream-safe format of UAX 15 uses the same bound.
 */
const marksAtMost = 30;

/** End of the character at `at` with all that may combine with it. */
function clusterEnd(raw: string, at: number): number {
  let end = at + widthAt(raw, at);
  for (let marks = 0; marks < marksAtMost && end < raw.length; marks++) {
    const code = raw.charCodeAt(end);
    if (code < 0xad || (code > 0xad && code < 0x300)) break;
    const width = widthAt(raw, end);
    if (!combining.test(raw.slice(end, end + width))) break;
    end += width;
  }
  return end;
}

function widthAt(raw: string, at: number): number {
  return (raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function inClusters(raw: string, change: (cluster: string) => string): string {
  let text = '';
  for (let at = 0; at < raw.length;) {
    const next = clusterEnd(raw, at);
    text += change(raw.slice(at, next));
    at = next;
  }
  return text;
}

function nameCluster(cluster: string): string {
  const shown = cluster.replace(invisible, '');
  return shown.normalize(/[\uff01-\uff5e]/.test(shown) ? 'NFKC' : 'NFC');
}

/** Dashes, apostrophes and quotes as a keyboard has them. */
function withPlainMarks(text: string): string {
  return text
    .replace(/[\p{Pd}\u2043\u2212]/gu, '-')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"');
}

function foldedCluster(raw: string, from: number, to: number): string {
  const cluster = raw.slice(from, to);
  if (to - from === 1) {
    const code = cluster.charCodeAt(0);
    if (code < 0x80 || (code >= 0xc0 && code < 0x100)) return cluster.toLowerCase();
  }
  const plain = cluster.replace(invisible, '').normalize('NFKC').replace(invisible, '').toLowerCase();
  return withPlainMarks(plain).replace(/ς/g, 'σ');
}

function isWhiteSpace(unit: string): boolean {
  return /^[\s\u0085]$/.test(unit);
}
