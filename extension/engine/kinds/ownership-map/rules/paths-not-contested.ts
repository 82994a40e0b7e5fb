import type { Row } from '../../../model/document.ts';
import type { View } from '../../../model/engagement.ts';
import { globsHere } from '../../../resolve/path-globs.ts';
import {
  hasPathsElsewhere,
  hasPathsHere,
  repositories,
  repositoryHistory,
  type RepositoryHistory,
} from '../../../resolve/repository-history.ts';
import { defineRule, type Reporter } from '../../../rules/define.ts';
import { compareText } from '../../../values/compare-text.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

type Component = Row<'components'>;

/** What two components claim both. */
interface Contested {
  readonly earlier: Component;
  readonly later: Component;
  /** A file or, without history, a glob. */
  readonly what: string;
  readonly count: number;
}

const messages = {
  files:
    '"{{later}}" and "{{earlier}}" share {{count}} {{count|file|files}}, among them "{{what}}": {{first}} and {{second}} both answer for {{count|it|them}}.',
  globs: '"{{later}}" and "{{earlier}}" both name "{{what}}": {{first}} and {{second}} both answer for it.',
} as const;

export default defineRule({
  code: 'OWN004',
  name: 'paths-not-contested',
  meta: {
    kinds: ['ownership-map'],
    reads: [
      'ownership-map/Components.Paths',
      'ownership-map/Components.Accountable',
      'ownership-map/Components.Component',
      'git/tree',
    ],
    summary: 'Forbid two components with different accountables to claim the same files',
    severity: 'warning',
    scope: 'G',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  needsHistory: hasPathsHere,
  needsElsewhere: hasPathsElsewhere,
  engagement(view, report) {
    if (!repositoryHistory(view))
      for (const [earlier, later] of pairsOf(view.rows('components'))) {
        const what = sharedGlob(earlier, later);
        if (what !== undefined) tell({ earlier, later, what, count: 1 }, 'globs', view, report);
      }
    for (const repository of repositories(view))
      for (const contested of sharedFiles(repository)) tell(contested, 'files', view, report);
  },
});

function sharedFiles({ history, components }: RepositoryHistory): readonly Contested[] {
  return pairsOf(components).flatMap(([one, other]) => {
    const earlier = new Set(one.tracked);
    const shared = other.tracked.filter((at) => earlier.has(at));
    // A part that has an owner of its own, behind the whole that it is taken from, is no dispute.
    const isPart = shared.length === other.tracked.length && shared.length < one.tracked.length;
    const [first] = shared;
    if (first === undefined || isPart) return [];
    const what = history.files[first] ?? '';
    return [{ earlier: one.row, later: other.row, what, count: shared.length }];
  });
}

function tell(
  { earlier, later, what, count }: Contested,
  id: keyof typeof messages,
  view: View,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const [first, second] = [earlier, later].map(({ cells }) => cells.accountable);
  const names = [first, second].map((field) => view.who(field).map(({ target }) => target));
  // Of a name that nobody has, nobody can say whether it is another.
  const isKnown = names.every((its) => its.length > 0 && its.every((target) => target !== undefined));
  const [ofEarlier, ofLater] = names.map((its) =>
    its
      .map((target) => target?.name ?? '')
      .sort(compareText)
      .join('\0'),
  );
  if (!isKnown || ofEarlier === ofLater) return;
  const data = {
    later: quote(nameOf(later)),
    earlier: quote(nameOf(earlier)),
    what: quote(what),
    first: quote(first?.source.text ?? ''),
    second: quote(second?.source.text ?? ''),
  };
  const related = [
    { at: earlier.cells.paths!, message: say('the paths of "{{component}}"', { component: data.earlier }) },
  ];
  if (id === 'globs') report.wrong(later.cells.paths!, 'globs', data, { related });
  else report.wrong(later.cells.paths!, 'files', { ...data, count: String(count) }, { related });
}

function sharedGlob(earlier: Component, later: Component): string | undefined {
  const globs = new Set(globsHere(earlier.cells.paths?.value));
  return globsHere(later.cells.paths?.value).find((glob) => globs.has(glob));
}

function nameOf({ cells }: Component): string {
  return cells.component?.source.text ?? '';
}

function pairsOf<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((one, i) => list.slice(i + 1).map((other) => [one, other] as const));
}
