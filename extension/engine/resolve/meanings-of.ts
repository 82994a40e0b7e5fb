import type { Field, GovernedDocument, Row, Section } from '../model/document.ts';
import type { Named, View } from '../model/engagement.ts';
import type { Meaning, NameIn } from '../model/name-in.ts';
import type { SectionKey } from '../model/schema.ts';
import { isFixedAnchor } from '../values/date.ts';
import { foldName } from '../values/fold.ts';
import { anchorOf, headingAt } from './link-targets.ts';
import { normal, placeNamed } from './named-place.ts';
import { keyOf, nameOfRow } from './names.ts';

/**
 * What a name in a document stands for: nothing where nothing has it, several where it is ambiguous, of which the first
 * is the one that it is taken for. A name that defines something stands for that.
 */
export function meaningsOf(name: NameIn, document: GovernedDocument, view: View): readonly Meaning[] {
  const { text, field, header } = name;
  switch (name.kind) {
    case 'who':
    case 'party':
    case 'team':
      return name.does === 'define' ? ofParty(field) : ofNamed(view.findWho(text), name.kind, view);
    case 'row':
      return name.does === 'define' ? ofRow(field?.row) : ofRowName(text, name.of, document, view);
    case 'level':
      return ofRow(name.row);
    case 'anchor':
      return ofAnchor(name.anchor, document, view);
    case 'candidate':
      return header ? [{ is: 'candidate', section: header.section, header: header.source }] : [];
    case 'title':
      return [{ is: 'document', document, heading: undefined }];
    case 'heading':
      return [{ is: 'document', document, heading: name.heading }];
    case 'link':
      return name.standing === 'outside' ? [] : ofTarget(name.target, document, view);
    case 'path':
      return ofPath(name.target, field, document, view);
    case 'place':
      return ofPlace(name, document, view);
    case 'rule':
      return [];
  }
}

function ofRow(row: Row | undefined): readonly Meaning[] {
  return row ? [{ is: 'row', row }] : [];
}

/** The key that says who a party is. */
function ofParty(field: Field | undefined): readonly Meaning[] {
  const side = field?.spec.key === 'client' ? 'client' : 'supplier';
  return field ? [{ is: 'party', name: field.source.text, side, field }] : [];
}

function ofNamed(named: Named | undefined, kind: 'who' | 'party' | 'team', view: View): readonly Meaning[] {
  if (!named || (kind === 'team' && named.is !== 'team')) return [];
  if (named.is === 'party') {
    const field = named.side && view.lead?.keys[named.side];
    return [{ is: 'party', name: named.name, side: named.side, field }];
  }
  if (kind === 'party' && named.is !== 'subcontractor') return [];
  return [{ is: named.is, row: named.row as unknown as Row }];
}

type RowsOf = Extract<NameIn, { readonly kind: 'row' }>['of'];

/** Criteria, phases and the like are those of the document itself, whatever another one calls its own. */
function ofRowName(
  name: string,
  sections: RowsOf,
  document: GovernedDocument,
  view: View,
): readonly Meaning[] {
  const keys = sections.filter((key): key is SectionKey => key !== 'candidates' && key !== 'any');
  const own = keys.map((key) => ownRow(name, document.sections.get(key))).find((row) => row !== undefined);
  if (own) return ofRow(own);
  const rows = keys.flatMap((key) => ofRow(view.find(key, name)));
  return rows.length === 0 && sections.includes('candidates') ? ofCandidate(name, document, view) : rows;
}

function ownRow(name: string, section: Section | undefined): Row | undefined {
  if (section?.spec.reach !== 'document') return undefined;
  const folded = foldName(name);
  const named = section.rows.find((one) => foldName(nameOfRow(one) ?? '') === folded);
  return named ?? section.rows.find(({ id }) => id?.state === 'read' && foldName(id.source.text) === folded);
}

/** A column of Scores, of the document itself if it has one. */
function ofCandidate(name: string, document: GovernedDocument, view: View): readonly Meaning[] {
  const own = document.sections.get('scores');
  for (const section of [...(own ? [own] : []), ...view.sections('scores')]) {
    const header = section.furtherHeaders.find(({ text }) => foldName(text) === foldName(name));
    if (header) return [{ is: 'candidate', section: section as unknown as Section, header }];
  }
  return [];
}

/** A milestone, or the key that a fixed anchor stands for: of the document itself, or of the engagement. */
function ofAnchor(anchor: string, document: GovernedDocument, view: View): readonly Meaning[] {
  if (!isFixedAnchor(anchor)) return ofRow(view.find('milestones', anchor));
  const isOwn = anchor === 'valid_from' || anchor === 'held';
  const home = isOwn ? document : view.lead;
  return ofValue(home && keyOf(home, anchor.startsWith('sprint ') ? 'sprint_start' : anchor));
}

function ofValue(field: Field | undefined): readonly Meaning[] {
  return field ? [{ is: 'value', field }] : [];
}

/** Of paths a plan alone may be a topic. */
function ofPath(
  target: string,
  field: Field | undefined,
  document: GovernedDocument,
  view: View,
): readonly Meaning[] {
  const topic = field?.spec.key === 'knowledge_transfer' ? view.find('topics', target) : undefined;
  return topic ? ofRow(topic) : ofTarget(target, document, view);
}

/** The document that a link leads to, with the heading that it names, or a file that is not governed. */
function ofTarget(target: string, from: GovernedDocument, view: View): readonly Meaning[] {
  const document = view.linked(from, target);
  if (document) {
    const anchor = anchorOf(target);
    return [{ is: 'document', document, heading: headingAt(document, anchor) }];
  }
  const path = view.linkedPath(from, target);
  return path === undefined ? [] : [{ is: 'file', path }];
}

/** Without a link an accepted deviation may be about rows of the name, wherever they stand. */
function ofPlace(
  { text, field, link }: Extract<NameIn, { readonly kind: 'place' }>,
  document: GovernedDocument,
  view: View,
): readonly Meaning[] {
  if (link) {
    const linked = view.linked(document, link.target);
    return linked ? ofPlaceIn(linked, text, anchorOf(link.target)) : [];
  }
  const titled = view.everything.find(({ title }) => normal(title) === normal(text));
  if (titled) return [{ is: 'document', document: titled, heading: undefined }];
  const linked = ofTarget(text, document, view);
  if (linked[0]?.is === 'document') return linked;
  if (field?.row?.section.key !== 'accepted_deviations') return [];
  return view.everything.flatMap((one) => ofPlaceIn(one, text, undefined));
}

function ofPlaceIn(
  document: GovernedDocument,
  words: string,
  anchor: string | undefined,
): readonly Meaning[] {
  const place = placeNamed(words, document, anchor);
  if (!place) return [];
  return 'cells' in place ? ofRow(place) : ofValue(place);
}
