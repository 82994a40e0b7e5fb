import type { View } from '../model/engagement.ts';
import type { KnowledgeSnapshot, SnapshotComponent } from '../model/knowledge.ts';
import type { Said } from '../model/said.ts';
import { absenceSaid } from '../resolve/absence-said.ts';
import { componentKnowledge, type ComponentKnowledge } from '../resolve/component-knowledge.ts';
import { nameOfRow } from '../resolve/names.ts';
import { here } from '../resolve/path-globs.ts';
import { compareText } from '../values/compare-text.ts';
import { foldName } from '../values/fold.ts';
import { say } from '../values/say.ts';

/** A snapshot, or why there is none: a sentence without its end. */
export type SnapshotAnswer =
  | { readonly is: 'snapshot'; readonly snapshot: KnowledgeSnapshot }
  | { readonly is: 'none'; readonly why: Said };

/**
 * What the history of one repository says of the components in these documents of engagements. Without a name it is the one that their
 * documents stand in; with one the history that is known by it.
 */
export function snapshotOf(
  views: readonly View[],
  repository: string | undefined,
  isAsked: (path: string) => boolean,
): SnapshotAnswer {
  if (views.some(({ countsPeople }) => !countsPeople))
    return none(say('the config says people_metrics: off'));
  const name = repository?.toLowerCase() ?? here;
  const known = views.flatMap((view) =>
    componentKnowledge(view).filter(
      ({ row, counted }) => counted?.repository.names.has(name) && isAsked(row.section.document.path),
    ),
  );
  const [first] = known;
  if (!first) return none(whyNothing(views, name, repository));
  if (known.some(({ commit }) => commit !== first.commit))
    return none(say('the engagements lie in several repositories; name the folder of one of them'));
  const twice = nameTwice(known);
  if (twice !== undefined)
    return none(
      say('two components are called "{{name}}"; name the folder of one engagement', { name: twice }),
    );
  const components = known.map(toldOf).sort((a, b) => compareText(a.component, b.component));
  return {
    is: 'snapshot',
    snapshot: { repository, commit: first.commit, day: first.day, components },
  };
}

function none(why: Said): SnapshotAnswer {
  return { is: 'none', why };
}

function whyNothing(views: readonly View[], name: string, repository: string | undefined): Said {
  const histories = views.map((view) => (name === here ? view.history : view.others.histories.get(name)));
  const absent = histories.find((history) => history?.kind === 'absent');
  if (absent?.kind === 'absent') return absenceSaid(absent);
  return repository === undefined
    ? say('no component has Paths in this repository alone')
    : say('no component has Paths in "{{repository}}" alone', { repository });
}

function nameTwice(known: readonly ComponentKnowledge[]): string | undefined {
  const seen = new Set<string>();
  for (const { row } of known) {
    const name = nameOfRow(row) ?? '';
    const folded = foldName(name);
    if (seen.has(folded)) return name;
    seen.add(folded);
  }
  return undefined;
}

/** What is told of a component, field by field: nothing else leaves. */
function toldOf(known: ComponentKnowledge): SnapshotComponent {
  const { row, changes, sides, teams, quarters, lastActivity, busFactor } = known;
  return { component: nameOfRow(row) ?? '', changes, sides, teams, quarters, lastActivity, busFactor };
}
