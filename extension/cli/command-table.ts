import { say } from '../engine/model/said.ts';
import { fine, trouble, type CommandSpec } from './command-spec.ts';
import { askCommand } from './ask-command.ts';
import { codeownersCommand } from './codeowners-command.ts';
import { engagementOption } from './engagement-option.ts';
import { factCommands } from './fact-commands.ts';
import { historyCommands } from './history-commands.ts';
import { peopleCommands } from './people-commands.ts';
import { recordCommands } from './record-commands.ts';
import { repositoryOption } from './repository-option.ts';
import { ruleCommands } from './rule-commands.ts';
import { structureCommands } from './structure-commands.ts';

export const commandTable: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: say('Begin an engagement: eight questions, one document'),
    usage: say('[DIR]'),
    about: [
      say(
        'Asks at most eight questions and writes engagement.md into the folder, by default the current one. Then it prints the first date that follows from your answers.',
      ),
      say(
        'Where nobody can be asked (standard input is no terminal), give the answers with --set, or take the defaults with --yes. Nothing is overwritten, and if you interrupt it nothing is written.',
      ),
    ],
    takes: { least: 0, most: 1 },
    options: [
      {
        name: 'set',
        value: say('KEY=VALUE'),
        repeatable: true,
        description: say('An answer, or any other key of an engagement.'),
      },
      { name: 'yes', description: say('Ask nothing: take the default where --set gives no answer.') },
      {
        name: 'lang',
        value: say('LANG'),
        description: say(
          'The language of the document and of what is said here: en or sv. Default: that of the config; where it names none, the document is in English.',
        ),
      },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger init payments', say('ask the questions, then write payments/engagement.md')],
      [
        "outrigger init shop --yes --set client='Kvarnbacken AB' --set end=2027-08-31 --set notice='4 months'",
        say('the same without questions'),
      ],
    ],
  },
  {
    name: 'new',
    summary: say('Begin a document from its template'),
    usage: say('<kind>'),
    about: [
      say(
        'Writes a draft of that kind into the engagement: sla.md, exit-plan.md; a process under the name of its title. Then it prints the path and how many questions are left. Nothing is overwritten.',
      ),
      say(
        'A record begins from the template of its type. A knowledge transfer plan begins with a topic for each critical or important component of the ownership map and each runbook, with givers and receivers where direction says which way the knowledge goes. Rows whose names the engagement has already are left out.',
      ),
    ],
    takes: { least: 1, most: 1 },
    options: [
      engagementOption,
      {
        name: 'lang',
        value: say('LANG'),
        description: say(
          'The language of the template and of what is said here: en or sv. Default of the template: that of the engagement, else of the config.',
        ),
      },
      {
        name: 'set',
        value: say('KEY=VALUE'),
        repeatable: true,
        description: say('A value of the front matter.'),
      },
      {
        name: 'meeting',
        value: say('NAME'),
        description: say(
          'Of a record: the next one of that meeting, on its day, with the open actions, what is waited for, a row for each result that is due and, in a comment, what is new and the dates of the next 90 days.',
        ),
      },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger new sla', say('write sla.md')],
      ["outrigger new process --set type=runbook --set title='Gateway down'", say('write gateway-down.md')],
      [
        'outrigger new record --set type=service-review --set held=2026-11-05',
        say('write 2026-11-05-service-review.md'),
      ],
      [
        "outrigger new record --meeting 'Service review'",
        say('write the next record of that meeting, beside the one before it'),
      ],
      ["outrigger new kt-plan --set direction='to client'", say('write kt-plan.md with its topics')],
    ],
  },
  askCommand,
  ...recordCommands,
  {
    name: 'check',
    summary: say('Say what is wrong in the documents'),
    usage: say('[paths...]'),
    about: [
      say(
        'Reads the documents and reports what is false or missing in them. It looks at the content alone: no day that passes changes what it says. What a draft still lacks is counted in one line.',
      ),
      say(
        'As JSON each finding has fixes: { title, safe, edits: [{ path, line, column, endLine, endColumn, text }] }, lines and columns from 1, columns in UTF-16 units, ends exclusive. Where a value is offered the edit holds the whole value, so that its text is the offer. A fix is safe where fix would apply it: it was tried, and no error follows. Only a fix of the config is not tried by check, since everything hangs on it; fix tries it. notGoverned: [{ path, reason }] lists the paths that were named and of which nothing was checked, with why.',
      ),
      say(
        'The line before the last counts what was read: tables of known sections, their cells that hold something, and names that values and headers refer to. With --coverage what was not read is listed before it, with one entry for all that stands under a heading which is no section. As JSON it is coverage: { documents, tables, cells, names, free: [{ is, text, path, line, column, endLine, endColumn, why, tables, cells, code }] }, where code is the rule that says what is wrong there, or null. What does not read in a cell that was looked at is a finding, and no entry.',
      ),
      say(
        'With --against REV only what this change adds is reported and counted: what is found here now, uncommitted changes too, and was not found in the commit where this branch and REV part. Where they have no commit in common, or none within a shallow clone, that is the commit of REV itself, and the output says so. Both sides are judged the same way, by the present config and options. What the documents say of themselves holds as it stood on each side: an accepted deviation that is taken out, or a profile that is put in, makes its findings new.',
      ),
      say(
        'A finding is known by its rule, its message and its place, wherever that has moved: lines, rows, sections and files may change places, also to another document of the engagement, and rows and documents may have another name where Formerly says the old one. What is equal is counted: one more is one new one. Of another repository, or of a submodule, nothing is new. As JSON it is against: { rev, commit, date, isMergeBase, why, known, gone, knownQuestions, configDiffers }, where why is null, unrelated or shallow; findings and summary hold what is new.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'max-warnings',
        value: say('N'),
        description: say('Exit with 1 if there are more than N warnings.'),
      },
      {
        name: 'coverage',
        description: say(
          'List what is not read as well: documents, sections, tables, columns, rows, keys and texts, each with its place and why. It changes no exit code.',
        ),
      },
      {
        name: 'against',
        value: say('REV'),
        description: say(
          'Report and count only what this change adds to what stood where the branch parts from REV: a branch, a tag or a commit.',
        ),
      },
      repositoryOption,
    ],
    formats: ['text', 'json'],
    exitCodes: [
      [0, say('no error')],
      [1, say('errors, or more warnings than --max-warnings allows')],
      trouble,
    ],
    examples: [
      ['outrigger check', say('everything')],
      ['outrigger check payments --format json', say('one engagement, for a program')],
      ['outrigger check --coverage', say('what is wrong, and what nobody has looked at')],
      ['outrigger check --against origin/main', say('in CI, of a pull request: only what it adds fails')],
      ['outrigger check --max-warnings 0', say('in CI, where warnings count too')],
    ],
  },
  {
    name: 'due',
    summary: say('Say what the calendar asks for'),
    usage: say('[paths...]'),
    about: [say('Lists what is overdue and what comes next, whose move it is and where that is written.')],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'within',
        value: say('DAYS'),
        description: say('How far to look ahead, such as 90d or 12w. Default: the lead of each rule.'),
      },
      {
        name: 'party',
        value: say('PARTY'),
        description: say('Only what is for one side to do: client or supplier.'),
      },
      {
        name: 'person',
        value: say('PERSON'),
        description: say('Only what is for one person to do, by key.'),
      },
      {
        name: 'fail-on',
        value: say('WHAT'),
        description: say('overdue: exit with 1 if something is overdue.'),
      },
    ],
    formats: ['text', 'json', 'md', 'ics'],
    exitCodes: [
      [0, say('done, whatever is due')],
      [1, say('something is overdue, with --fail-on overdue')],
      trouble,
    ],
    examples: [
      ['outrigger due --within 90d --party supplier', say('what the supplier owes in three months')],
      ['outrigger due --format ics > due.ics', say('a calendar to subscribe to')],
    ],
  },
  {
    name: 'status',
    summary: say('Show where one engagement stands'),
    usage: say('[path]'),
    about: [
      say(
        'Shows the phase, the next date that cannot be undone and what silence commits, what is overdue, the questions left, what the documents of each of the six pillars come to, and those that are there or missing in this phase.',
      ),
      say('Without a path: the engagement that the current folder lies in, or the only one there is.'),
    ],
    takes: { least: 0, most: 1 },
    options: [repositoryOption],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [['outrigger status payments', say('where the engagement in payments/ stands')]],
  },
  {
    name: 'portfolio',
    summary: say('Show all engagements, one line each'),
    usage: say('[paths...]'),
    about: [
      say(
        'One line for each engagement: its phase, the next date that cannot be undone, the days left, what silence commits, what is overdue on either side, questions and errors. A column that would be empty is left out.',
      ),
      say(
        'Below it one line for each supplier of engagements that are not closed: how many there are and how many of them are critical, what they cost in a year, and the next day on which something cannot be undone.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [['outrigger portfolio --format md', say('a table for a report')]],
  },
  ...factCommands,
  codeownersCommand,
  {
    name: 'fix',
    summary: say('Mend what can be mended without asking'),
    usage: say('[paths...]'),
    about: [
      say(
        'Applies the fixes that change no meaning and guess nothing, until none is left. A fix after which an error stands that did not stand before, in any document, is not applied. Each file is written whole or not at all; one that has changed meanwhile, or that is read-only, is left alone and makes it exit with 2. Other fixes wait for a person: an editor offers them one at a time.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'dry-run',
        description: say(
          'Write nothing; print what would change as a unified diff that patch -p1 and git apply take. On a terminal it is coloured, and characters that would steer the terminal are shown as escapes.',
        ),
      },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [['outrigger fix --dry-run | git apply', say('look at the changes, or take them another way')]],
  },
  ...peopleCommands,
  ...structureCommands,
  ...historyCommands,
  ...ruleCommands,
  {
    name: 'export',
    summary: say('Print the engagements as data'),
    usage: say('[paths...]'),
    about: [
      say(
        'Prints what the documents say as JSON, as schemas/engagement.json describes it: front matter and rows with their values read. Values that do not read are left out.',
      ),
    ],
    takes: { least: 0, most: Infinity },
    options: [{ name: 'json', description: say('As JSON, which is the only form.') }],
    formats: ['json'],
    exitCodes: [fine, trouble],
    examples: [['outrigger export --json payments', say('one engagement')]],
  },
];
