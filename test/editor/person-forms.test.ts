import assert from 'node:assert/strict';
import { placeIn } from '../../extension/editor/commands/engagement-step.ts';
import { fillForm, type Answers } from '../../extension/editor/commands/form.ts';
import {
  leaverForm,
  signForm,
  successorForm,
  type PeoplePlace,
} from '../../extension/editor/commands/person-forms.ts';
import { leaverOf, leaverQueryOf } from '../../extension/editor/commands/page-address.ts';
import { spokenModules } from '../../extension/editor/commands/spoken-modules.ts';
import * as modules from '../../extension/editor/engine-module.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import { exampleFiles } from '../support/example-files.ts';
import { engineOver } from '../support/run-fixture.ts';
import {
  scriptedPrompts,
  untranslated as l10n,
  type Move,
  type ScriptedPrompts,
} from '../support/scripted-prompts.ts';

const place = (name: string, people: readonly string[]): PeoplePlace => ({
  choice: { value: name, label: name },
  people,
  untilOf: (person) => (person === 'tom' ? '2027-01-29' : undefined),
});
const shop = place('shop', ['anna', 'tom']);
const bank = place('bank', ['eva']);

async function leaving(
  moves: readonly Move[],
  places: readonly PeoplePlace[] = [shop],
  given?: Answers,
): Promise<{ readonly answers: Answers | undefined; readonly prompts: ScriptedPrompts }> {
  const prompts = scriptedPrompts(moves);
  const surroundings = { places, nearest: places.at(-1), modules: spokenModules(modules, inEnglish), l10n };
  return { answers: await fillForm('Form', leaverForm(surroundings), prompts, given), prompts };
}

describe('the form of a leaver', () => {
  it('asks who leaves and when, and proposes the day that is known', async () => {
    const { answers, prompts } = await leaving([{ picks: 'tom' }]);
    assert.deepEqual(
      [...answers!],
      [
        ['person', 'tom'],
        ['on', '2027-01-29'],
      ],
    );
    assert.match(prompts.seen.join('\n'), /^1\/2 Who leaves\?\n2\/2 What is the last day\?/);
  });

  it('takes a day in other words, and none that is empty or no day', async () => {
    const { answers, prompts } = await leaving([
      { picks: 'anna' },
      { types: '' },
      { types: 'soon' },
      { types: '2027-02-30' },
      { types: '11 maj 2027' },
    ]);
    assert.equal(answers!.get('on'), '2027-05-11');
    assert.equal(prompts.refused[0], 'Write a day.');
    assert.equal(prompts.refused.length, 3);
  });

  it('asks for the engagement where there are several, and proposes the nearest', async () => {
    const { answers, prompts } = await leaving(['enter', 'enter', { types: '2027-01-01' }], [shop, bank]);
    assert.match(prompts.seen[0]!, /^1\/3 Which engagement/);
    assert.deepEqual([answers!.get('engagement'), answers!.get('person')], ['bank', 'eva']);
    const surroundings = {
      places: [shop, bank],
      nearest: undefined,
      modules: spokenModules(modules, inEnglish),
      l10n,
    };
    assert.equal(placeIn(new Map([['engagement', 'shop']]), surroundings), shop);
  });

  it('asks nothing that is given, and comes to nothing wherever it is stopped', async () => {
    const given = new Map([['person', 'tom']]);
    assert.equal((await leaving([], [shop], given)).prompts.seen.length, 1);
    assert.equal((await leaving(['escape'])).answers, undefined);
    assert.equal((await leaving(['enter', 'escape'])).answers, undefined);
  });

  it('offers everybody but the leaver to take over', async () => {
    const prompts = scriptedPrompts();
    const answers = await fillForm('Form', successorForm(shop, 'anna', l10n), prompts);
    assert.equal(answers!.get('to'), 'tom');
    const [question] = prompts.questions;
    assert.deepEqual(question?.is === 'pick' && question.choices.map(({ value }) => value), ['tom']);
    const alone = await fillForm('Form', successorForm(bank, 'eva', l10n), scriptedPrompts());
    assert.equal(alone!.get('to'), undefined);
  });
});

describe('the form of a sign-off', () => {
  it('asks who signs, and proposes that it was gone through', async () => {
    const prompts = scriptedPrompts([{ picks: 'tom' }]);
    const answers = await fillForm('Form', signForm(shop, l10n), prompts);
    assert.deepEqual(
      [...answers!],
      [
        ['by', 'tom'],
        ['means', 'reviewed'],
      ],
    );
    const approved = await fillForm(
      'Form',
      signForm(shop, l10n),
      scriptedPrompts(['enter', { picks: 'approved' }]),
    );
    assert.equal(approved!.get('means'), 'approved');
  });
});

describe('the address of a page of a leaver', () => {
  const about = { folder: 'file:///a', engagement: 'b', person: 'anna', on: '2027-01-29' };

  it('is read as it was made', () => {
    assert.deepEqual(leaverOf(leaverQueryOf(about)), about);
    assert.deepEqual(leaverOf(leaverQueryOf({ ...about, to: 'tom' })), { ...about, to: 'tom' });
  });

  it('says nothing where anything of it is missing or wrong', () => {
    for (const wrong of [
      '',
      '{',
      'null',
      JSON.stringify({ ...about, person: undefined }),
      JSON.stringify({ ...about, on: 'soon' }),
      JSON.stringify({ ...about, to: 1 }),
    ])
      assert.equal(leaverOf(wrong), undefined, wrong);
  });
});

describe('the person of a row of People', () => {
  it('is found at the line of the row, and nowhere else', async () => {
    const engine = await engineOver(exampleFiles('payments'), 'base');
    const people = engine.engagements()[0]!.documents.find(({ path }) => path === 'people.md')!;
    const found = people.text.split('\n').map((_, line) => modules.personAtLine(people, line));
    const lines = people.text
      .split('\n')
      .map(
        (line) => /^\| (\w+) \| [^|]+ \| (?:client|supplier) \| [^|]+ \| Europe\/\w+ \| \S+@/.exec(line)?.[1],
      );
    assert.deepEqual(found, lines);
    assert.equal(found.filter((one) => one !== undefined).length, 9);
    const sla = engine.engagements()[0]!.documents.find(({ kind }) => kind === 'sla')!;
    assert.equal(modules.personAtLine(sla, 3), undefined);
  });
});
