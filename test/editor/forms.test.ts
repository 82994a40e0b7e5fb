import assert from 'node:assert/strict';
import { spokenModules } from '../../extension/editor/commands/spoken-modules.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import {
  documentWanted,
  type DocumentWanted,
  type Place,
} from '../../extension/editor/commands/document-wanted.ts';
import {
  fillForm,
  type Answers,
  type FormMemory,
  type FormStep,
} from '../../extension/editor/commands/form.ts';
import { initForm } from '../../extension/editor/commands/init-form.ts';
import { newDocumentForm } from '../../extension/editor/commands/new-document-form.ts';
import { emptyMemory, resumeForm } from '../../extension/editor/commands/resume-form.ts';
import * as modules from '../../extension/editor/engine-module.ts';
import {
  scriptedPrompts,
  untranslated,
  type Move,
  type ScriptedPrompts,
} from '../support/scripted-prompts.ts';

const asOf = '2026-11-23';
const l10n = untranslated;

describe('a form', () => {
  const input = (key: string, more: Partial<FormStep> = {}): FormStep => ({
    key,
    ask: (answers) => ({
      is: 'input',
      ask: `${key}?`,
      placeholder: '',
      proposal: [...answers.values(), key].join('+'),
      problemOf: (text) => (text === 'bad' ? 'No.' : undefined),
    }),
    ...more,
  });
  const fill = async (
    steps: readonly FormStep[],
    moves: readonly Move[],
    given?: Answers,
  ): Promise<{ readonly answers: Answers | undefined; readonly prompts: ScriptedPrompts }> => {
    const prompts = scriptedPrompts(moves);
    return { answers: await fillForm('Form', steps, prompts, given), prompts };
  };

  it('asks step by step, and takes what is proposed', async () => {
    const { answers, prompts } = await fill([input('a'), input('b')], ['enter', { types: 'x' }]);
    assert.deepEqual(prompts.seen, ['1/2 a?', '2/2 b?']);
    assert.deepEqual(
      [...answers!],
      [
        ['a', 'a'],
        ['b', 'x'],
      ],
    );
  });

  it('is stopped at any step, and then has no answers', async () => {
    const steps = [input('a'), input('b'), input('c')];
    for (let step = 0; step < steps.length; step++) {
      const moves: Move[] = [...Array.from({ length: step }, () => 'enter' as const), 'escape'];
      const { answers, prompts } = await fill(steps, moves);
      assert.equal(answers, undefined);
      assert.equal(prompts.seen.length, step + 1);
    }
  });

  it('goes back, and shows the earlier answer where the same is proposed', async () => {
    const { answers, prompts } = await fill(
      [input('a'), input('b'), input('c')],
      [{ types: 'x' }, { types: 'y' }, 'back', 'back', 'enter', 'enter', 'enter'],
    );
    assert.deepEqual(prompts.seen, ['1/3 a?', '2/3 b?', '3/3 c?', '2/3 b?', '1/3 a?', '2/3 b?', '3/3 c?']);
    assert.deepEqual([...answers!.values()], ['x', 'y', 'x+y+c']);
  });

  it('forgets an answer that was given to another proposal', async () => {
    const { answers } = await fill(
      [input('a'), input('b'), input('c')],
      ['enter', { types: 'y' }, 'back', 'back', { types: 'z' }, 'enter', 'enter'],
    );
    assert.deepEqual([...answers!.values()], ['z', 'z+b', 'z+z+b+c']);
  });

  it('does not ask what is given, what does not apply, or what turns out not to be a question', async () => {
    const steps = [
      input('a'),
      input('b', { applies: (answers) => answers.get('a') === 'no' }),
      input('c', { isRare: true, ask: () => undefined }),
      input('d'),
      input('e', { isRare: true }),
    ];
    const { answers, prompts } = await fill(steps, [], new Map([['a', 'given']]));
    assert.deepEqual(prompts.seen, ['1/1 d?', '2/2 e?']);
    assert.deepEqual([...answers!.keys()], ['a', 'd', 'e']);
  });

  it('goes on where it was left, with the answers given and what stood in the box', async () => {
    const memory = emptyMemory();
    const steps = [input('a'), input('b'), input('c')];
    const left = async (moves: readonly Move[]): Promise<ScriptedPrompts> => {
      const prompts = scriptedPrompts(moves);
      await fillForm('Form', steps, prompts, new Map(), memory);
      return prompts;
    };
    await left([{ types: 'x' }, { leaves: 'half' }]);
    assert.deepEqual([...memory.answers], [['a', 'x']]);
    const again = await left(['back', 'enter', 'enter', 'escape']);
    assert.deepEqual(again.seen, ['2/3 b?', '1/3 a?', '2/3 b?', '3/3 c?']);
    assert.deepEqual(
      again.questions.map(({ proposal }) => proposal),
      ['half', 'x', 'half', 'x+half+c'],
    );
    // Of what was answered to the end, and could not be written, the last question is asked again.
    await left(['enter']);
    assert.deepEqual((await left(['escape'])).seen, ['3/3 c?']);
  });

  it('asks whoever left it whether it begins afresh, and keeps the answers where that is left too', async () => {
    const ask = async (memory: FormMemory, move: Move): Promise<readonly [boolean, ScriptedPrompts]> => {
      const prompts = scriptedPrompts([move]);
      return [await resumeForm('Form', memory, prompts, l10n), prompts];
    };
    const [isFresh, unasked] = await ask(emptyMemory(), 'escape');
    assert.deepEqual([isFresh, unasked.seen], [true, []]);
    const memory: FormMemory = { answers: new Map([['a', 'x']]), boxes: new Map() };
    const [goesOn, asked] = await ask(memory, 'escape');
    assert.equal(goesOn, false);
    assert.equal(memory.answers.size, 1);
    const [question] = asked.questions;
    assert.ok(question?.is === 'pick');
    assert.equal(question.choices[0]?.detail, 'x');
    assert.deepEqual((await ask(memory, 'enter'))[0], true);
    assert.equal(memory.answers.size, 1);
    assert.equal((await ask(memory, { picks: 'afresh' }))[0], true);
    assert.equal(memory.answers.size, 0);
  });

  it('stays at its first step where there is no way back', async () => {
    const { prompts } = await fill([input('a')], ['back', 'enter']);
    assert.deepEqual(prompts.seen, ['1/1 a?', '1/1 a?']);
  });
});

describe('the form of a new engagement', () => {
  const folders = [
    { value: 'one', label: 'One' },
    { value: 'two', label: 'Two' },
  ];
  const fill = async (
    moves: readonly Move[],
    count = 1,
  ): Promise<{ readonly answers: Answers | undefined; readonly prompts: ScriptedPrompts }> => {
    const prompts = scriptedPrompts(moves);
    const form = initForm({
      modules: spokenModules(modules, inEnglish),
      l10n,
      folders: folders.slice(0, count),
      placeIn: (folder) => Promise.resolve({ asOf, language: folder === 'two' ? 'sv' : 'en' }),
    });
    return { answers: await fillForm('New engagement', form, prompts), prompts };
  };

  it('is filled in by eight times Enter', async () => {
    const { answers, prompts } = await fill([]);
    assert.equal(prompts.seen.length, 8);
    assert.match(prompts.seen[0]!, /^1\/8 Who is the client\? The name of the party/);
    assert.match(prompts.seen[7]!, /^8\/8 Who keeps this document up to date\?/);
    assert.deepEqual(Object.fromEntries(answers!), {
      client: '',
      supplier: '',
      start: '2026-11-23',
      end: '2027-11-22',
      notice: '3 months',
      renewal: '',
      fee: '',
      owner: '',
    });
  });

  it('says while a value is typed what is wrong with it', async () => {
    const { answers, prompts } = await fill(['enter', 'enter', { types: '1 Januari' }, { types: '' }]);
    assert.match(prompts.refused[0]!, /"1 Januari" is not a date\. Write year, month and day/);
    assert.deepEqual([answers!.get('start'), answers!.get('end'), answers!.get('notice')], ['', '', '']);
  });

  for (const written of [
    '11 May 2026',
    '11 maj 2026',
    '2026/05/11',
    '2026-5-11',
    '11:e maj 2026',
    '31/12/2026',
  ]) {
    it(`takes ${written} as the one day that it can be, and shows that day`, async () => {
      const { answers, prompts } = await fill(['enter', 'enter', { types: written }]);
      const day = written.startsWith('31') ? '2026-12-31' : '2026-05-11';
      assert.equal(answers!.get('start'), day);
      assert.deepEqual(prompts.refused, []);
      const question = prompts.questions[2];
      assert.ok(question?.is === 'input');
      assert.equal(question.reading?.hintOf(written), `Understood as ${day}.`);
      assert.equal(question.reading.hintOf(day), undefined);
    });
  }

  it('asks which day is meant where there are two, and goes back from there to the text', async () => {
    const moves: Move[] = [
      'enter',
      'enter',
      { types: '12/11/2026' },
      'back',
      'enter',
      { picks: '2026-12-11' },
    ];
    const { answers, prompts } = await fill(moves);
    assert.equal(answers!.get('start'), '2026-12-11');
    assert.equal(answers!.get('end'), '2027-12-10');
    assert.match(prompts.seen[3]!, /^3\/8 "12\/11\/2026" is not clear: which one is meant\?/);
    assert.equal(prompts.questions[4]!.proposal, '12/11/2026');
    const question = prompts.questions[2];
    assert.ok(question?.is === 'input');
    assert.equal(
      question.reading?.hintOf('12/11/2026'),
      'Is it 2026-11-12 / 2026-12-11? Press Enter to choose.',
    );
  });

  it('offers minutes and months for "6 m", and guesses no currency', async () => {
    const enters = Array.from({ length: 4 }, () => 'enter' as const);
    const { answers, prompts } = await fill([
      ...enters,
      { types: '6 m' },
      { picks: '6 months' },
      'enter',
      { types: '48 500 kr' },
      { picks: '48 500 SEK' },
    ]);
    assert.equal(answers!.get('notice'), '6 months');
    assert.equal(answers!.get('fee'), '48 500 SEK');
    assert.deepEqual(prompts.refused, []);
    const swedish = await fill([{ picks: 'two' }, ...enters, { types: '6 m' }, { picks: '6 månader' }], 2);
    assert.equal(swedish.answers!.get('notice'), '6 månader');
  });

  it('offers the renewals as a list, with another one typed and a way back to the list', async () => {
    const before: Move[] = ['enter', 'enter', 'enter', 'enter', 'enter'];
    const taken = await fill([...before, { picks: 'automatic, 12 months' }]);
    assert.equal(taken.answers!.get('renewal'), 'automatic, 12 months');
    const other = await fill([
      ...before,
      { picks: '...' },
      'back',
      { picks: '...' },
      { types: 'option, soon' },
      { types: 'option, 24 months' },
    ]);
    assert.equal(other.answers!.get('renewal'), 'option, 24 months');
    assert.equal(other.prompts.refused.length, 1);
    const swedish = await fill([{ picks: 'two' }, ...before, { picks: 'automatisk, 12 månader' }], 2);
    assert.equal(swedish.answers!.get('renewal'), 'automatisk, 12 månader');
  });

  it('shows an answer that is not in the list in the box of the one that asks for it', async () => {
    const before: Move[] = ['enter', 'enter', 'enter', 'enter', 'enter'];
    const { prompts } = await fill([
      ...before,
      { picks: '...' },
      { types: 'option, 24 months' },
      'back',
      'enter',
      'escape',
    ]);
    assert.equal(prompts.questions.at(-2)!.proposal, '...');
    assert.equal(prompts.questions.at(-1)!.proposal, 'option, 24 months');
  });

  it('asks for the phase as a list where the start lies ahead or is not known', async () => {
    const { answers, prompts } = await fill(['enter', 'enter', { types: '2026-12-24' }]);
    assert.match(prompts.seen[8]!, /^9\/9 Which phase is the engagement in\?/);
    assert.equal(answers!.get('phase'), 'transition');
    const moves: Move[] = [
      'enter',
      'enter',
      { types: '' },
      ...Array.from({ length: 5 }, () => 'enter' as const),
    ];
    const open = await fill([...moves, { picks: 'selection' }]);
    assert.equal(open.answers!.get('phase'), 'selection');
  });

  it('asks for the folder where there are several, and writes in its language', async () => {
    const { answers, prompts } = await fill([{ picks: 'two' }], 2);
    assert.match(prompts.seen[0]!, /^1\/9 In which folder/);
    assert.equal(answers!.get('notice'), '3 månader');
  });

  it('comes to nothing wherever it is stopped', async () => {
    for (let step = 0; step < 8; step++) {
      const moves: Move[] = [...Array.from({ length: step }, () => 'enter' as const), 'escape'];
      assert.equal((await fill(moves)).answers, undefined);
    }
  });
});

describe('the form of a new document', () => {
  const place = (folder: string, taken: readonly string[] = []): Place => ({
    choice: { value: folder, label: folder },
    folder,
    asOf,
    language: 'en',
    kinds: () => ({ asked: ['goals'], others: ['process', 'record'], present: ['sla'] }),
    inherited: () => new Map([['owner', 'anna']]),
    isTaken: (path) => Promise.resolve(taken.includes(path)),
  });
  const fill = async (
    moves: readonly Move[],
    places: readonly Place[] = [place('')],
    given?: Answers,
    nearest?: Place,
  ): Promise<{ readonly wanted: DocumentWanted | undefined; readonly prompts: ScriptedPrompts }> => {
    const prompts = scriptedPrompts(moves);
    const surroundings = {
      modules: spokenModules(modules, inEnglish),
      l10n,
      places,
      nearest,
      spoken: 'sv' as const,
    };
    const answers = await fillForm('New document', newDocumentForm(surroundings), prompts, given);
    return { wanted: answers && documentWanted(answers, surroundings), prompts };
  };

  it('is filled in by three times Enter: what the phase asks for, in the language of the engagement', async () => {
    const { wanted, prompts } = await fill([]);
    assert.deepEqual(prompts.seen, [
      '1/3 What kind of document is it?',
      '2/3 Which language is it written in?',
      '3/3 What is it called?',
    ]);
    const { kind, language, path, values } = wanted!;
    assert.deepEqual([kind, language, path, values.get('title')], ['goals', 'en', 'goals.md', 'Goals']);
  });

  it('shows kinds in groups, in the language of the editor, with what each is for', async () => {
    const { prompts } = await fill([]);
    const [question] = prompts.questions;
    assert.ok(question?.is === 'pick');
    assert.deepEqual(
      question.choices.map(({ label, group }) => `${group}: ${label}`),
      [
        'missing in this phase: Mål',
        'other kinds: Process',
        'other kinds: Protokoll',
        'already there: Servicenivåavtal',
      ],
    );
    for (const { detail } of question.choices) assert.match(detail!, /\.$/);
  });

  it('asks for the engagement where there are several, the one looked at first', async () => {
    const [a, b] = [place('a'), place('b')];
    const { wanted, prompts } = await fill([], [a, b], undefined, b);
    assert.equal(prompts.seen[0], '1/4 Which engagement is it for?');
    assert.equal(wanted!.path, 'b/goals.md');
    assert.equal((await fill([{ picks: 'a' }], [a, b], undefined, b)).wanted!.path, 'a/goals.md');
  });

  it('does not ask for the kind that a tree item names', async () => {
    const { wanted, prompts } = await fill([], [place('')], new Map([['kind', 'sla']]));
    assert.equal(prompts.seen.length, 2);
    assert.equal(wanted!.path, 'sla.md');
  });

  it('names a record by what it is of and its day', async () => {
    const { wanted, prompts } = await fill([{ picks: 'record' }, { picks: 'sv' }]);
    assert.deepEqual(
      prompts.seen.map((line) => line.split('?')[0]),
      [
        '1/3 What kind of document is it',
        '2/5 Which language is it written in',
        '3/5 What kind of record is this',
        '4/5 When was it held',
        '5/5 What is it called',
      ],
    );
    assert.equal(wanted!.path, '2026-11-23-avstamning.md');
    assert.equal(wanted!.values.get('title'), 'Avstämning 2026-11-23');
    assert.deepEqual([wanted!.values.get('type'), wanted!.values.get('held')], ['avstämning', asOf]);
  });

  it('asks for what the rows of a document follow from, and names its file by its kind all the same', async () => {
    const { wanted, prompts } = await fill([{ picks: 'sv' }], [place('')], new Map([['kind', 'kt-plan']]));
    assert.deepEqual(
      prompts.seen.map((line) => line.split('?')[0]),
      ['1/3 Which language is it written in', '2/3 Where does the knowledge go', '3/3 What is it called'],
    );
    assert.deepEqual([wanted!.path, wanted!.values.get('direction')], ['kt-plan.md', 'till kunden']);
  });

  it('has the owner of the engagement', async () => {
    const { wanted } = await fill([]);
    assert.equal(wanted!.values.get('owner'), 'anna');
  });

  it('takes a day of a record in other words', async () => {
    const moves: Move[] = [{ picks: 'record' }, 'enter', 'enter', { types: '11 maj 2026' }];
    assert.equal((await fill(moves)).wanted!.values.get('held'), '2026-05-11');
  });

  it('names a process by its title', async () => {
    const { wanted } = await fill(
      [{ picks: 'process' }, 'enter', { types: 'The queue is full' }],
      [place('x')],
    );
    assert.equal(wanted!.path, 'x/the-queue-is-full.md');
  });

  it('proposes a free name where a file has the name, and takes no other that is not free', async () => {
    const taken = place('x', ['x/goals.md', 'x/goals-2.md', 'x/aims.md']);
    const { wanted, prompts } = await fill([], [taken]);
    assert.equal(wanted!.path, 'x/goals-3.md');
    assert.match(
      prompts.seen.at(-1)!,
      /^4\/4 What is the file called\? "goals\.md" exists already and is left alone/,
    );
    const moves: Move[] = ['enter', 'enter', 'enter'];
    for (const types of ['aims.md', 'a/b.md', '../b.md', '.md', 'aims', 'Aux.md', 'Aims 2.md'])
      moves.push({ types });
    const other = await fill(moves, [taken]);
    assert.equal(other.wanted!.path, 'x/Aims 2.md');
    assert.equal(other.prompts.refused.length, 6);
    assert.match(other.prompts.refused[0]!, /"aims\.md" exists already: take another name/);
    assert.match(other.prompts.refused[1]!, /"a\/b\.md" is no name of a Markdown file/);
  });

  it('comes to nothing wherever it is stopped', async () => {
    const taken = place('x', ['x/goals.md']);
    for (let step = 0; step < 4; step++) {
      const moves: Move[] = [...Array.from({ length: step }, () => 'enter' as const), 'escape'];
      assert.equal((await fill(moves, [taken])).wanted, undefined);
    }
  });
});
