import { componentOf, nameOf, stageOf } from '../kinds/kt-plan/topics.ts';
import { sharesSaid } from '../kinds/ownership-map/shares-said.ts';
import type { Row } from '../model/document.ts';
import type { View } from '../model/engagement.ts';
import type { Fact } from '../model/finding.ts';
import type { Said } from '../model/said.ts';
import type { QuarterShares } from '../model/knowledge.ts';
import type { Decimal } from '../model/value.ts';
import { knowledgeOf, repositoriesOf } from '../resolve/component-knowledge.ts';
import { here } from '../resolve/path-globs.ts';
import { whyUnknown } from '../resolve/why-unknown.ts';
import { knowledgeBar as barOf } from '../report/knowledge-bar.ts';
import { legendSaid } from '../report/knowledge-report.ts';
import { placeOf } from '../rules/place-of.ts';
import { decimal, joined, listed, say } from '../values/say.ts';
import type { PlaceAt } from './place-at.ts';

/** Which side did how much of the work on a component, quarter by quarter, as the history shows it. */
export interface KnowledgeBar {
  readonly component: string;
  /** How far its topic has come by the plan; undefined at the component itself. */
  readonly plan: Said | undefined;
  /** The oldest first; those without work are left out. */
  readonly quarters: readonly (QuarterShares & { readonly bar: string; readonly said: Said })[];
  /** Which mark of a bar stands for which side. */
  readonly legend: Said;
  /** Of the last twelve months; teams of fewer than three people are not among them. */
  readonly teams: readonly Said[];
  /** Of a topic, what its own row does not say: the share of the sides and the bus factor of the component. */
  readonly facts: readonly Fact[];
  /** Why there is nothing of all this. */
  readonly why: Said | undefined;
}

/** A row whose hover shows what is known of a component. */
interface Asked {
  readonly component: Row<'components'>;
  readonly topic: Row<'topics'> | undefined;
}

/**
 * The component that is told of at a place: at its name, and at the name and the component of a topic; where it has Paths and
 * figures may be made of what people did.
 */
export function componentAt(place: PlaceAt, view: View): Asked | undefined {
  if (place.is !== 'value' || !view.countsPeople) return undefined;
  const { field } = place;
  const component = view.rows('components').find(({ cells }) => cells.component === field);
  const topic = view.rows('topics').find(({ cells }) => cells.topic === field || cells.component === field);
  const asked = component ?? (topic && componentOf(topic, view));
  return asked?.cells.paths?.value?.length ? { component: asked, topic } : undefined;
}

/** What is known of it. */
export function knowledgeBar({ component, topic }: Asked, view: View, facts: readonly Fact[]): KnowledgeBar {
  const { document, at } = placeOf(component);
  const its = facts.filter((fact) => fact.path === document.path && fact.at === at);
  const share = its.find(({ name }) => name === 'knowledge-share');
  const { quarters = [], teams = {} } = (share?.data ?? {}) as Partial<SharesData>;
  return {
    component: component.cells.component?.source.text ?? '',
    plan: topic && planSaid(topic),
    quarters: quarters.map((quarter) => ({
      ...quarter,
      bar: barOf(quarter.sides),
      said: sharesSaid(quarter.sides),
    })),
    legend: legendSaid(),
    teams: Object.entries(teams).map(([name, percent]) =>
      say('{{team}} {{percent}} %', { team: name, percent: decimal(percent) }),
    ),
    facts: topic ? its.filter(({ name }) => shownOfTopic.has(name)) : [],
    why: share ? undefined : whyNothing(component, view),
  };
}

/** What the fact carries of it. */
interface SharesData {
  readonly quarters: readonly QuarterShares[];
  readonly teams: Readonly<Record<string, Decimal>>;
}

const shownOfTopic: ReadonlySet<string> = new Set(['knowledge-share', 'bus-factor']);

/** Undefined where the stage does not read. */
function planSaid(topic: Row<'topics'>): Said | undefined {
  const stage = stageOf(topic);
  const day = topic.cells.accepted_on?.value;
  if (stage === undefined) return undefined;
  return say('by the plan "{{topic}}" is: {{stage}}', {
    topic: nameOf(topic),
    stage: joined([listed(stage, 'stage'), ...(day === undefined ? [] : [day])], ', '),
  });
}

function whyNothing(row: Row<'components'>, view: View): Said {
  if (knowledgeOf(row, view)) return say('no commit of the last 12 months changes its files');
  const isAwaited = view.history === undefined && repositoriesOf(row).includes(here);
  return isAwaited ? say('the Git history is being read') : whyUnknown(row, view);
}
