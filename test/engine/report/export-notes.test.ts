import assert from 'node:assert/strict';
import { engineOver } from '../../support/run-fixture.ts';

describe('what stands in brackets behind a name', () => {
  it('is kept in the export with its place, unless it is part of the name', async () => {
    const head = (kind: string, more = ''): string => `---\nkind: ${kind}\nstatus: active\n${more}---\n\n`;
    const engine = await engineOver(
      new Map([
        [
          'engagement.md',
          `${head('engagement', 'owner: Anna Lind (until May)\n')}## People

| Person | Name | Party | Role |
| --- | --- | --- | --- |
| anna | Anna Lind | client | vendor manager |
| per (ops) | Per Berg | client | operator |
`,
        ],
        [
          'owners.md',
          `${head('ownership-map')}## Components

| Component | Accountable | Does the work |
| --- | --- | --- |
| Gateway | Anna Lind (client), nobody (yet) | per (ops) |
`,
        ],
      ]),
      'base',
    );
    const [{ documents }] = engine.assembled(['']) as unknown as readonly [
      { readonly documents: readonly { readonly notes?: unknown }[] },
    ];
    assert.deepEqual(
      documents.map(({ notes }) => notes),
      [
        [{ at: 'owner', of: 'anna', note: 'until May' }],
        [{ at: 'Components[0].Accountable', of: 'anna', note: 'client' }],
      ],
    );
  });
});
