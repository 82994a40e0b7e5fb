import { progressSaid } from '../kinds/kt-plan/knowledge-said.ts';
import { stages } from '../kinds/kt-plan/topics.ts';
import { sharesSaid } from '../kinds/ownership-map/shares-said.ts';
import type { QuarterShares } from '../model/knowledge.ts';
import { inEnglish, type Said } from '../model/said.ts';
import { countFigure } from '../values/length-said.ts';
import { quote } from '../values/quote.ts';
import { joined, listSaid, quoted, say } from '../values/say.ts';
import { barMarks, knowledgeBar } from './knowledge-bar.ts';
import type { ComponentStanding, IdleTopic, KnowledgeStanding, ToldWork } from './knowledge-standing.ts';
import { english, type ReportLanguage } from './language.ts';
import { plain, type Paint } from './paint.ts';
import { shown, shownJson } from './shown.ts';

/** Each component with who worked on it quarter by quarter, and what the knowledge transfer says, for a terminal. */
export function knowledgeText(
  standings: readonly KnowledgeStanding[],
  paint: Paint = plain,
  language: ReportLanguage = english,
): string {
  const lines = [language.say(legendSaid())];
  for (const standing of standings) {
    lines.push('', paint('strong', shown(standing.title)));
    for (const one of standing.components) {
      if (!isTold(one)) continue;
      lines.push('', paint('info', shown(one.component)));
      if (!('unknown' in one.work))
        for (const quarter of one.work.quarters) lines.push(`  ${quarterLine(quarter, language)}`);
      lines.push(...componentSaid(one).map((said) => `  ${shown(language.say(said))}`));
    }
    const untold = untoldSaid(standing).map((said) => shown(language.say(said)));
    if (untold.length > 0) lines.push('', ...untold);
  }
  return `${lines.join('\n')}\n`;
}

/** "2026-Q2  ████████▒▒▒▒▒▒▒▒▒▒▒▒  client 40 %, supplier 60 %, 15 commits". */
function quarterLine(quarter: QuarterShares, language: ReportLanguage): string {
  const text = language.say(joined([sharesSaid(quarter.sides), commitsSaid(quarter.changes)], ', '));
  return [quarter.quarter, knowledgeBar(quarter.sides), text].join('  ');
}

/** For programs: shares are strings of percent, and what is not known says why in English. */
export function knowledgeJson(standings: readonly KnowledgeStanding[]): string {
  return shownJson({
    version: 1,
    engagements: standings.map(({ folder, title, components }) => ({
      folder,
      title,
      components: components.map(componentData),
    })),
  });
}

function componentData({ component, path, range, work, topics, idle }: ComponentStanding): object {
  return {
    component,
    path,
    line: range.start.line + 1,
    column: range.start.character + 1,
    ...('unknown' in work ? { unknown: inEnglish(work.unknown) } : { work: workData(work) }),
    transfer: {
      topics: topics.length,
      stages: Object.fromEntries(
        stages.map((stage) => [stage, topics.filter((topic) => topic.stage === stage).length]),
      ),
      idle: idle.map(({ name, acceptedOn, since }) => ({ topic: name, acceptedOn, since })),
    },
  };
}

function workData(work: ToldWork): object {
  const { commit, day, from, changes, sides, teams, quarters, lastActivity, busFactor } = work;
  const { client, supplier, unknown } = lastActivity.sides;
  return {
    commit,
    day,
    from,
    changes,
    sides,
    teams,
    quarters,
    lastActivity: { client: client ?? null, supplier: supplier ?? null, unknown: unknown ?? null },
    busFactor: busFactor?.factor ?? null,
  };
}

/** Which mark stands for which side. */
export function legendSaid(): Said {
  return say('{{client}} client, {{supplier}} supplier, {{unknown}} not known', barMarks);
}

/** Whether there is anything to say of a component but that nothing is known of its work. */
export function isTold({ work, topics }: ComponentStanding): boolean {
  return !('unknown' in work) || topics.length > 0;
}

/** What is said of a component below its quarters, a sentence each. */
export function componentSaid({ work, topics, idle }: ComponentStanding): readonly Said[] {
  return [
    ...('unknown' in work ? [] : workSaid(work)),
    ...(topics.length === 0
      ? []
      : [say('Knowledge transfer: {{progress}}', { progress: progressSaid({ topics }) })]),
    ...idle.map(idleSaid),
  ];
}

function workSaid(work: ToldWork): readonly Said[] {
  const { changes, sides, from, day, commit, busFactor } = work;
  const asOf = { from, day, commit: commit.slice(0, 10) };
  return [
    changes === 0
      ? say('{{from}} to {{day}}, commit {{commit}}: nobody changed it', asOf)
      : say('{{from}} to {{day}}, commit {{commit}}: {{shares}} of {{commits}}', {
          ...asOf,
          shares: sharesSaid(sides),
          commits: commitsSaid(changes),
        }),
    ...(busFactor ? [say('Bus factor: {{factor}}', { factor: countFigure(busFactor.factor) })] : []),
  ];
}

function commitsSaid(n: number): Said {
  return say('{{n}} {{n|commit|commits}}', { n: countFigure(n) });
}

function idleSaid({ name, acceptedOn, since }: IdleTopic): Said {
  return say(
    '"{{topic}}" was accepted on {{day}}, and nobody who took it over has changed anything since {{since}}',
    {
      topic: quote(name),
      day: acceptedOn,
      since,
    },
  );
}

/** Components of whose work nothing is known, by the reason. */
export function untoldSaid({ components }: KnowledgeStanding): readonly Said[] {
  if (components.length === 0) return [say('No component stands under Components.')];
  const byReason = new Map<string, { readonly reason: Said; readonly names: string[] }>();
  for (const { component, work } of components) {
    if (!('unknown' in work)) continue;
    const key = inEnglish(work.unknown);
    const its = byReason.get(key) ?? { reason: work.unknown, names: [] };
    its.names.push(component);
    byReason.set(key, its);
  }
  return [...byReason.values()].map(({ reason, names }) =>
    say('Nothing is known of the work on {{components}}: {{reason}}.', {
      components: listSaid(names.map((name) => quoted(quote(name)))),
      reason,
    }),
  );
}
