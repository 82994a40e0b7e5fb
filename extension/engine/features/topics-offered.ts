import type { Field, GovernedDocument, Link, Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Side } from '../model/value.ts';
import { relativePath } from '../resolve/link-targets.ts';
import { asCellText } from '../rules/replacement.ts';
import { foldName } from '../values/fold.ts';
import type { OfferedRow } from './starting-rows.ts';

/**
 * Topics of a knowledge transfer plan that the engagement knows of and that are in none yet: its critical and
 * important components, each with its runbooks, then the other runbooks. From and To are people and teams of the
 * ownership map, by where the knowledge goes; what nobody can know stays empty. `path` is where the plan will stand.
 */
export function topicsOffered(
  path: string,
  direction: string | undefined,
  view: View,
): readonly OfferedRow[] {
  const components = view.rows('components');
  const known = knownTopics(view);
  const topics = components.flatMap((component): readonly Topic[] => {
    const { component: name, importance } = component.cells;
    const isWeighty = importance?.value === 'critical' || importance?.value === 'important';
    const own = { name: name?.source.text ?? '', key: name?.source.text ?? '', component };
    return [...(isWeighty ? [own] : []), ...runbooksOf(component, view)];
  });
  const runbooks = view.documentsOf('process').filter(({ keys }) => keys.type?.value === 'runbook');
  const others = runbooks.map((document): Topic => ({
    name: document.title,
    key: document.path,
    component: view.find('components', document.keys.component?.source.text ?? ''),
    document: { path: document.path },
  }));
  return [...topics, ...others].flatMap((topic) => {
    const names = [topic.name, topic.key].map(foldName);
    if (topic.name.trim() === '' || names.some((name) => known.has(name))) return [];
    for (const name of names) known.add(name);
    return [rowOf(topic, path, direction, view)];
  });
}

interface Topic {
  readonly name: string;
  /** What makes two of them the same beside the name: a component, or where the runbook stands. */
  readonly key: string;
  readonly component: Row<'components'> | undefined;
  /** The runbook: a file of the workspace, or as a link of the ownership map has it. */
  readonly document?: { readonly path: string; readonly anchor?: string } | { readonly target: string };
}

/** Names of topics, of what they are about, and of the documents that they are written down in. */
function knownTopics(view: View): Set<string> {
  const known = view.rows('topics').flatMap(({ section, cells }) => {
    const links = cells.document?.source.links ?? [];
    return [
      cells.topic?.source.text ?? '',
      cells.component?.source.text ?? '',
      ...links.map((link) => placeOf(link, section.document, view).key),
    ];
  });
  return new Set(known.map(foldName).filter(Boolean));
}

function runbooksOf(component: Row<'components'>, view: View): readonly Topic[] {
  const { document } = component.section;
  return (component.cells.runbook?.source.links ?? []).flatMap((link): readonly Topic[] => {
    const linked = view.linked(document, link.target);
    if (linked?.status === 'ended') return [];
    const place = placeOf(link, document, view);
    const name = linked && !place.key.includes('#') ? linked.title : link.text;
    return [{ name, component, ...place }];
  });
}

/** Where a link leads, as a new document may say it. */
function placeOf(
  { target }: Link,
  from: GovernedDocument,
  view: View,
): Pick<Topic, 'key' | 'document'> & { readonly key: string } {
  const path = view.linkedPath(from, target);
  if (path === undefined) {
    const isElsewhere = /^[a-z][a-z\d+.-]*:/i.test(target);
    return { key: target, ...(isElsewhere && { document: { target } }) };
  }
  const anchor = /#.+$/.exec(target)?.[0] ?? '';
  return { key: `${path}${anchor}`, document: { path, anchor } };
}

function rowOf(topic: Topic, path: string, direction: string | undefined, view: View): OfferedRow {
  const cells = topic.component?.cells;
  const givers = cells && peopleIn([cells.does_the_work], 'supplier', view);
  const owners = cells && peopleIn([cells.accountable, cells.backup], 'client', view);
  const sides = {
    'to client': { from: givers, to: owners },
    'to supplier': { from: owners, to: givers },
    'to third party': { from: givers, to: '' },
  };
  const { from = '', to = '' } = sides[direction as keyof typeof sides] ?? {};
  const importance = cells?.importance;
  return {
    topic: asCellText(topic.name),
    importance: importance?.state === 'read' ? String(importance.value) : '',
    component: asCellText(cells?.component?.source.text ?? ''),
    from,
    to,
    document: linkOf(topic, path),
  };
}

/** The people and teams of a side, as the cells name them. */
function peopleIn(fields: readonly (Field | undefined)[], side: Side, view: View): string {
  const names = fields.flatMap((field) =>
    view
      .who(field)
      .filter(({ target }) => (target?.is === 'person' || target?.is === 'team') && target.side === side),
  );
  return [...new Set(names.map(({ text }) => asCellText(text)))].join(', ');
}

function linkOf({ name, document }: Topic, path: string): string {
  if (!document) return '';
  const target =
    'target' in document
      ? document.target
      : `${relativePath(path, document.path).replace(/[%#?]/g, encodeURIComponent)}${document.anchor ?? ''}`;
  // In angle brackets a target may hold blanks and brackets; a pipe would end the cell.
  const written = target.replace(/\|/g, '%7C').replace(/[<>]/g, encodeURIComponent);
  return `[${asCellText(name)}](${/[\s()]/.test(written) ? `<${written}>` : written})`;
}
