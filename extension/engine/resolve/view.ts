import { rememberedClocks } from '../calendar/zone-clock.ts';
import type { Clocks } from '../model/clock.ts';
import type { Field, GovernedDocument, Row } from '../model/document.ts';
import type { ReadOld, View } from '../model/engagement.ts';
import type { Frame } from '../model/frame.ts';
import type { Holidays } from '../model/ports.ts';
import type { SectionKey } from '../model/schema.ts';
import type { DateValue, IsoDate } from '../model/value.ts';
import { plainPath } from '../model/spelling.ts';
import { foldName } from '../values/fold.ts';
import { contentsOf } from './contents.ts';
import { leadOf } from './lead.ts';
import type { Targets } from './link-targets.ts';
import { createLinks } from './links.ts';
import { isNamed } from './names-of-type.ts';
import { cellOf, namesOf, nameOfRow, type Names } from './names.ts';
import { createReferences } from './references.ts';
import { createDateResolver } from './resolve-date.ts';
import { signoffsByPath } from './signoffs.ts';
import { ownerDays } from './work-calendars.ts';

export interface ViewInput {
  readonly frame: Frame;
  /** In the view, by path. */
  readonly documents: readonly GovernedDocument[];
  /** Names of active documents and drafts together: what a reference may stand on. */
  readonly known: Names;
  readonly holidays: Holidays | undefined;
  /** Those that engagements share; its own where it shares none. */
  readonly clocks?: Clocks | undefined;
  readonly targets: Targets;
  /** Absent where nobody asks for it. */
  readonly readOld?: ReadOld | undefined;
  /** Remembers what it computed for a document. */
  readonly digestOf: (document: GovernedDocument) => string;
}

/** The model of one engagement, with its names resolved lazily and once. */
export function createView(input: ViewInput): View {
  const { frame, documents, known, targets } = input;
  const everything = frame.documents;
  const lead = leadOf(documents);
  // Where the view has no fewer documents than references may stand on, the names are those.
  const names = documents.length === known.documents.length ? known : namesOf(documents, lead);
  const contents = contentsOf(documents);
  const references = createReferences(names, known);
  let resolve: ((field: Field<DateValue> | undefined) => IsoDate | undefined) | undefined;
  let ended: Names | undefined;
  let signoffs: ReadonlyMap<string, readonly GovernedDocument[]> | undefined;

  const view: View = {
    folder: frame.folder,
    documents,
    everything,
    lead,
    profiles: frame.profiles,
    defaultHolidays: frame.holidays,
    defaultLanguage: frame.language,
    defaultZone: frame.zone,
    holidays: input.holidays,
    countsPeople: frame.countsPeople,
    needsSignedCommits: frame.needsSignedCommits,
    history: frame.history,
    files: frame.files,
    others: frame.others,
    readOld: input.readOld ?? (() => undefined),
    clocks: input.clocks ?? rememberedClocks(),
    documentsOf: contents.documentsOf,
    sections: contents.sections,
    rows: contents.rows,
    who: references.who,
    named: references.named,
    anchor: references.anchor,
    dayOf(field) {
      resolve ??= createDateResolver({
        lead,
        milestone: (name) => view.find('milestones', name),
        work: ({ row }) => ownerDays(row && cellOf(row, 'owner'), view),
      });
      return resolve(field);
    },
    dependencies: references.dependencies,
    find: <K extends SectionKey>(key: K, name: string) => names.row(key, name) as Row<K> | undefined,
    findWho: (name) => names.who(name),
    headed: references.headed,
    candidatesFor: references.candidatesFor,
    onlyInEnded(field, name) {
      ended ??= namesOf(
        everything.filter((document) => document.status === 'ended'),
        undefined,
      );
      return isNamed(field, name, ended);
    },
    teamsOf(person) {
      const name = foldName(nameOfRow(person) ?? '');
      return view
        .rows('teams')
        .filter((team) => view.who(team.cells.people).some((member) => foldName(member.text) === name));
    },
    signoffsOf(document) {
      signoffs ??= signoffsByPath(frame.folder, everything);
      return signoffs.get(plainPath(document.path)) ?? [];
    },
    digestOf: input.digestOf,
    ...createLinks(frame.folder, everything, targets),
  };
  return view;
}
