import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { closeByAsking, type ClosedByAsking } from '../../extension/editor/commands/closing-form.ts';
import { fillForm } from '../../extension/editor/commands/form.ts';
import {
  isImportWanted,
  showImportProblems,
  type ImportSurroundings,
} from '../../extension/editor/commands/import-form.ts';
import { newRecordForm, type MeetingPlace } from '../../extension/editor/commands/new-record-form.ts';
import { spokenModules } from '../../extension/editor/commands/spoken-modules.ts';
import { sayInDocument } from '../../extension/editor/document-language.ts';
import * as modules from '../../extension/editor/engine-module.ts';
import type { Engine } from '../../extension/engine/index.ts';
import { inEnglish, say } from '../../extension/engine/model/said.ts';
import { openReview as draft, pastResultFiles } from '../cli/run-cli.ts';
import { engineOver } from '../support/run-fixture.ts';
import {
  scriptedPrompts,
  untranslated as l10n,
  type Move,
  type ScriptedPrompts,
} from '../support/scripted-prompts.ts';

const record = 'records/2026-12.md';
interface Closed {
  readonly done: ClosedByAsking;
  readonly prompts: ScriptedPrompts;
  readonly engine: Engine;
}

async function closing(
  moves: readonly Move[],
  text = draft,
  profile = 'base',
  onInput: (engine: Engine) => void = () => undefined,
): Promise<Closed> {
  const engine = await engineOver(new Map(Object.entries({ ...pastResultFiles, [record]: text })), profile);
  const prompts = scriptedPrompts(moves);
  const surroundings = {
    engine,
    modules: spokenModules(modules, inEnglish),
    prompts: {
      ...prompts,
      input: (...given: Parameters<typeof prompts.input>) => {
        onInput(engine);
        return prompts.input(...given);
      },
    },
    l10n,
    say: inEnglish,
    example: (example: string) => example,
  };
  return { done: await closeByAsking(record, text, surroundings), prompts, engine };
}

describe('closing a record by asking', () => {
  it('asks for what is missing and nothing else, and makes it final', async () => {
    const { done, prompts } = await closing([{ types: 'anna' }, { types: 'never' }, { types: '2026-12-10' }]);
    assert.deepEqual([done.answers, done.closed.left, done.unwritable], [2, [], []]);
    assert.equal(
      done.closed.text,
      draft.replace('status: draft', 'status: final').replace('| | |\n', '| anna | 2026-12-10 |\n'),
    );
    assert.equal(prompts.questions.length, 2);
    assert.match(prompts.questions[0]!.ask, /^Say thanks, Owner: /);
    assert.equal(prompts.refused.length, 1);
  });

  it('keeps what was answered before Escape, and what is left open is told', async () => {
    const { done, prompts } = await closing([{ types: 'anna' }, 'escape']);
    assert.equal(done.closed.text, draft.replace('| | |\n', '| anna | |\n'));
    assert.deepEqual([done.answers, done.closed.left.length], [1, 1]);
    assert.equal(prompts.questions.length, 2);
    const open = await closing([{ types: '' }, { types: '' }]);
    assert.deepEqual([open.done.closed.text, open.done.closed.left.length], [draft, 2]);
    const atOnce = await closing(['escape']);
    assert.deepEqual([atOnce.done.closed.text, atOnce.prompts.questions.length], [draft, 1]);
  });

  it('asks for the action of a missed result, and says first why', async () => {
    const missed = draft.replace('99.95 %', '98.5 %').replace('| Say thanks | | |\n', '');
    const moves = [{ types: 'Move the probe' }, { types: 'anna' }, { types: '2026-12-10' }];
    const { done, prompts } = await closing(moves, missed, 'full');
    assert.deepEqual([done.answers, done.closed.left], [3, []]);
    assert.match(done.closed.text, /^\| Shop: Move the probe \| anna \| 2026-12-10 \|$/m);
    const [first] = prompts.questions;
    assert.match((first?.is === 'input' && first.about) || '', /^"98\.5 %" misses the target/);
    const stopped = await closing(['escape'], missed, 'full');
    assert.deepEqual([stopped.done.closed.text, stopped.done.closed.left.length], [missed, 1]);
  });

  it('gives back what cannot be written where it belongs', async () => {
    const missed = draft.replace('99.95 %', '98.5 %').replace(/\| Action [^]*$/, 'Nobody wrote a table.\n');
    const { done } = await closing([{ types: 'Move the probe' }], missed, 'full');
    assert.deepEqual([done.closed.text, done.answers], [missed, 0]);
    assert.deepEqual(done.unwritable, [{ at: 'Action', answer: 'Move the probe' }]);
  });

  it('leaves the engine with the text that it had, between two questions and in the end', async () => {
    const seen: (string | undefined)[] = [];
    const said: string[] = [];
    const { done, engine } = await closing(
      [{ types: 'anna' }, { types: '2026-12-10' }],
      draft,
      'base',
      (now) => {
        seen.push(now.textOf(record));
        said.push(JSON.stringify(now.check()));
      },
    );
    assert.notEqual(done.closed.text, draft);
    assert.deepEqual([...seen, engine.textOf(record)], [draft, draft, draft]);
    said.push(JSON.stringify(engine.check()));
    assert.equal(new Set(said).size, 1);
    assert.match(said[0]!, /DOC022/);
  });

  it('loses no answer where the record goes away meanwhile, and does not bring it back', async () => {
    const { done, engine } = await closing([{ types: 'anna' }, 'escape'], draft, 'base', (now) =>
      now.update(record, undefined),
    );
    assert.equal(done.answers, 1);
    assert.equal(engine.textOf(record), undefined);
  });
});

describe('the form of a new record', () => {
  const place = (name: string, meetings: readonly string[]): MeetingPlace => ({
    choice: { value: name, label: name },
    meetings,
  });

  it('asks for the engagement where there are several, and for the meeting unless it is known', async () => {
    const shop = place('shop', ['Review', 'Steering']);
    const bank = place('bank', ['Board']);
    const one = scriptedPrompts([{ picks: 'Steering' }]);
    const alone = newRecordForm({ places: [shop], nearest: undefined }, l10n);
    assert.deepEqual([...(await fillForm('Form', alone, one))!], [['meeting', 'Steering']]);
    const two = scriptedPrompts();
    const both = newRecordForm({ places: [shop, bank], nearest: bank }, l10n);
    assert.deepEqual(
      [...(await fillForm('Form', both, two))!],
      [
        ['engagement', 'bank'],
        ['meeting', 'Board'],
      ],
    );
    const none = scriptedPrompts();
    await fillForm('Form', alone, none, new Map([['meeting', 'Review']]));
    assert.deepEqual(none.questions, []);
  });
});

describe('what is written into a document', () => {
  const file = path.resolve(import.meta.dirname, '../../l10n/bundle.l10n.sv.json');
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  const said = say('Open actions, the oldest first');

  it('is in the language of the document, whose texts are read for Swedish alone', async () => {
    let reads = 0;
    const readSwedish = (): Promise<Readonly<Record<string, string>>> => {
      reads++;
      return Promise.resolve(texts);
    };
    assert.equal((await sayInDocument('en', modules, readSwedish))(said), said.template);
    assert.equal(reads, 0);
    assert.equal((await sayInDocument('sv', modules, readSwedish))(said), texts[said.template]);
    assert.notEqual(texts[said.template], said.template);
    await assert.rejects(
      sayInDocument('sv', modules, () => Promise.reject(new Error('gone'))),
      /gone/,
    );
  });
});

describe('an import that is shown before it is written', () => {
  const csv = (lines: readonly string[]): ReturnType<Engine['importedResults']> => {
    const read = modules.separatedValues(lines.join('\n'));
    assert.equal(read.is, 'table');
    return read.is === 'table' ? engine.importedResults(record, read.lines) : undefined;
  };
  const open = draft.replace('| availability | 99.95 % |', '| availability | |');
  let engine: Engine;
  before(async () => {
    engine = await engineOver(new Map(Object.entries({ ...pastResultFiles, [record]: open })), 'base');
  });
  const surrounded = (
    moves: readonly Move[],
  ): ImportSurroundings & { readonly prompts: ScriptedPrompts } => ({
    modules,
    prompts: scriptedPrompts(moves),
    l10n,
    say: inEnglish,
  });

  it('is written once that is chosen, and not by looking at a line or by Escape', async () => {
    const found = csv(['Of,Measure,Result,Note', 'Shop,availability,99.95 %,x'])!;
    const enter = surrounded(['enter']);
    assert.equal(await isImportWanted(found, enter), true);
    const [question] = enter.prompts.questions;
    assert.deepEqual(question?.is === 'pick' ? question.choices.map(({ label }) => label) : [], [
      'Write the Changes',
      'Shop, availability: Result 99.95 %',
      'Not read: "Note".',
    ]);
    assert.equal(await isImportWanted(found, surrounded([{ picks: '0' }, 'escape'])), false);
    assert.equal(await isImportWanted(found, surrounded(['escape'])), false);
    assert.match(found.text, /^\| Shop \| availability \| 99\.95 % \|$/m);
  });

  it('names each line that is wrong, and offers nothing to write', async () => {
    const found = csv(['Of,Measure,Result', 'Shop,availability,soon', 'Shed,availability,99 %'])!;
    const shown = surrounded(['escape']);
    await showImportProblems('r.csv', found, shown);
    const [question] = shown.prompts.questions;
    const labels = question?.is === 'pick' ? question.choices.map(({ label }) => label) : [];
    assert.deepEqual(
      labels.map((label) => label.slice(0, 8)),
      ['r.csv:2:', 'r.csv:3:'],
    );
    assert.equal(found.text, open);
  });
});
