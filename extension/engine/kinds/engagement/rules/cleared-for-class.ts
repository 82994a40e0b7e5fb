import type { Row } from '../../../model/document.ts';
import type { Named, View } from '../../../model/engagement.ts';
import { lackingIn, nameSaid, namesSaid } from '../../../resolve/lacking-in.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { defineRule, type RelatedAt, type Reporter } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';
import { say } from '../../../values/say.ts';

const messages = {
  refused:
    '"{{person}}" works on what holds secret data, and Cleared says "{{cleared}}": clear them, or give the work to others.',
  anywhere:
    'Cleared says "{{cleared}}" of "{{person}}", and nothing says which component holds the secret data {{data}}: clear them, or name under Component where these lie, so that it shows who works on it.',
} as const;

export default defineRule({
  code: 'ENG024',
  name: 'cleared-for-class',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/Data.Class',
      'engagement/Data.Data',
      'engagement/People.Party',
      'engagement/Data.Component',
      'engagement/People.Cleared',
      'engagement/People.Person',
      'engagement/Teams.People',
      'engagement/Teams.Team',
      'ownership-map/Components.Component',
      'ownership-map/Components.Does the work',
    ],
    summary: 'Require that those who work on secret data are cleared',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages,
  missing: {
    cell: {
      message:
        '"{{person}}" works on what holds secret data, and nothing says that they are cleared: write the day under Cleared.',
      ask: 'When was "{{person}}" cleared for secret data?',
      how: 'Write the day into the column Cleared, or yes or no.',
    },
    column: {
      message:
        'Secret data are kept in what they work on, yet People lacks the column "Cleared": add it for {{people}}.',
      ask: 'When were these cleared for secret data: {{people}}?',
      how: 'Add a column "Cleared" with the day of each, or yes or no.',
    },
    team: {
      message:
        'The team "{{team}}" works on what holds secret data, and nobody knows who is in it: name its people.',
      ask: 'Who of "{{team}}" works on secret data?',
      how: 'Write the keys of its people into the column People of Teams.',
    },
    teamColumn: {
      message:
        'Secret data are kept in what they work on, yet Teams lacks the column "People": add it for {{teams}}.',
      ask: 'Who works on secret data in these teams: {{teams}}?',
      how: 'Add a column "People" to Teams with the keys of the people in each.',
    },
  },
  engagement(view, report) {
    const { people, teams } = workersOn(secretComponents(view), view);
    const related = (row: Row): { readonly related: readonly RelatedAt[] } => ({
      related: [
        {
          at: (people.get(row as Row<'people'>) ?? teams.get(row as Row<'teams'>))!,
          message: say('works on it here'),
        },
      ],
    });
    for (const row of people.keys()) {
      const { cleared } = row.cells;
      if (cleared?.value !== false) continue;
      report.wrong(
        cleared,
        'refused',
        { person: nameSaid(row), cleared: quote(cleared.source.text) },
        related(row),
      );
    }
    sayAnywhere(new Set(people.keys()), view, report);
    const lacking = lackingIn([...people.keys()], 'cleared');
    for (const { row, cell } of lacking.cells)
      report.missing(cell, 'cell', { person: nameSaid(row) }, related(row));
    for (const { section, rows } of lacking.columns)
      report.missing(section, 'column', { people: namesSaid(rows) });
    const unknown = lackingIn([...teams.keys()], 'people');
    for (const { row, cell } of unknown.cells)
      report.missing(cell, 'team', { team: nameSaid(row) }, related(row));
    for (const { section, rows } of unknown.columns)
      report.missing(section, 'teamColumn', { teams: namesSaid(rows) });
  },
});

/** Of secret data in no component anybody of the supplier may be the one who works on them. */
function sayAnywhere(
  said: ReadonlySet<Row<'people'>>,
  view: View,
  report: Reporter<typeof messages, Record<never, never>>,
): void {
  const nowhere = view
    .rows('data')
    .filter(
      (row) =>
        row.cells.class?.value === 'secret' && !isFilled(row.cells.component) && nameOfRow(row) !== undefined,
    );
  if (nowhere.length === 0) return;
  for (const row of view.rows('people')) {
    const { cleared, person } = row.cells;
    const [named] = view.who(person);
    if (said.has(row) || cleared?.value !== false || named?.target?.side !== 'supplier') continue;
    const data = { person: nameSaid(row), cleared: quote(cleared.source.text), data: namesSaid(nowhere) };
    report.wrong(cleared, 'anywhere', data);
  }
}

/** The components that keep data of class secret. */
function secretComponents(view: View): ReadonlySet<Row> {
  const secret = view.rows('data').filter(({ cells }) => cells.class?.value === 'secret');
  return new Set(
    secret.flatMap(({ cells }) => view.named(cells.component).flatMap(({ target }) => target ?? [])),
  );
}

interface Workers {
  /** Each with the value that says that they work on it. */
  readonly people: ReadonlyMap<Row<'people'>, RelatedAt['at']>;
  /** Those who work on it as a team. */
  readonly teams: ReadonlyMap<Row<'teams'>, RelatedAt['at']>;
}

function workersOn(components: ReadonlySet<Row>, view: View): Workers {
  const people = new Map<Row<'people'>, RelatedAt['at']>();
  const teams = new Map<Row<'teams'>, RelatedAt['at']>();
  const add = (named: Named | undefined, at: RelatedAt['at']): void => {
    if (named?.is === 'person') {
      if (!people.has(named.row)) people.set(named.row, at);
    } else if (named?.is === 'team') {
      teams.set(named.row, at);
      for (const { target } of view.who(named.row.cells.people)) if (target?.is === 'person') add(target, at);
    }
  };
  for (const row of view.rows('components')) {
    const work = row.cells.does_the_work;
    if (work && components.has(row)) for (const { target } of view.who(work)) add(target, work);
  }
  return { people, teams };
}
