/** One option of a command, or of all of them. */
export interface OptionSpec {
  readonly name: string;
  /** What its value is called, in capitals; without one it is a switch. */
  readonly value?: string;
  readonly repeatable?: true;
  readonly description: string;
}

export interface CommandSpec {
  readonly name: CommandName;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The arguments, as they follow the name. */
  readonly usage: string;
  readonly about: readonly string[];
  /** How many arguments that are no options it takes at least and at most. */
  readonly takes: { readonly least: number; readonly most: number };
  readonly options: readonly OptionSpec[];
  /** Common options that have no meaning here. */
  readonly without?: readonly string[];
  readonly formats: readonly [string, ...string[]];
  readonly exitCodes: readonly (readonly [code: number, meaning: string])[];
  readonly examples: readonly (readonly [line: string, meaning: string])[];
}

export type CommandName =
  | 'init'
  | 'new'
  | 'check'
  | 'due'
  | 'status'
  | 'portfolio'
  | 'facts'
  | 'fix'
  | 'rules'
  | 'explain'
  | 'export';

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  {
    name: 'root',
    value: 'DIR',
    description:
      'The folder that holds the engagements. Default: the top of the Git repository above the current folder, else the current folder.',
  },
  {
    name: 'as-of',
    value: 'DATE',
    description:
      'The day against which the calendar is read, such as 2026-11-23. Default: today in the zone of the config, else UTC. It never changes what check says.',
  },
  { name: 'format', value: 'FORM', description: 'The form of the output.' },
  {
    name: 'profile',
    value: 'NAME',
    repeatable: true,
    description:
      'Rules to apply instead of those that config and engagements name: base, full, dora, gdpr, nis2, data-act. Several: separate them by commas.',
  },
  {
    name: 'config',
    value: 'FILE',
    description: 'The config file. Default: outrigger.yml in the root.',
  },
  {
    name: 'no-git',
    description:
      'No effect yet: this version reads no Git history. Later: do without it, also where there is one.',
  },
  { name: 'help', description: 'Show the help of a command, and do nothing else.' },
];

const trouble = [2, 'wrong usage, a file that cannot be read, or a fault in Outrigger'] as const;
const fine = [0, 'done'] as const;

export const commandTable: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: 'Begin an engagement: eight questions, one document',
    usage: '[DIR]',
    about: [
      'Asks at most eight questions and writes engagement.md into the folder, by default the current one. Then it prints the first date that follows from your answers.',
      'Where nobody can be asked (standard input is no terminal), give the answers with --set, or take the defaults with --yes. Nothing is overwritten, and if you interrupt it nothing is written.',
    ],
    takes: { least: 0, most: 1 },
    options: [
      {
        name: 'set',
        value: 'KEY=VALUE',
        repeatable: true,
        description: 'An answer, or any other key of an engagement.',
      },
      { name: 'yes', description: 'Ask nothing: take the default where --set gives no answer.' },
      { name: 'lang', value: 'LANG', description: 'The language of the document: en or sv.' },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger init payments', 'ask the questions, then write payments/engagement.md'],
      [
        "outrigger init shop --yes --set client='Kvarnbacken AB' --set end=2027-08-31 --set notice='4 months'",
        'the same without questions',
      ],
    ],
  },
  {
    name: 'new',
    summary: 'Begin a document from its template',
    usage: '<kind>',
    about: [
      'Writes a draft of that kind into the engagement: sla.md, exit-plan.md; a process under the name of its title. Then it prints the path and how many questions are left. Nothing is overwritten.',
    ],
    takes: { least: 1, most: 1 },
    options: [
      {
        name: 'engagement',
        value: 'DIR',
        description:
          'The folder of the engagement. Default: the one that the current folder lies in, or the only one there is.',
      },
      {
        name: 'lang',
        value: 'LANG',
        description:
          'The language of the template: en or sv. Default: that of the config, else of the engagement.',
      },
      { name: 'set', value: 'KEY=VALUE', repeatable: true, description: 'A value of the front matter.' },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger new sla', 'write sla.md'],
      ["outrigger new process --set type=runbook --set title='Gateway down'", 'write gateway-down.md'],
    ],
  },
  {
    name: 'check',
    summary: 'Say what is wrong in the documents',
    usage: '[paths...]',
    about: [
      'Reads the documents and reports what is false or missing in them. It looks at the content alone: no day that passes changes what it says. What a draft still lacks is counted in one line.',
      'As JSON each finding has fixes: { title, safe, edits: [{ path, line, column, endLine, endColumn, text }] }, lines and columns from 1, columns in UTF-16 units, ends exclusive. Where a value is offered the edit holds the whole value, so that its text is the offer. A fix is safe where fix would apply it: it was tried, and no error follows. Only a fix of the config is not tried by check, since everything hangs on it; fix tries it.',
    ],
    takes: { least: 0, most: Infinity },
    options: [
      { name: 'max-warnings', value: 'N', description: 'Exit with 1 if there are more than N warnings.' },
    ],
    formats: ['text', 'json'],
    exitCodes: [[0, 'no error'], [1, 'errors, or more warnings than --max-warnings allows'], trouble],
    examples: [
      ['outrigger check', 'everything'],
      ['outrigger check payments --format json', 'one engagement, for a program'],
      ['outrigger check --max-warnings 0', 'in CI, where warnings count too'],
    ],
  },
  {
    name: 'due',
    summary: 'Say what the calendar asks for',
    usage: '[paths...]',
    about: ['Lists what is overdue and what comes next, whose move it is and where that is written.'],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'within',
        value: 'DAYS',
        description: 'How far to look ahead, such as 90d or 12w. Default: the lead of each rule.',
      },
      { name: 'party', value: 'PARTY', description: 'Only what is for one side to do: client or supplier.' },
      { name: 'person', value: 'PERSON', description: 'Only what is for one person to do, by key.' },
      { name: 'fail-on', value: 'WHAT', description: 'overdue: exit with 1 if something is overdue.' },
    ],
    formats: ['text', 'json', 'md', 'ics'],
    exitCodes: [[0, 'done, whatever is due'], [1, 'something is overdue, with --fail-on overdue'], trouble],
    examples: [
      ['outrigger due --within 90d --party supplier', 'what the supplier owes in three months'],
      ['outrigger due --format ics > due.ics', 'a calendar to subscribe to'],
    ],
  },
  {
    name: 'status',
    summary: 'Show where one engagement stands',
    usage: '[path]',
    about: [
      'Shows the phase, the next date that cannot be undone and what silence commits, what is overdue, the questions left, and the documents that are there or missing in this phase.',
      'Without a path: the engagement that the current folder lies in, or the only one there is.',
    ],
    takes: { least: 0, most: 1 },
    options: [],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [['outrigger status payments', 'where the engagement in payments/ stands']],
  },
  {
    name: 'portfolio',
    summary: 'Show all engagements, one line each',
    usage: '[paths...]',
    about: [
      'One line for each engagement: its phase, the next date that cannot be undone, the days left, what silence commits, what is overdue on either side, questions and errors.',
    ],
    takes: { least: 0, most: Infinity },
    options: [],
    formats: ['text', 'json', 'md'],
    exitCodes: [fine, trouble],
    examples: [['outrigger portfolio --format md', 'a table for a report']],
  },
  {
    name: 'facts',
    summary: 'Show computed values with their working',
    usage: '[paths...]',
    about: [
      'Prints every value that follows from the documents, with the sentence that shows how it was worked out.',
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'name',
        value: 'FACT',
        repeatable: true,
        description: 'Only these facts, such as true-last-day.',
      },
    ],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [
      ['outrigger facts --name true-last-day', 'how the last day to start leaving comes about'],
      ['outrigger facts payments/sla.md', 'everything that follows from one document'],
    ],
  },
  {
    name: 'fix',
    summary: 'Mend what can be mended without asking',
    usage: '[paths...]',
    about: [
      'Applies the fixes that change no meaning and guess nothing, until none is left. A fix after which an error stands that did not stand before, in any document, is not applied. Each file is written whole or not at all; one that has changed meanwhile, or that is read-only, is left alone and makes it exit with 2. Other fixes wait for a person: an editor offers them one at a time.',
    ],
    takes: { least: 0, most: Infinity },
    options: [
      {
        name: 'dry-run',
        description:
          'Write nothing; print what would change as a unified diff that patch -p1 and git apply take. On a terminal it is coloured, and characters that would steer the terminal are shown as escapes.',
      },
    ],
    formats: ['text'],
    exitCodes: [fine, trouble],
    examples: [['outrigger fix --dry-run | git apply', 'look at the changes, or take them another way']],
  },
  {
    name: 'rules',
    summary: 'List the rules',
    usage: '',
    about: ['Lists every rule with its severity, its profiles and whether it speaks in check or in due.'],
    takes: { least: 0, most: 0 },
    options: [],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [['outrigger rules --profile gdpr', 'the rules of one profile']],
  },
  {
    name: 'explain',
    summary: 'Say what a rule or a fact is about',
    usage: '<code or name>',
    about: [
      'Shows what a rule asks for, what it reads and what it can say; of a fact, what it is.',
      'With --here it says what turns the rule on or off at a place: a profile, a line of the config, or an accepted deviation.',
    ],
    takes: { least: 1, most: 1 },
    options: [{ name: 'here', value: 'PATH', description: 'The document or folder to look at.' }],
    formats: ['text', 'json'],
    exitCodes: [fine, trouble],
    examples: [['outrigger explain SLA004 --here payments/sla.md', 'why the rule speaks there, or does not']],
  },
  {
    name: 'export',
    summary: 'Print the engagements as data',
    usage: '[paths...]',
    about: [
      'Prints what the documents say as JSON, as schemas/engagement.json describes it: front matter and rows with their values read. Values that do not read are left out.',
    ],
    takes: { least: 0, most: Infinity },
    options: [{ name: 'json', description: 'As JSON, which is the only form.' }],
    formats: ['json'],
    exitCodes: [fine, trouble],
    examples: [['outrigger export --json payments', 'one engagement']],
  },
];
