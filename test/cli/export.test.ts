import assert from 'node:assert/strict';
import path from 'node:path';
import { readSchemas } from '../../scripts/generate/read-schemas.ts';
import { schemaCompiler } from '../../scripts/generate/validators.ts';
import { engagementText, runCli, temporaryFolder } from './run-cli.ts';

const repository = path.resolve(import.meta.dirname, '../..');
const validate = schemaCompiler(readSchemas(path.join(repository, 'schemas'))).getSchema('engagement.json')!;

interface Exported {
  readonly version: number;
  readonly engagements: readonly {
    readonly folder: string;
    readonly documents: readonly {
      readonly path: string;
      readonly keys: Record<string, unknown>;
      readonly sections: Record<string, { rows?: unknown[]; items?: unknown[] }>;
    }[];
  }[];
}

describe('outrigger export', () => {
  const run = async (...args: string[]): Promise<Exported> => {
    const { code, out, err } = await runCli(['export', '--json', ...args], { cwd: repository });
    assert.deepEqual([code, err], [0, '']);
    return JSON.parse(out) as Exported;
  };

  for (const folder of [
    'examples/payments',
    'examples/betalningar',
    'examples/handover',
    'examples/small',
    'examples/wage-application',
  ]) {
    it(`prints ${folder} as the schema describes it`, async () => {
      const { version, engagements } = await run(folder);
      assert.equal(version, 1);
      assert.deepEqual(
        engagements.map((one) => one.folder),
        [folder],
      );
      // Where documents lack what they need, that is all the schema may say.
      const isComplete = folder !== 'examples/wage-application';
      const valid = validate(engagements[0]);
      const errors = (validate.errors ?? []).filter(
        ({ keyword }) => isComplete || (keyword !== 'required' && keyword !== 'if'),
      );
      assert.deepEqual(errors, []);
      assert.equal(valid, isComplete);
      assert.ok(engagements[0]!.documents.length > 0);
    });
  }

  it('leaves out what cannot be needed, as the rest that does not read', async () => {
    const sla = `---
kind: sla
status: draft
---

## Services

| Service | Hours | Depends on |
| --- | --- | --- |
| API | 24x7 | 0 of Ledger |
| Web | 24x7 | 3 of API, Ledger |
| Shop | 24x7 | 1 of API, Ledger |
| Ledger | 24x7 | |
`;
    const root = temporaryFolder({ 'engagement.md': engagementText, 'sla.md': sla });
    const { out } = await runCli(['export', '--json'], { cwd: root.folder });
    root.remove();
    const { engagements } = JSON.parse(out) as Exported;
    const services = engagements[0]!.documents[1]!.sections['services']!.rows as { depends_on?: unknown }[];
    assert.deepEqual(
      services.map((row) => row.depends_on),
      [undefined, undefined, [{ needed: 1, of: ['API', 'Ledger'] }], undefined],
    );
  });

  it('prints values as they are read, names as lists, further columns by name', async () => {
    const map = `---
kind: ownership-map
status: draft
---

# Who

## Who does what

| Activity | anna | supplier | constructor |
| --- | --- | --- | --- |
| Release | A | R | |
| Restore | R/A | X | C |

## Services

| Service | Depends on |
| --- | --- |
| Shop | Till or Desk |
| Till | |
| Desk | |
`;
    const root = temporaryFolder({ 'engagement.md': engagementText, 'map.md': map });
    const { out } = await runCli(['export'], { cwd: root.folder });
    root.remove();
    const { engagements } = JSON.parse(out) as Exported;
    const [lead, who] = engagements[0]!.documents;
    assert.deepEqual(lead!.keys['owner'], ['anna']);
    assert.deepEqual(lead!.keys['fee'], { amount: '1000.00', currency: 'EUR', per: 'month' });
    assert.deepEqual(lead!.keys['notice'], { n: '6', unit: 'month', working: false });
    const rows: readonly object[] = [
      { activity: 'Release', per: { anna: 'A', supplier: 'R' } },
      { activity: 'Restore', per: { anna: 'R/A', constructor: 'C' } },
    ];
    assert.deepEqual(who!.sections['who_does_what']!.rows, rows);
    assert.deepEqual(who!.sections['services']!.rows?.[0], {
      service: 'Shop',
      depends_on: [{ needed: 1, of: ['Till', 'Desk'] }],
    });
  });
});
