import type { Heading, Section } from '../model/document.ts';
import type { SectionKey, SectionSpec } from '../model/schema.ts';
import type { Block } from './blocks.ts';
import { idColumnOf } from './id-column.ts';
import { namedColumns } from './named-columns.ts';
import { isNobody, mayBeNumber } from './remark-columns.ts';
import type { Occurrence, SectionContext } from './section-context.ts';
import type { Headers } from './table-headers.ts';
import { isAskedFor } from '../values/asked-for.ts';

/** A section without a place of its own, whose columns stand in tables of another one. */
export interface SharedTables {
  readonly spec: SectionSpec;
  readonly host: SectionKey;
  readonly heading: Heading;
  readonly tables: readonly Block[];
}

/**
 * Sections of the kind that have no heading in the document and whose columns stand in the tables of another section of
 * it: criteria with their scores, required skills with the people who have them. The column that names the rows of
 * the one names those of the other too.
 */
export function sharedTables(
  context: SectionContext,
  headersOf: (table: Block) => Headers,
  chosen: ReadonlySet<Occurrence>,
  read: ReadonlySet<Block>,
  sections: ReadonlyMap<SectionKey, Section>,
): readonly SharedTables[] {
  const { catalogue } = context.vocabulary;
  const found: SharedTables[] = [];
  const hosts: { readonly host: SectionSpec; readonly heading: Heading; readonly all: readonly Block[] }[] =
    [];
  for (const { spec, heading, from, to } of chosen) {
    const all = spec.identity.length === 1 ? tablesRead(context, read, from, to) : [];
    if (all.length > 0) hosts.push({ host: spec, heading, all });
  }
  for (const key of catalogue.kinds[context.document.kind].sections) {
    const spec = catalogue.sections[key];
    if (sections.has(key) || spec.identity.length !== 1) continue;
    for (const { host, heading, all } of hosts) {
      const tables = all.filter((block) => holdsToo(context, host, spec, headersOf(block)));
      if (tables.length === 0) continue;
      found.push({ spec, host: host.key, heading, tables });
      break;
    }
  }
  return found;
}

function tablesRead({ body }: SectionContext, read: ReadonlySet<Block>, from: number, to: number): Block[] {
  const tables: Block[] = [];
  for (let i = from; i < to; i++) if (read.has(body.blocks[i]!)) tables.push(body.blocks[i]!);
  return tables;
}

/** Whether a table of one section has the columns of another one too. */
function holdsToo(context: SectionContext, host: SectionSpec, guest: SectionSpec, headers: Headers): boolean {
  const { vocabulary, document } = context;
  const its = namedColumns(vocabulary, host, headers);
  const named = namedColumns(vocabulary, guest, headers);
  const [name] = guest.identity;
  if (!headers.some((_, i) => its[i]?.key === host.identity[0] && named[i]?.key === name)) return false;
  const keys = new Set(named.map((column) => column?.key));
  const own = named.filter((column, i) => column !== undefined && column.key !== name && !its[i]);
  const needed = guest.columns.filter((column) => isAskedFor(column) && column.key !== name);
  if (guest.further && needed.length === 0) return hasFurther(context, host, guest, headers);
  if (needed.length === 0) return new Set(own).size > 1;
  const ownNeeded = own.filter((column) => column && isAskedFor(column));
  // Of what the document cannot do without, one column beside the names says that it stands here.
  const isLead = vocabulary.catalogue.kinds[document.kind].lead.includes(guest.key);
  return ownNeeded.length > 0 && (isLead || needed.every(({ key }) => keys.has(key)));
}

/** Whether columns that are no column of either section hold what further columns of the second do. */
function hasFurther(
  { vocabulary }: SectionContext,
  host: SectionSpec,
  guest: SectionSpec,
  headers: Headers,
): boolean {
  const { further } = guest;
  if (!further) return false;
  const its = namedColumns(vocabulary, host, headers);
  const id = idColumnOf(vocabulary, host, headers, its, () => []);
  const fitting = headers.filter(
    ({ text }, i) =>
      text !== '' &&
      i !== id &&
      !its[i] &&
      !mayBeNumber(text) &&
      !isNobody(vocabulary, guest, headers, text) &&
      headers.cells?.holds(i, further.type) === true,
  );
  // A lone column of numbers may hold anything; that of a candidate stands beside weights.
  return fitting.length >= (further.headers === 'candidates' ? 1 : 2);
}
