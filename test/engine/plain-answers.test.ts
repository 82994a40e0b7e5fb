import assert from 'node:assert/strict';
import { checkRules } from '../../extension/engine/index.ts';
import { createEvaluator } from '../../extension/engine/rules/evaluate.ts';
import { liveStates } from '../support/live-states.ts';
import { exampleFiles } from '../support/example-files.ts';
import { engineOver } from '../support/run-fixture.ts';

const asOf = '2026-11-23';

describe('every answer of the engine', () => {
  for (const example of ['payments', 'handover', 'small', 'wage-application'])
    it(`is plain data, which can be sent to another thread: ${example}`, async () => {
      const files = exampleFiles(example);
      const engine = await engineOver(files, 'base,full,dora,gdpr');
      const [engagement] = engine.engagements();
      assert.ok(engagement);
      const { folder, documents } = engagement;
      const [rule] = checkRules;
      const answers: Record<string, unknown> = {
        config: engine.config,
        findings: engine.findings(),
        check: engine.check(),
        coverage: engine.coverage(),
        questions: engine.questions(),
        asking: documents.map(({ path }) => engine.asking(path)),
        due: await engine.due({ asOf }),
        facts: await engine.facts({ asOf }),
        notRun: [engine.notRun('due'), engine.notRun('facts')],
        engagements: engine.engagements(),
        engagementOf: engine.engagementOf(documents[0]!.path),
        standing: await engine.standing(folder, asOf),
        overview: await engine.overview(folder, asOf),
        credits: await engine.credits(folder, asOf),
        firstDate: await engine.firstDate(documents[0]!.path, asOf),
        kindsOffered: engine.kindsOffered(folder),
        rowsOffered: engine.rowsOffered(folder, { kind: 'kt-plan', path: 'new.md', values: new Map() }),
        preparedRecord: await engine.preparedRecord(folder, {
          meeting: 'Monthly service review',
          asOf,
          language: 'en',
          values: new Map(),
        }),
        people: engine.people(),
        leavers: await Promise.all(
          engine
            .people()
            .map((person) => engine.leaver(folder, { person, on: asOf, to: engine.people().at(-1) })),
        ),
        signing: documents.map(({ path }) =>
          engine.signing(path, { by: engine.people()[0]!, means: 'approved', date: asOf, via: 'editor' }),
        ),
        approving: engine.approving(folder, {
          approval: {
            login: 'nobody',
            email: undefined,
            commit: 'a'.repeat(40),
            head: 'a'.repeat(40),
            base: { branch: 'main' },
            at: 0,
          },
          paths: documents.map(({ path }) => path),
          reviewed: { commit: 'a'.repeat(40), texts: new Map() },
        }),
        whyHere: engine.whyHere(rule!, folder),
        clauses: engine.clauses([folder]),
        assembled: engine.assembled([folder]),
        safeEdits: documents.map(({ path }) => engine.safeEdits(path)),
        hovers: await Promise.all(
          documents.flatMap(({ path, text }) =>
            text
              .split('\n')
              .map((line, i) => engine.hover(path, { line: i, character: line.length >> 1 }, asOf)),
          ),
        ),
        definitions: documents.flatMap(({ path, text }) =>
          text
            .split('\n')
            .map((line, i) => engine.definition(path, { line: i, character: line.length >> 1 })),
        ),
      };
      for (const [name, answer] of Object.entries(answers))
        assert.doesNotThrow(() => structuredClone(answer), `${name} holds what cannot be cloned`);
    });

  it('comes of a frame that is plain data: what its copy is judged as is the same', async () => {
    const files = new Map(exampleFiles('payments'));
    // A person whom nobody knows any more.
    files.set(
      'people.md',
      files.get('people.md')!.replace('| hedvig | Hedvig Almström |', '| nobody | Nobody |'),
    );
    const [state] = await liveStates(files);
    const frame = state!.frame();
    const targets = { spelled: (path: string) => path, anchorsOf: () => undefined, exists: () => true };
    const linesOf = (its: typeof frame): readonly string[] =>
      createEvaluator(checkRules)
        .evaluate({ frame: its, holidays: undefined, targets })
        .said.map(
          ({ rule, place, messageId }) => `${rule.code} ${place.document.path} ${place.at} ${messageId}`,
        );
    const lines = linesOf(frame);
    assert.ok(lines.length > 5);
    assert.deepEqual(linesOf(structuredClone(frame)), lines);
  });
});
