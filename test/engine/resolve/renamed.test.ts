import assert from 'node:assert/strict';
import type { GovernedDocument } from '../../../extension/engine/model/document.ts';
import type { View } from '../../../extension/engine/model/engagement.ts';
import type { NameIn } from '../../../extension/engine/model/name-in.ts';
import { lineStarts, offsetAt } from '../../../extension/engine/model/text.ts';
import { namesIn } from '../../../extension/engine/resolve/names-in.ts';
import { createEngine, type Engine } from '../../../extension/engine/index.ts';
import { exampleFiles } from '../../support/example-files.ts';
import { liveStates } from '../../support/live-states.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

/** Names of which nobody says that they name nothing: free texts, and files beside the documents. */
const isOfNobody = ({ kind, field }: NameIn): boolean =>
  kind === 'place' || kind === 'level' || field?.spec.key === 'codeowners';

/** Where a name stands, so that one of each is tried: the key or column, or what kind of name it is. */
function placeKind({ kind, field, header }: NameIn, { kind: of }: GovernedDocument): string {
  if (field) return `${field.row ? field.row.section.key : of}.${field.spec.key} ${kind}`;
  return header ? `${header.section.key} header` : kind;
}

/**
 * Whatever has a name may be renamed without the places that use it. None of them may fall silent: each is tried by
 * putting a name there that nothing has.
 */
describe('a name that nothing has any more', () => {
  const tried = new Set<string>();

  for (const example of ['payments', 'handover', 'wage-application', 'small']) {
    it(`is said wherever the example ${example} uses a name`, async function () {
      this.timeout(60_000);
      const files = exampleFiles(example);
      const [state] = await liveStates(files);
      const view: View = state!.evaluate().viewWithDrafts;
      const engine = createEngine({ workspace: memoryWorkspace(files), profiles: ['full'] });
      await engine.load();
      const silent: string[] = [];
      for (const document of view.documents)
        for (const name of namesIn(document, view)) {
          const where = placeKind(name, document);
          if (name.does !== 'use' || name.standing !== 'known' || isOfNobody(name) || tried.has(where))
            continue;
          tried.add(where);
          if (!isSaid(engine, document, name)) silent.push(`${document.path} ${where} ${name.text}`);
        }
      assert.deepEqual(silent, []);
    });
  }

  it('was looked for in many places', () => {
    assert.ok(tried.size >= 40, [...tried].join('\n'));
    assert.ok(
      tried.has('triggers.sign row') && tried.has('steps.who who') && tried.has('signoff.document path'),
    );
  });
});

/** Whether something is said at a name once another one stands there; then it is put back. */
function isSaid(engine: Engine, { path, text }: GovernedDocument, { kind, span }: NameIn): boolean {
  const other = kind === 'link' || kind === 'path' ? 'zyzzyva.md' : 'Zyzzyva';
  const changed = `${text.slice(0, span.start)}${other}${text.slice(span.end)}`;
  engine.update(path, { kind: 'text', text: changed });
  const starts = lineStarts(changed);
  const isThere = engine.check([path]).findings.some((finding) => {
    const from = offsetAt(starts, finding.range.start);
    const to = offsetAt(starts, finding.range.end);
    return from <= span.start + other.length && to >= span.start && finding.message.includes(other);
  });
  engine.update(path, { kind: 'text', text });
  return isThere;
}
