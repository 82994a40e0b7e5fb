import assert from 'node:assert/strict';
import { engagementPaths, freePaths } from '../../../extension/engine/features/free-paths.ts';
import type { KindsOffered } from '../../../extension/engine/features/kinds-offered.ts';
import { fileNameOf, namingKeys, titleOf } from '../../../extension/engine/features/scaffold.ts';
import { isReserved, slugOf } from '../../../extension/engine/features/slug.ts';
import { templateLanguage } from '../../../extension/engine/features/template-language.ts';
import { engagementText } from '../../cli/run-cli.ts';
import { engineOver } from '../../support/run-fixture.ts';

function first(paths: Iterator<string, unknown>, count: number): readonly unknown[] {
  return Array.from({ length: count }, () => paths.next().value);
}

describe('what is offered for a new document', () => {
  it('is a name with a number where a file has the name', () => {
    assert.deepEqual(first(freePaths('a/sla.md'), 2), ['a/sla-2.md', 'a/sla-3.md']);
  });

  it('is the root for the first engagement, and a folder named after the supplier for the others', () => {
    assert.deepEqual(first(engagementPaths('', true), 3), [
      'engagement.md',
      'engagement/engagement.md',
      'engagement-2/engagement.md',
    ]);
    assert.deepEqual(first(engagementPaths('Ångström & Co', false), 2), [
      'angstrom-co/engagement.md',
      'angstrom-co-2/engagement.md',
    ]);
    assert.equal(slugOf('../..'), '');
  });

  it('is a name that Windows takes too', () => {
    const reserved = ['CON', 'nul', ' Aux. ', 'PRN', 'COM1', 'com0', 'LPT9', 'COM²', 'ＣＯＮ', 'Nul?'];
    for (const title of reserved) {
      const values = new Map([['title', title]]);
      assert.match(fileNameOf('process', values), /^[a-z]{3}\d?-1\.md$/, title);
      assert.match(String(first(engagementPaths(title, false), 1)[0]), /^[a-z]{3}\d?-1\/engagement\.md$/);
    }
    for (const [title, name] of [
      ['Console', 'console.md'],
      ['COM10', 'com10.md'],
      ['aux.md', 'aux-md.md'],
      ['Ends in a dot.', 'ends-in-a-dot.md'],
      ['Ends in a blank ', 'ends-in-a-blank.md'],
      ['...', 'process.md'],
    ] as const)
      assert.equal(fileNameOf('process', new Map([['title', title]])), name);
    assert.doesNotMatch(slugOf(`a${'\u{1d7d8}\u{20000}'.repeat(60)}`), /\p{Surrogate}/u);
    for (const name of ['con.md', 'Aux.tar.md', 'NUL', 'com1 .md', 'lpt³.md', 'CONIN$'])
      assert.ok(isReserved(name));
    for (const name of ['icon.md', 'con-1.md', 'com.md', 'auxiliary.md']) assert.ok(!isReserved(name), name);
  });

  it('is the language of the first one that templates are written in', () => {
    assert.equal(templateLanguage(undefined, 'de', 'sv-SE', 'en'), 'sv');
    assert.equal(templateLanguage('de'), 'en');
  });

  it('is a title that says of a record what it is of, and a file name to match', () => {
    assert.deepEqual(
      namingKeys('record').map(({ key }) => key),
      ['type', 'held'],
    );
    assert.deepEqual(namingKeys('sla'), []);
    const values = new Map([
      ['type', 'avstämning'],
      ['held', '2026-11-23'],
    ]);
    assert.equal(titleOf('record', 'sv', values), 'Avstämning 2026-11-23');
    assert.equal(fileNameOf('record', values), '2026-11-23-avstamning.md');
    assert.equal(titleOf('record', 'sv'), 'Protokoll');
    assert.equal(titleOf('sla', 'en', values), 'Service level agreement');
  });

  const kinds = async (files: Readonly<Record<string, string>>): Promise<KindsOffered> => {
    const engine = await engineOver(new Map(Object.entries(files)), 'base');
    return engine.kindsOffered('')!;
  };
  const exit = engagementText.replace(/^phase: .*$/m, 'phase: exit');

  it('is first what the phase asks for and is not there', async () => {
    const { asked, others, present } = await kinds({ 'engagement.md': exit });
    assert.deepEqual(asked, ['exit-plan', 'kt-plan']);
    assert.ok(others.includes('sla') && !others.includes('engagement') && !others.includes('signoff'));
    assert.deepEqual(present, []);
  });

  it('is last what is there, a draft too, unless there may be many', async () => {
    const draft = (kind: string, status = 'draft'): string => `---\nkind: ${kind}\nstatus: ${status}\n---\n`;
    const { asked, others, present } = await kinds({
      'engagement.md': exit,
      'exit-plan.md': draft('exit-plan'),
      'a.md': draft('process', 'active'),
      'sla.md': draft('sla', 'ended'),
      'goals.md': draft('goals', 'active'),
    });
    assert.deepEqual(asked, ['kt-plan']);
    assert.deepEqual(present, ['goals', 'exit-plan']);
    assert.ok(others.includes('process') && others.includes('sla'));
  });
});
