import assert from 'node:assert/strict';
import { createEngine, configPath, type Engine, type FileContent } from '../../extension/engine/index.ts';
import { lineStarts, positionAt } from '../../extension/engine/model/text.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';
import { exportJson } from '../../extension/engine/report/export.ts';

/** What every object has, and nobody has written. */
const names = Object.getOwnPropertyNames(Object.prototype);
const asOf = '2026-11-23';

const keys = names.map((name) => `${name}: x`).join('\n');
const row = (count: number, cell: (i: number) => string): string =>
  `| ${Array.from({ length: count }, (_, i) => cell(i)).join(' | ')} |`;

/** A table of a section whose further columns and cells all are such names. */
function tableOf(
  section: (typeof catalogue.sections)[keyof typeof catalogue.sections],
  name: string,
): string {
  const headers = [...section.columns.map(({ title }) => title), ...names];
  const cells = (i: number): string => (i < section.columns.length ? name : (names[i % names.length] ?? ''));
  return [
    `## ${section.title}\n`,
    row(headers.length, (i) => headers[i] ?? ''),
    row(headers.length, () => '---'),
    row(headers.length, cells),
    `\n[a][${name}] [b](#${name}) [c](${name}.md#${name}) \`${name}\`\n\n[${name}]: ${name}\n`,
  ].join('\n');
}

describe('names that every object has', () => {
  for (const name of names) {
    it(`are names like others, wherever they stand: ${name}`, async () => {
      const engine = await engineOver(filesOf(name));
      const checked = engine.check();
      assert.equal(checked.failed, false, JSON.stringify(checked.findings.filter(isFailure)));
      assert.deepEqual(checked.findings.filter(isFailure), []);
      engine.questions();
      await engine.due({ asOf, withinDays: 400, person: name });
      await engine.facts({ asOf, names: new Set(names) });
      await engine.facts({ asOf });
      assert.ok(
        exportJson(engine.assembled(engine.engagements().map(({ folder }) => folder))).startsWith('{'),
      );
      const { documents } = engine.engagements()[0]!;
      assert.ok(documents.length > 5);
      for (const { path, text } of documents) {
        const starts = lineStarts(text);
        // One position in each word: in front of it, and behind the last.
        for (const { index } of text.matchAll(/\b/g)) {
          const position = positionAt(starts, index);
          await engine.hover(path, position, asOf);
          engine.definition(path, position);
        }
      }
    }).timeout(60_000);
  }

  it('stay in what is exported', async () => {
    const engine = await engineOver(
      new Map([
        ['engagement.md', text(`---\nkind: engagement\n${keys}\n---\n`)],
        [
          'map.md',
          text(
            `---\nkind: ownership-map\n---\n\n## Who does what\n\n| Activity | ${names.map((name) => `\`${name}\``).join(' | ')} |\n|---|${'---|'.repeat(names.length)}\n| x |${' R |'.repeat(names.length)}\n`,
          ),
        ],
      ]),
    );
    const { engagements } = JSON.parse(
      exportJson(engine.assembled(engine.engagements().map(({ folder }) => folder))),
    ) as {
      engagements: { documents: { sections: { who_does_what?: { rows: { per: object }[] } } }[] }[];
    };
    const rows = engagements[0]?.documents.flatMap(({ sections }) => sections.who_does_what?.rows ?? []);
    assert.deepEqual(Object.keys(rows?.[0]?.per ?? {}).sort(), [...names].sort());
  });

  it('are unknown keys of the config like others', async () => {
    const lines = names.flatMap((name) => [`${name}: x`]);
    const rules = names.map((name) => `  ${name}: off`).join('\n');
    const aliases = names.flatMap((name) => [`  ${name}: [${name}]`, `  Services.${name}: [x]`]).join('\n');
    const config = `${lines.join('\n')}\nrules:\n${rules}\naliases:\n${aliases}\nprofile: [${names.join(', ')}]\n`;
    const engine = await engineOver(new Map([...filesOf('constructor'), [configPath, text(config)]]));
    const said = engine
      .check()
      .findings.filter(({ code, path }) => code === 'CFG001' && path === configPath)
      .map(({ messageId }) => messageId);
    for (const id of ['unknownKey', 'unknownRule', 'unknownPlace'])
      assert.ok(said.filter((one) => one === id).length >= names.length - 1, `${id}: ${said.join(' ')}`);
  });
});

function isFailure({ messageId }: { readonly messageId: string }): boolean {
  return messageId === 'failed';
}

function text(of: string): FileContent {
  return { kind: 'text', text: of };
}

/** A document of each kind, with each section, all of whose values are one such name. */
function filesOf(name: string): Map<string, FileContent> {
  const files = new Map<string, FileContent>();
  for (const kind of Object.values(catalogue.kinds)) {
    const own = kind.keys.filter(({ key }) => key !== 'kind' && key !== 'status');
    const sections = Object.values(catalogue.sections).filter((section) => section.kind === kind.key);
    const front = [
      `kind: ${kind.key}`,
      'status: active',
      ...own.map(({ key }) => `${key}: ${name}`),
      keys,
    ].join('\n');
    const body = sections
      .map((section) =>
        section.columns.length === 0
          ? `## ${section.title}\n\n${name}\n\n- ${name}\n`
          : tableOf(section, name),
      )
      .join('\n');
    files.set(
      kind.key === 'engagement' ? 'engagement.md' : `${kind.key}.md`,
      text(`---\n${front}\n---\n\n# ${name}\n\n${body}\n\n## ${name}\n\n| ${name} |\n| --- |\n| ${name} |\n`),
    );
  }
  files.set('of-no-kind.md', text(`---\nkind: ${name}\n---\n`));
  return files;
}

async function engineOver(files: ReadonlyMap<string, FileContent>): Promise<Engine> {
  const engine = createEngine({
    workspace: {
      list: () => [...files.keys()],
      read: (path) => files.get(path),
      exists: (path) => files.has(path),
    },
  });
  await engine.load();
  return engine;
}
