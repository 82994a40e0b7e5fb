import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { askDialogue } from '../../extension/editor/commands/ask-dialogue.ts';
import { spokenModules } from '../../extension/editor/commands/spoken-modules.ts';
import { askCommand, questionLine } from '../../extension/editor/providers/question-line.ts';
import * as modules from '../../extension/editor/engine-module.ts';
import type { Engine } from '../../extension/engine/index.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import { engineOver } from '../support/run-fixture.ts';
import {
  scriptedPrompts,
  untranslated,
  type Move,
  type ScriptedPrompts,
} from '../support/scripted-prompts.ts';

const healthy = readFileSync(path.join(import.meta.dirname, '../rules/engagement.md'), 'utf8');
const at = 'new.md';

interface Done {
  readonly prompts: ScriptedPrompts;
  readonly engine: Engine;
  readonly inputs: number;
  readonly unwritten: number;
  readonly written: readonly string[];
}

async function ask(text: string, moves: readonly Move[], answers = modules.createDialogue): Promise<Done> {
  const engine = await engineOver(
    new Map([
      ['engagement.md', healthy],
      [at, text],
    ]),
    'base',
  );
  const prompts = scriptedPrompts(moves);
  const written: string[] = [];
  const dialogue = answers({
    path: at,
    asking: (first) => engine.asking(at, first),
    answered: (its, key, answer) => (answer === 'nowhere' ? undefined : engine.answered(its, key, answer)),
    write(made) {
      written.push(made.text);
      engine.update(made.path, { kind: 'text', text: made.text });
    },
  });
  let unwritten = 0;
  const speaking = { modules: spokenModules(modules, inEnglish), l10n: untranslated, say: inEnglish };
  await askDialogue('Draft', dialogue, prompts, speaking, () => unwritten++);
  return { prompts, engine, inputs: dialogue.inputs, unwritten, written };
}

/** As a person who has nothing but a keyboard: Enter where something is proposed, else the example typed. */
const stubborn = (): Move[] => Array.from({ length: 60 }, () => ({ types: '30 days' }));

describe('questions of a draft in the editor', () => {
  for (const kind of ['sla', 'kt-plan'] as const)
    for (const language of ['en', 'sv'] as const)
      it(`lead from the first to the last, each written before the next: ${kind} ${language}`, async () => {
        const draft = modules.scaffold(kind, language, new Map());
        const engine = await engineOver(
          new Map([
            ['engagement.md', healthy],
            [at, draft],
          ]),
          'base',
        );
        const moves = engine.asking(at).flatMap(({ answer }): Move[] => {
          const { spec, suggestions } = answer!;
          return [suggestions[0] === undefined ? { types: spec.example } : 'enter'];
        });
        // What stands in a column is proposed for the next row of it: Enter takes it.
        const given = new Set<string>();
        const again = engine.asking(at).map(({ answer }, i): Move => {
          const { key, type, title } = answer!.spec;
          const isSeen = given.has(title) && (type.is === 'duration' || type.is === 'text');
          given.add(title);
          return isSeen && key !== 'service' ? 'enter' : moves[i]!;
        });
        const { inputs, written, engine: after, prompts } = await ask(draft, again);
        assert.equal(inputs, engine.asking(at).length, prompts.seen.join('\n'));
        assert.equal(new Set(written).size, inputs);
        assert.deepEqual(after.questions([at]), []);
        assert.match(prompts.seen[0]!, new RegExp(`^1/${inputs} `));
        assert.match(prompts.seen.at(-1)!, new RegExp(`^${inputs}/${inputs} `));
      });

  it('say what the answer is good for, offer what is known, and refuse what does not read', async () => {
    const draft = modules.scaffold('sla', 'en', new Map([['counterpart', 'jonas']]));
    const { prompts } = await ask(draft, [{ picks: 'erik' }, { types: 'now and then' }, 'escape']);
    const [owner, over] = prompts.questions;
    assert.ok(owner?.is === 'pick' && over?.is === 'input');
    assert.deepEqual(owner.choices.map(({ label }) => label).slice(-2), [
      'Something else...',
      'Leave it open',
    ]);
    assert.match(owner.about ?? '', /\w/);
    assert.match(over.about ?? '', /window/);
    assert.match(over.placeholder, /^For example calendar month\. /);
    assert.match(prompts.refused[0]!, /now and then/);
  });

  it('keep what was answered at Escape, and write nothing where a question is left open', async () => {
    const draft = modules.scaffold('sla', 'en', new Map());
    const { engine, written } = await ask(draft, [{ picks: 'erik' }, { picks: '' }, 'escape']);
    assert.equal(engine.textOf(at), draft.replace(/^owner:$/m, 'owner: erik'));
    assert.equal(written.length, 1);
  });

  it('go back to an answer, which stands in its box and is written anew', async () => {
    const draft = modules.scaffold('sla', 'en', new Map());
    const { engine, prompts, inputs } = await ask(draft, [
      { picks: 'erik' },
      'back',
      { picks: 'anna' },
      { picks: 'jonas' },
      'back',
      'enter',
      'escape',
    ]);
    assert.deepEqual(
      prompts.questions.slice(0, 3).map(({ proposal }) => proposal),
      ['anna', 'jonas', 'erik'],
    );
    assert.equal(inputs, 3);
    assert.match(engine.textOf(at)!, /^owner: anna\ncounterpart: jonas$/m);
  });

  it('take a text that is not among the choices', async () => {
    const draft = modules.scaffold('sla', 'en', new Map());
    const { engine } = await ask(draft, [{ picks: '...' }, { types: 'somebody new' }, 'escape']);
    assert.match(engine.textOf(at)!, /^owner: somebody new$/m);
  });

  it('tell of an answer that has no place, and go on', async () => {
    const draft = modules.scaffold('sla', 'en', new Map());
    const { unwritten, prompts } = await ask(draft, [{ picks: '...' }, { types: 'nowhere' }, 'escape']);
    assert.equal(unwritten, 1);
    assert.equal(prompts.questions.length, 3);
  });

  it('end, however a person answers', async () => {
    const draft = modules.scaffold('exit-plan', 'en', new Map([['owner', 'anna']]));
    const { prompts } = await ask(draft, [...stubborn().slice(0, 4), 'escape']);
    assert.ok(prompts.questions.length >= 5);
  });
});

describe('the line that counts what a draft lacks', () => {
  it('begins the questions of its document', async () => {
    const engine = await engineOver(
      new Map([
        ['engagement.md', healthy],
        [at, modules.scaffold('sla', 'en', new Map())],
      ]),
      'base',
    );
    const { findings } = engine.check([at]);
    assert.equal(questionLine(findings)?.message, '12 questions left.');
    assert.equal(questionLine(findings.filter(({ code }) => code !== 'DOC022')), undefined);
    const folder = { uri: 'file:///w' };
    const command = askCommand('Answer', { folder } as unknown as Parameters<typeof askCommand>[1], at);
    assert.deepEqual(command.arguments, [{ folder: folder.uri, document: at }]);
  });
});
