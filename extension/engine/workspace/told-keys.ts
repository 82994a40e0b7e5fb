import { folderOf, fileName } from '../model/file-paths.ts';
import type { Said, SaidPart } from '../model/said.ts';
import { isRelative, joinPath } from '../resolve/link-targets.ts';
import { foldName } from '../values/fold.ts';
import { onceEach } from '../values/once-for.ts';
import { quote } from '../values/quote.ts';
import type { Moves } from './moved-documents.ts';
import type { Told, ToldPlace } from './told.ts';
import type { ToldSide } from './told-side.ts';

/** What is compared of something that was said: equal texts mean the same, at whatever time it was said. */
export interface ToldKeys {
  readonly told: Told;
  /** Rule and message. */
  readonly what: string;
  /** What was filled in. */
  readonly data: string;
  /** The same where documents stand for each other: what they are called depends on where things stand. */
  readonly dataElsewhere: string;
  /** The same without what it lists; undefined where it lists nothing. */
  readonly dataBesideLists: string | undefined;
  readonly lists: readonly (readonly string[])[];
  /** The same without the example that it gives of what stands elsewhere; undefined where it is about a row, or gives none. */
  readonly dataBesideExample: string | undefined;
  /** The same, whichever of two things it is said of. */
  readonly values: string;
  /** Where the document of a place stands now. */
  readonly path: string;
  /** The place within it. */
  readonly place: string;
  /** The place and those that it is about, in no order; undefined where there is but one. */
  readonly places: string | undefined;
  /** The same without their documents. */
  readonly placesElsewhere: string | undefined;
  /** Where the engagement stands now. */
  readonly engagement: string;
}

/** The moves of one side to the present: those of the present are none. */
type SideMoves = Pick<Moves, 'pathNow' | 'engagementNow' | 'nameNow'>;

/** How what one side says is compared. */
export function toldKeys(side: ToldSide, moves: SideMoves): (told: Told) => ToldKeys {
  const documentsOf = onceEach((engagement: string) => calledIn(side, engagement));
  const placed = (place: ToldPlace): string =>
    JSON.stringify([place.at, rowKey(place, moves), place.heading ?? '']);
  // Of two things one is shown by a cell and the other one by its row.
  const placedAsRow = (one: ToldPlace): string => placed({ ...one, at: one.at.split('.')[0] ?? '' });
  return (told) => {
    const { place, related, code, messageId } = told;
    const engagement = place.engagement ?? '';
    const called = documentsOf(engagement);
    const leaf = (text: string): string => leafNow(text, place, moves);
    const leafElsewhere = (text: string): string => {
      if (called.has(foldName(text))) return '*';
      return /^[^\s"]*[./#][^\s"]*$/.test(text) ? resolved(text, place.path, moves) : leaf(text);
    };
    const lists: string[][] = [];
    const data = dataParts(told, leaf);
    const elsewhere = dataParts(told, leafElsewhere);
    const beside = dataParts(told, leafElsewhere, lists);
    const examples = new Set(related.map(({ text }) => quote(text)));
    const besideExample = dataParts(told, (text) => (examples.has(text) ? '*' : leafElsewhere(text)));
    const places = [place, ...related];
    return {
      told,
      what: `${code} ${messageId}`,
      data: JSON.stringify(data),
      dataElsewhere: JSON.stringify(elsewhere),
      dataBesideLists: lists.length === 0 ? undefined : JSON.stringify(beside),
      lists,
      dataBesideExample: place.row || examples.size === 0 ? undefined : JSON.stringify(besideExample),
      values: JSON.stringify(elsewhere.map(([, value]) => value).sort()),
      path: moves.pathNow(place.path),
      place: placed(place),
      places:
        related.length === 0
          ? undefined
          : JSON.stringify(places.map((one) => `${moves.pathNow(one.path)} ${placedAsRow(one)}`).sort()),
      placesElsewhere: related.length === 0 ? undefined : JSON.stringify(places.map(placedAsRow).sort()),
      engagement: moves.engagementNow(engagement),
    };
  };
}

/** Names of a row as names are compared; of one without a name nothing, since its text may change as any. */
function rowKey({ row, engagement = '' }: ToldPlace, moves: SideMoves): readonly string[] | undefined {
  if (!row) return undefined;
  return 'text' in row ? [] : row.names.map((name) => foldName(moves.nameNow(name, engagement)));
}

/** By what names documents of an engagement are called in messages. */
function calledIn(side: ToldSide, engagement: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [path, document] of side.documents) {
    if (document.engagement !== engagement) continue;
    const below = engagement === '' ? path : path.slice(engagement.length + 1);
    for (const name of [path, below, fileName(path), document.title]) names.add(foldName(name));
  }
  return names;
}

/** How parts are compared. */
interface PartWay {
  readonly leaf: (text: string) => string;
  readonly ofHistory: boolean;
  /** Where lists are put instead of being compared. */
  readonly lists: string[][] | undefined;
}

/** Numbers of lines, and what counts, say nothing of what is meant; nor do figures of the history, which grow by themselves. */
function dataParts(
  { data, counts, ofHistory }: Told,
  leaf: PartWay['leaf'],
  lists?: string[][],
): readonly (readonly [string, string])[] {
  return Object.entries(data)
    .filter(([name]) => name !== counts && name !== 'lineNumber')
    .map(([name, part]) => [name, partKey(part, { leaf, ofHistory, lists })] as const);
}

function partKey(part: SaidPart, way: PartWay): string {
  if (typeof part === 'string') {
    if (way.ofHistory && /^[\d.-]+$/.test(part)) return '';
    // Rows stand in an order that says nothing.
    return part.split(', ').map(way.leaf).sort().join(', ');
  }
  if ('template' in part) return JSON.stringify([part.template, nestedKeys(part, way)]);
  if ('words' in part) return part.words;
  if ('figures' in part) return way.ofHistory ? '' : (part.exact ?? part.figures);
  if ('times' in part) return part.times;
  const list = part.list.map((one) => partKey(one, { ...way, lists: undefined })).sort();
  way.lists?.push(list);
  return way.lists ? '' : JSON.stringify(list);
}

function nestedKeys({ template, data }: Said, way: PartWay): readonly string[] {
  const keys = Object.values(data).map((part) => partKey(part, way));
  // Parts with nothing but signs between them are a list too.
  return /[a-z]/i.test(template.replace(/\{\{part\d+\}\}/g, '')) ? keys : keys.sort();
}

/** A path or name as it is now. */
function leafNow(text: string, { engagement = '' }: ToldPlace, moves: SideMoves): string {
  const now = moves.pathNow(text);
  if (now !== text) return now;
  if (engagement !== '') {
    const below = `${engagement}/${text}`;
    const its = moves.pathNow(below);
    const folder = `${moves.engagementNow(engagement)}/`;
    if (its !== below && its.startsWith(folder)) return its.slice(folder.length);
  }
  return moves.nameNow(text, engagement);
}

/** What a link leads to, whatever document it stands in. */
function resolved(text: string, path: string, moves: SideMoves): string {
  const [target = '', ...anchor] = text.split('#');
  if (!isRelative(text)) return text;
  const at = target === '' ? path : joinPath(path, target);
  return [at === undefined ? `${folderOf(path)} ${target}` : moves.pathNow(at), ...anchor].join('#');
}
