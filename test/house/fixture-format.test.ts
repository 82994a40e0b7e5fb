import assert from 'node:assert/strict';
import { readFixture } from '../support/read-fixture.ts';

const sla = [
  '````md path=sla.md',
  '---',
  'kind: sla',
  'title: Levels',
  '---',
  '',
  '## Services',
  '',
  '- API',
  '````',
];
const beside = ['# SLA099 example', '', '## Beside every case', '', ...sla, ''];

describe('the format of fixtures', () => {
  it('puts what stands beside every case into each', () => {
    const { shared, cases } = readFixture(page('## one', '## two', ...file('map.md', 'a map')));
    assert.deepEqual([...shared.keys()], ['sla.md']);
    assert.deepEqual(
      cases.map(({ title, files }) => [title, [...files.keys()]]),
      [
        ['one', ['sla.md']],
        ['two', ['sla.md', 'map.md']],
      ],
    );
    assert.equal(
      cases[0]!.files.get('sla.md'),
      '---\nkind: sla\ntitle: Levels\n---\n\n## Services\n\n- API\n',
    );
    assert.deepEqual(
      cases.map(({ own }) => own.map(({ path }) => path)),
      [[], ['map.md']],
    );
  });

  it('gives a case that brings the file, or does without it, what it asks for', () => {
    const { cases } = readFixture(
      page(
        '## as it stands',
        '## brings it',
        ...file('sla.md', 'x'),
        '## without',
        '````without',
        'sla.md',
        '````',
      ),
    );
    assert.equal(cases[1]!.files.get('sla.md'), 'x\n');
    assert.deepEqual([...cases[2]!.files], []);
    assert.deepEqual(
      cases.map(({ own }) => own.map(({ is }) => is)),
      [[], ['whole'], ['left out']],
    );
  });

  it('replaces the keys and sections of a change, and puts new ones at the end', () => {
    const { cases } = readFixture(
      page(
        '## changed',
        '````md change=sla.md',
        '---',
        'title: Other',
        'owner: anna',
        '---',
        '',
        '## Credits',
        '',
        'none',
        '',
        '## Services',
        '',
        '- UI',
        '````',
      ),
    );
    assert.equal(
      cases[0]!.files.get('sla.md'),
      '---\nkind: sla\ntitle: Other\nowner: anna\n---\n\n## Services\n\n- UI\n\n## Credits\n\nnone\n',
    );
    assert.equal(cases[0]!.own[0]!.is, 'change');
  });

  it('keeps what a change does not name: text before the first section, and keys of several lines', () => {
    const document = ['---', 'a: 1', 'b:', '  - x', '---', '', 'Prose.', '', '## One', '', '1'];
    const changed = (...change: readonly string[]): string | undefined =>
      readFixture(
        [
          '## Beside every case',
          ...file('a.md', ...document),
          '## c',
          '````md change=a.md',
          ...change,
          '````',
        ].join('\n'),
      ).cases[0]!.files.get('a.md');
    assert.equal(changed('---', 'a: 2', '---'), '---\na: 2\nb:\n  - x\n---\n\nProse.\n\n## One\n\n1\n');
    assert.equal(changed('---', 'b: 3', '---'), '---\na: 1\nb: 3\n---\n\nProse.\n\n## One\n\n1\n');
    assert.equal(changed('## Two', '2'), '---\na: 1\nb:\n  - x\n---\n\nProse.\n\n## One\n\n1\n\n## Two\n2\n');
  });

  it('changes a document without front matter', () => {
    const text = ['## Beside every case', ...file('a.md', '## One', '1'), '## c'].join('\n');
    const { cases } = readFixture(`${text}\n\`\`\`\`md change=a.md\n## One\n2\n\`\`\`\``);
    assert.equal(cases[0]!.files.get('a.md'), '## One\n2\n');
  });

  const change = (...lines: readonly string[]): readonly string[] => [
    '## c',
    '````md change=sla.md',
    ...lines,
    '````',
  ];
  // The page begins with fifteen lines: what a case says of `sla.md` stands in line 17.
  const faults: Readonly<Record<string, readonly [page: string, says: RegExp]>> = {
    'a document beside every case that none uses': [
      page('## one', '````without', 'sla.md', '````', '## two', ...file('sla.md', 'x')),
      /^line 5: no case uses this "sla\.md"$/,
    ],
    'a case that repeats a document byte for byte': [
      page('## one', ...sla),
      /^line 17: this "sla\.md" stands beside every case already$/,
    ],
    'a change that repeats a key': [
      page(...change('---', 'title: Levels', '---')),
      /^line 17: "title" stands so beside every case already$/,
    ],
    'a change that repeats a section': [
      page(...change('## Services', '', '- API')),
      /^line 17: "## Services" stands so beside every case already$/,
    ],
    'a change that names a section twice': [
      page(...change('## A', '1', '## A', '2')),
      /^line 17: "## A" stands twice$/,
    ],
    'a change of a section that stands twice': [
      ['## Beside every case', ...file('sla.md', '## A', '## A'), ...change('## A', '1')].join('\n'),
      /^line 7: "## A" stands twice$/,
    ],
    'a change that is empty': [page(...change()), /^line 17: a change holds keys/],
    'a change with text that belongs to no section': [
      page(...change('Prose.', '## A')),
      /^line 17: a change holds keys/,
    ],
    'a change of what stands beside no case': [
      page('## c', '````md change=map.md', '## A', '````'),
      /^line 17: no "map\.md" stands beside every case$/,
    ],
    'doing without what stands beside no case': [
      page('## c', '````without', 'map.md', '````'),
      /^line 17: no "map\.md" stands beside every case$/,
    ],
    'doing without nothing': [page('## c', '````without', '````'), /^line 17: name a file on each line$/],
    'a file that a case has twice': [
      page('## c', ...file('a.md', 'x'), ...file('a.md', 'y')),
      /^line 20: "a\.md" stands here for the second time$/,
    ],
    'a block of no file': [page('## c', '````md', '````'), /^line 17: a block "md" needs path=/],
    'what is expected beside every case': [
      ['# T', '## Beside every case', '````findings', '````', '## c'].join('\n'),
      /^line 3: whole files stand beside every case, and nothing else$/,
    ],
    'a second place for what stands beside every case': [
      page('## c', '## Beside every case', ...file('a.md', 'x')),
      /^line 17: "Beside every case" stands once, before the first case$/,
    ],
    'a block that is not closed': [page('## c', '````md path=a.md'), /^line 17: this block is not closed/],
    'a block before the first case': [
      '````findings\n````\n',
      /^line 1: a block stands before the first case$/,
    ],
  };
  for (const [what, [text, says]] of Object.entries(faults)) {
    it(`refuses ${what}`, () => assert.throws(() => readFixture(text), { message: says }));
  }
});

/** A page with one document beside its cases. */
function page(...lines: readonly string[]): string {
  return [...beside, ...lines].join('\n');
}

function file(path: string, ...lines: readonly string[]): readonly string[] {
  return [`\`\`\`\`md path=${path}`, ...lines, '````'];
}
