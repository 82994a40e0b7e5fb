import assert from 'node:assert/strict';
import { checkRules } from '../../extension/engine/index.ts';
import { exampleFiles } from '../support/example-files.ts';
import { engineOver } from '../support/run-fixture.ts';

const asOf = '2026-11-23';

describe('every answer of the engine', () => {
  for (const example of ['payments', 'small', 'wage-application'])
    it(`is plain data, which can be sent to another thread: ${example}`, async () => {
      const files = exampleFiles(example);
      const engine = await engineOver(files, 'base,full');
      const [engagement] = engine.engagements();
      assert.ok(engagement);
      const { folder, documents } = engagement;
      const [rule] = checkRules;
      const answers: Record<string, unknown> = {
        config: engine.config,
        findings: engine.findings(),
        check: engine.check(),
        questions: engine.questions(),
        due: await engine.due({ asOf }),
        facts: await engine.facts({ asOf }),
        notRun: [engine.notRun('due'), engine.notRun('facts')],
        engagements: engine.engagements(),
        engagementOf: engine.engagementOf(documents[0]!.path),
        standing: await engine.standing(folder, asOf),
        overview: await engine.overview(folder, asOf),
        firstDate: await engine.firstDate(documents[0]!.path, asOf),
        kindsOffered: engine.kindsOffered(folder),
        people: engine.people(),
        whyHere: engine.whyHere(rule!, folder),
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
});
